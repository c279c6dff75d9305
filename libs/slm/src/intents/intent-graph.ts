import { denseBlocks, type EncoderGraph } from '../encoder/index.js';
import { nearnessLogits, type Examples } from './examples.js';
import type { IntentHead, LinearLayer } from './intent-head.js';
import { neighbourCount } from './neighbour-index.js';

/** A linear layer, and the examples of its first labels. */
export interface AuxiliaryLayer extends LinearLayer {
  examples: Examples;
}

/**
 * The model that is served: `encoder`, intent head and neighbour index in one graph. `index` holds vectors of length 1, [rows, width]; the
 * first `inScope` of them have an intent.
 * Input: `ids`, int32 [batch, tokens]. Outputs: `pooled` [batch, width]; `logits` [batch, intents]; `auxiliary` [batch, labels], logits of
 * the auxiliary head, which reads the vector of length 1, and of the nearest examples; `similarity` and `neighbour` [batch, k],
 * cosine and row number of the k nearest rows of the index that have an intent; `out_of_scope` [batch, 1], cosine of the nearest other one,
 * where there are any.
 */
export function intentModel(
  { graph: bare, pooled }: EncoderGraph,
  {
    head,
    auxiliary,
    index,
    inScope,
  }: { head: IntentHead; auxiliary: AuxiliaryLayer; index: Float32Array; inScope: number },
): Uint8Array {
  const graph = bare.copy();
  const width = head.weight.length / head.bias.length;
  const axis = graph.constant('norm.axis', BigInt64Array.of(1n), [1]);
  const normalised = graph.node('Div', [pooled, graph.node('ReduceL2', [pooled, axis], { keepdims: { int: 1 } })]);
  const intents = head.bias.length;
  graph.node(
    'Gemm',
    [
      head.reads === 'pooled' ? pooled : normalised,
      graph.constant('head', head.weight, [intents, width]),
      graph.constant('head.bias', head.bias, [intents]),
    ],
    { transB: { int: 1 } },
    ['logits'],
  );
  graph.output('logits', 'float32', ['batch', intents]);

  const labels = auxiliary.bias.length;
  const linear = graph.node(
    'Gemm',
    [
      normalised,
      graph.constant('auxiliary.weight', auxiliary.weight, [labels, width]),
      graph.constant('auxiliary.bias', auxiliary.bias, [labels]),
    ],
    { transB: { int: 1 } },
  );
  graph.node('Add', [linear, nearnessLogits(graph, normalised, auxiliary.examples, labels)], {}, ['auxiliary']);
  graph.output('auxiliary', 'float32', ['batch', labels]);

  const rows = index.length / width;
  const cosines = denseBlocks(graph, normalised, { name: 'index', weight: index, bias: new Float32Array(rows) });
  const part = (name: string, from: number, to: number) => {
    const bounds = [from, to, -1].map((n, i) => graph.constant(`${name}.${i}`, BigInt64Array.of(BigInt(n)), [1]));
    return graph.node('Slice', [cosines, ...bounds]);
  };
  const k = graph.constant('index.k', BigInt64Array.of(BigInt(Math.min(neighbourCount, inScope))), [1]);
  graph.node('TopK', [part('index.in', 0, inScope), k], { axis: { int: -1 } }, ['similarity', 'neighbour']);
  graph.output('similarity', 'float32', ['batch', 'k']);
  graph.output('neighbour', 'int64', ['batch', 'k']);
  if (rows > inScope) {
    const others = part('index.out', inScope, rows);
    graph.node('ReduceMax', [others, axis], { keepdims: { int: 1 } }, ['out_of_scope']);
    graph.output('out_of_scope', 'float32', ['batch', 1]);
  }
  return graph.finish();
}
