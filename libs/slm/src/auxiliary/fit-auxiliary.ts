import { OnnxWriter } from '#onnx-train';
import { minimise } from '#statistics';
import { floatTensor, floats, openSession, type Vectors } from '../encoder/index.js';
import type { LinearLayer } from '../intents/index.js';
import { auxiliaryLabels, type AuxiliaryTargets } from './auxiliary-head.js';

/** Inverse regularisation strength, as in LIBLINEAR. */
const c = 30;
/** The search moves a bias by this much where it moves a weight by 1: components of unit vectors are small, so a bias weighs more. */
const biasUnit = 0.1;
/** Where the search ends, as a gradient for each row. From the head of similar rows, further steps change no figure of docs/topics.md. */
const tolerance = { fromNothing: 5e-5, fromSimilar: 2e-4 };

/**
 * Fits by L-BFGS on rows `vectors` [rows, width] of length 1. Rows that have a label weigh together as much as those that do not, so that P
 * is .5 where a message is as like the ones as the others, however rare the label is among the rows. The search runs on centred vectors with
 * biases in a unit of their own, which takes a quarter of the steps to the same optimum. It begins at `start`, a head of similar rows.
 */
export async function fitAuxiliary(
  vectors: Pick<Vectors, 'unit' | 'width'>,
  targets: AuxiliaryTargets[],
  start?: LinearLayer,
): Promise<LinearLayer> {
  const [rows, labels] = [targets.length, auxiliaryLabels.length];
  const { width } = vectors;
  const { centred, mean } = centre(vectors);
  const wanted = Float32Array.from(targets.flat(), (has) => (has ? 1 : 0));
  const session = await openSession(lossGraph(centred, wanted, balancedWeights(targets), { rows, width, labels }), 2);
  const size = width * labels;
  const objective = async (x: Float64Array) => {
    const outputs = await session.run({
      weight: floatTensor(Float32Array.from(x.subarray(0, size)), [labels, width]),
      bias: floatTensor(
        Float32Array.from(x.subarray(size), (b) => b * biasUnit),
        [labels],
      ),
    });
    const gradient = new Float64Array(x.length);
    gradient.set(floats(outputs['weight.gradient']));
    gradient.set(
      floats(outputs['bias.gradient']).map((g) => g * biasUnit),
      size,
    );
    let value = floats(outputs['loss'])[0]!;
    for (let i = 0; i < size; i++) {
      value += x[i]! ** 2 / (2 * c);
      gradient[i]! += x[i]! / c;
    }
    return { value, gradient };
  };
  const from = new Float64Array(labels * (width + 1));
  if (start) {
    from.set(start.weight);
    from.set(
      Float64Array.from(start.bias, (b, k) => (b + dot(start.weight, k, mean)) / biasUnit),
      size,
    );
  }
  const fitted = await minimise(objective, from, {
    tolerance: Math.max(1e-2, rows * (start ? tolerance.fromSimilar : tolerance.fromNothing)),
    maxIterations: 150,
  });
  await session.release();
  const weight = Float32Array.from(fitted.subarray(0, size));
  // For vectors that are not centred.
  const bias = Float32Array.from(fitted.subarray(size), (b, k) => b * biasUnit - dot(weight, k, mean));
  return { weight, bias };
}

function centre({ unit, width }: Pick<Vectors, 'unit' | 'width'>): { centred: Float32Array; mean: Float64Array } {
  const mean = new Float64Array(width);
  const rows = unit.length / width;
  for (let at = 0, r = 0; r < rows; r++) for (let d = 0; d < width; d++) mean[d]! += unit[at++]! / rows;
  const centred = new Float32Array(unit.length);
  for (let at = 0, r = 0; r < rows; r++) for (let d = 0; d < width; d++, at++) centred[at] = unit[at]! - mean[d]!;
  return { centred, mean };
}

function dot(weight: Float32Array, row: number, vector: Float64Array): number {
  return vector.reduce((sum, v, d) => sum + v * weight[row * vector.length + d]!, 0);
}

/** [rows, labels]: 0 where a label is unknown; over all others of a label 1 on average, half of it on the rows that have it. */
function balancedWeights(targets: AuxiliaryTargets[]): Float32Array {
  const weights = new Float32Array(targets.length * auxiliaryLabels.length);
  for (const k of auxiliaryLabels.keys()) {
    const known = targets.filter((row) => row[k] !== null).length;
    const present = targets.filter((row) => row[k] === true).length;
    if (present === 0 || present === known) continue;
    for (const [r, row] of targets.entries()) {
      if (row[k] === null) continue;
      weights[r * auxiliaryLabels.length + k] = known / (2 * (row[k] ? present : known - present));
    }
  }
  return weights;
}

/** Loss and gradient as one graph: a matrix product there is a hundred times as fast as in JavaScript. */
function lossGraph(
  vectors: Float32Array,
  wanted: Float32Array,
  weights: Float32Array,
  { rows, width, labels }: { rows: number; width: number; labels: number },
): Uint8Array {
  const graph = new OnnxWriter();
  const x = graph.constant('x', vectors, [rows, width]);
  const y = graph.constant('y', wanted, [rows, labels]);
  const w = graph.constant('w', weights, [rows, labels]);
  const logits = graph.node(
    'Gemm',
    [x, graph.input('weight', 'float32', [labels, width]), graph.input('bias', 'float32', [labels])],
    { transB: { int: 1 } },
  );
  // Cross-entropy of sigmoid(z): max(z, 0) - z y + log(1 + e^-|z|), which does not overflow.
  const positive = graph.node('Relu', [logits]);
  const small = graph.node('Softplus', [graph.node('Neg', [graph.node('Abs', [logits])])]);
  const linear = graph.node('Sub', [positive, graph.node('Mul', [logits, y])]);
  const losses = graph.node('Mul', [graph.node('Add', [linear, small]), w]);
  graph.node('ReduceSum', [losses], { keepdims: { int: 0 } }, ['loss']);
  const error = graph.node('Mul', [graph.node('Sub', [graph.node('Sigmoid', [logits]), y]), w]);
  graph.node('Gemm', [error, x], { transA: { int: 1 } }, ['weight.gradient']);
  const rowsAxis = graph.constant('rows', BigInt64Array.of(0n), [1]);
  graph.node('ReduceSum', [error, rowsAxis], { keepdims: { int: 0 } }, ['bias.gradient']);
  graph.output('loss', 'float32', []);
  graph.output('weight.gradient', 'float32', [labels, width]);
  graph.output('bias.gradient', 'float32', [labels]);
  return graph.finish();
}
