import type { OnnxWriter } from '#onnx-train';
import { denseNibbles } from '../encoder/index.js';

/** Messages whose kinds are known: vectors [rows, width] of length 1, those of each kind together, and last those of no kind. */
export interface Examples {
  vectors: Float32Array;
  /** Rows of each kind, then of none. */
  counts: number[];
}

/** Log odds for a cosine of 1 by which the nearest example of a kind is nearer than the nearest of none. See docs/topics.md. */
const logOddsOfCosine = 120;

/** Log odds of each label by the nearest examples, [batch, labels]; the kinds are the first labels. `x`: vectors of length 1. */
export function nearnessLogits(graph: OnnxWriter, x: string, { vectors, counts }: Examples, labels: number): string {
  const rows = counts.reduce((sum, count) => sum + count, 0);
  const cosines = denseNibbles(graph, x, 'examples', vectors, rows);
  const kinds = counts.map((_, kind) => `examples.${kind}`);
  const sizes = graph.constant('examples.counts', BigInt64Array.from(counts, BigInt), [counts.length]);
  graph.node('Split', [cosines, sizes], { axis: { int: -1 } }, kinds);
  const axis = graph.constant('examples.axis', BigInt64Array.of(-1n), [1]);
  const nearest = kinds.map((kind) => graph.node('ReduceMax', [kind, axis], { keepdims: { int: 1 } }));
  const none = nearest.pop()!;
  const nearer = graph.node('Sub', [graph.node('Concat', nearest, { axis: { int: -1 } }), none]);
  const asLabels = new Float32Array(nearest.length * labels);
  for (const kind of nearest.keys()) asLabels[kind * labels + kind] = logOddsOfCosine;
  return graph.node('MatMul', [nearer, graph.constant('examples.labels', asLabels, [nearest.length, labels])]);
}
