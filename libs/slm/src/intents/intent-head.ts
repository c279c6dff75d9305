import { OnnxWriter } from '#onnx-train';
import { minimise } from '#statistics';
import type { Target } from '../data/index.js';
import { floatTensor, floats, openSession, type Vectors } from '../encoder/index.js';

export interface LinearLayer {
  /** [outputs, width] and [outputs]. */
  weight: Float32Array;
  bias: Float32Array;
}

/** A linear layer that scores intents. */
export interface IntentHead extends LinearLayer {
  /** Whether it reads the pooled vector itself or the vector scaled to length 1. */
  reads: 'pooled' | 'normalised';
}

export interface HeadTrainingSet {
  /** [rows, width], of length 1. */
  vectors: Pick<Vectors, 'unit' | 'width'>;
  targets: Target[];
  intents: number;
}

/** Inverse regularisation strength, as in LIBLINEAR: the loss is C x sum of cross-entropies + |W|^2 / 2. */
const c = 30;
/** The weight of an out-of-scope row; an in-scope row has weight 1. */
export const outOfScopeWeight = 0.3;

/**
 * Multinomial logistic regression by L-BFGS. The target of an out-of-scope row is the uniform distribution over intents. Loss and gradient
 * (X^T (softmax - targets)) are one ONNX graph, because a matrix product there is a hundred times as fast as in JavaScript.
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
  // The gradient is a sum over rows. Accuracy no longer changes below 5e-5 a row.
  const fitted = await minimise(objective, new Float64Array(intents * (width + 1)), {
    tolerance: Math.max(1e-2, rows * 5e-5),
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
  const error = graph.node('Sub', [graph.node('Mul', [softmax, w]), weightedTargets]);
  graph.node('Gemm', [error, x], { transA: { int: 1 } }, ['weight.gradient']);
  graph.node('ReduceSum', [error, axis('rows', 0n)], { keepdims: { int: 0 } }, ['bias.gradient']);
  graph.output('loss', 'float32', []);
  graph.output('weight.gradient', 'float32', [intents, width]);
  graph.output('bias.gradient', 'float32', [intents]);
  return graph.finish();
}

/** Logits of every intent for row `row` of `vectors`: [intents]. */
export function headLogits(
  { weight, bias, reads }: IntentHead,
  { width, unit, length }: Vectors,
  row: number,
): Float64Array {
  const scale = reads === 'pooled' ? length[row]! : 1;
  const from = row * width;
  return Float64Array.from(bias, (b, k) => {
    let sum = 0;
    for (let d = 0; d < width; d++) sum += weight[k * width + d]! * unit[from + d]!;
    return b + sum * scale;
  });
}
