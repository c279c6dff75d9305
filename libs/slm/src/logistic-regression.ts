import { OnnxWriter } from '#onnx-train';
import type { IntentHead } from './inference-graph.js';
import { minimise } from './lbfgs.js';
import { floatTensor, floats, openSession } from './onnx-session.js';
import type { Vectors } from './vectors.js';

/** Target of a row: an intent's index, or null for out of scope, whose target is the uniform distribution. */
export type Target = number | null;

export interface HeadTrainingSet {
  vectors: Pick<Vectors, 'unit' | 'width'>;
  targets: Target[];
  intents: number;
}

/** Inverse strength of the pull to zero, as in LIBLINEAR: the loss is C x sum of cross-entropies + |W|^2 / 2. */
const c = 30;
/** What an out-of-scope row counts beside an in-scope one. */
export const outOfScopeWeight = 0.3;

/**
 * Multinomial logistic regression by L-BFGS. Loss and gradient (X^T (softmax - targets)) are one ONNX graph, because a matrix
 * product there is a hundred times as fast as in JavaScript.
 */
export async function fitIntentHead({ vectors, targets, intents }: HeadTrainingSet): Promise<IntentHead> {
  const rows = targets.length;
  const { unit, width } = vectors;
  const wanted = new Float32Array(rows * intents);
  const weights = new Float32Array(rows);
  for (const [r, target] of targets.entries()) {
    weights[r] = target === null ? outOfScopeWeight : 1;
    if (target === null) wanted.fill(1 / intents, r * intents, (r + 1) * intents);
    else wanted[r * intents + target] = 1;
  }
  const session = await openSession(lossGraph(unit, wanted, weights, { rows, width, intents }), 2);
  const objective = async (x: Float64Array) => {
    const outputs = await session.run({
      weight: floatTensor(Float32Array.from(x.subarray(0, width * intents)), [intents, width]),
      bias: floatTensor(Float32Array.from(x.subarray(width * intents)), [intents]),
    });
    const gradient = new Float64Array(x.length);
    gradient.set(floats(outputs['weight.gradient']));
    gradient.set(floats(outputs['bias.gradient']), width * intents);
    let value = floats(outputs['loss'])[0]!;
    for (let i = 0; i < width * intents; i++) {
      value += x[i]! ** 2 / (2 * c);
      gradient[i]! += x[i]! / c;
    }
    return { value, gradient };
  };
  // The gradient is a sum over rows: 1e-3 of a row is where accuracy has long stopped moving.
  const fitted = await minimise(objective, new Float64Array(intents * (width + 1)), {
    tolerance: Math.max(1e-2, rows * 1e-5),
    maxIterations: 150,
  });
  await session.release();
  return {
    weight: Float32Array.from(fitted.subarray(0, width * intents)),
    bias: Float32Array.from(fitted.subarray(width * intents)),
    reads: 'normalised',
  };
}

function lossGraph(
  vectors: Float32Array,
  wanted: Float32Array,
  weights: Float32Array,
  { rows, width, intents }: { rows: number; width: number; intents: number },
): Uint8Array {
  const graph = new OnnxWriter();
  const x = graph.constant('x', vectors, [rows, width]);
  const y = graph.constant('y', wanted, [rows, intents]);
  const w = graph.constant('w', weights, [rows, 1]);
  const axis = (name: string, value: bigint) => graph.constant(name, BigInt64Array.of(value), [1]);
  const logits = graph.node(
    'Gemm',
    [x, graph.input('weight', 'float32', [intents, width]), graph.input('bias', 'float32', [intents])],
    { transB: { int: 1 } },
  );
  const logSoftmax = graph.node('LogSoftmax', [logits], { axis: { int: 1 } });
  const weightedTargets = graph.node('Mul', [y, w]);
  const product = graph.node('Mul', [weightedTargets, logSoftmax]);
  graph.node('Neg', [graph.node('ReduceSum', [product], { keepdims: { int: 0 } })], {}, ['loss']);
  const softmax = graph.node('Exp', [logSoftmax]);
  const pull = graph.node('Sub', [graph.node('Mul', [softmax, w]), weightedTargets]);
  graph.node('Gemm', [pull, x], { transA: { int: 1 } }, ['weight.gradient']);
  graph.node('ReduceSum', [pull, axis('rows', 0n)], { keepdims: { int: 0 } }, ['bias.gradient']);
  graph.output('loss', 'float32', []);
  graph.output('weight.gradient', 'float32', [intents, width]);
  graph.output('bias.gradient', 'float32', [intents]);
  return graph.finish();
}
