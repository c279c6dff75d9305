import { setImmediate } from 'node:timers/promises';
import { seededRandom } from '#statistics';
import type { Target } from '../data/index.js';
import { float32Tensor, type RawTensor, type Safetensors } from '../encoder/index.js';
import { softmax, softmaxInPlace } from './softmax.js';
import { termCounts, tfidfRow, type SparseRow } from './tfidf-terms.js';

/**
 * A linear model over hashed words and character n-grams. It knows product names and spellings that an encoder blurs. Its classes are the
 * intents and, as the last, out of scope.
 */
export interface TfidfClassifier {
  classes: number;
  /** [buckets], inverse document frequencies. */
  idf: Float32Array;
  /** [buckets, classes], to be multiplied by the class's scale, [classes]. */
  weights: Int8Array;
  scales: Float32Array;
  bias: Float32Array;
}

/** Most bytes that the weights may take in a model folder. */
const mostBytes = 700_000;
/** With more passes, or smaller steps, rows that were not learned fare no better. */
const passes = 6;
const learningRate = 0.9;
/** Initial sum of squared gradients. If it were much less, the first rows with a rare term would decide the term's weights alone. */
const firstSquare = 0.1;
/** A row does not update classes for which its gradient is smaller than this. */
const leastGradient = 3e-3;
/** Inverse regularisation strength: each update shrinks the weights that it touches by a gradient of weight / (C x rows). */
const c = 30;

/** As many as fit into `mostBytes`, a power of two. */
function bucketsFor(classes: number): number {
  return Math.min(2 ** 15, 2 ** Math.floor(Math.log2(mostBytes / classes)));
}

/**
 * Multinomial logistic regression on TF-IDF of word 1- and 2-grams and of character 2- to 5-grams within words; each of the two blocks is
 * scaled to length 1. Terms share 2^b buckets (Weinberger and others, "Feature hashing", arXiv 0902.2206). Fitted by AdaGrad (Duchi and
 * others, JMLR 12, 2011), one row at a time.
 */
export async function fitTfidf(
  texts: { text: string }[],
  targets: Target[],
  { intents, seed, buckets = bucketsFor(intents + 1) }: { intents: number; seed: number; buckets?: number },
  onPass: (done: number, total: number) => void = () => {},
): Promise<TfidfClassifier> {
  const classes = intents + 1;
  const rows = [...targets.keys()];
  const terms = texts.map(({ text }) => termCounts(text, buckets));
  const df = new Float32Array(buckets);
  for (const blocks of terms) for (const bucket of new Set(blocks.flatMap((block) => [...block.keys()]))) df[bucket]!++;
  const idf = df.map((n) => Math.log((1 + rows.length) / (1 + n)) + 1);
  const inputs = terms.map((blocks) => tfidfRow(blocks, idf));

  const weights = new Float32Array(buckets * classes);
  const squares = new Float32Array(buckets * classes).fill(firstSquare);
  const bias = new Float32Array(classes);
  const biasSquares = new Float32Array(classes).fill(firstSquare);
  const shrinkage = 1 / (c * rows.length);
  /** Of one row: the classes that it updates, and their gradients. */
  const [gradient, steep, slopes] = [new Float64Array(classes), new Int32Array(classes), new Float64Array(classes)];
  const random = seededRandom(seed);
  for (let pass = 0; pass < passes; pass++) {
    for (const i of random.shuffle(rows)) {
      const { bucket, value } = inputs[i]!;
      softmaxInPlace(linear(inputs[i]!, bias, weights, gradient));
      gradient[targets[i] ?? intents]! -= 1;
      // After a few passes the right class and some others are left.
      let n = 0;
      for (let k = 0; k < classes; k++) {
        if (Math.abs(gradient[k]!) <= leastGradient) continue;
        steep[n] = k;
        slopes[n++] = gradient[k]!;
      }
      // The classes of a term lie side by side.
      for (let e = 0; e < bucket.length; e++) {
        const from = bucket[e]! * classes;
        const x = value[e]!;
        for (let j = 0; j < n; j++) {
          const at = from + steep[j]!;
          const g = slopes[j]! * x + shrinkage * weights[at]!;
          squares[at]! += g * g;
          weights[at]! -= (learningRate * g) / Math.sqrt(squares[at]!);
        }
      }
      for (let j = 0; j < n; j++) {
        biasSquares[steep[j]!]! += slopes[j]! ** 2;
        bias[steep[j]!]! -= (learningRate * slopes[j]!) / Math.sqrt(biasSquares[steep[j]!]!);
      }
    }
    onPass(pass + 1, passes);
    // Other work of the process gets its turn, such as a request to stop.
    await setImmediate();
  }
  return { classes, idf, ...quantiseColumns(weights, classes), bias };
}

/** log P of each intent, [intents], given that it is one of them, and the log odds of out of scope. */
export function tfidfOutputs(
  { classes, idf, weights, scales, bias }: TfidfClassifier,
  text: string,
): { tfidf: number[]; tfidfOutOfScope: number } {
  const input = tfidfRow(termCounts(text, idf.length), idf);
  const z = linear(input, new Float32Array(classes), weights, new Float64Array(classes)).map(
    (sum, k) => sum * scales[k]! + bias[k]!,
  );
  const inScope = z.subarray(0, -1);
  const largest = inScope.reduce((a, b) => Math.max(a, b), -Infinity);
  const total = largest + Math.log(inScope.reduce((sum, logit) => sum + Math.exp(logit - largest), 0));
  return {
    tfidf: Array.from(softmax(inScope), (p) => Math.log(Math.max(p, 1e-12))),
    tfidfOutOfScope: z.at(-1)! - total,
  };
}

/** Fills `z` [classes] with the start and the products, and returns it. */
function linear(
  { bucket, value }: SparseRow,
  start: Float32Array,
  weights: Float32Array | Int8Array,
  z: Float64Array,
): Float64Array {
  z.set(start);
  for (let e = 0; e < bucket.length; e++) {
    const from = bucket[e]! * z.length;
    const x = value[e]!;
    for (let k = 0; k < z.length; k++) z[k]! += x * weights[from + k]!;
  }
  return z;
}

function quantiseColumns(weights: Float32Array, columns: number): Pick<TfidfClassifier, 'weights' | 'scales'> {
  const scales = new Float32Array(columns);
  const quantised = new Int8Array(weights.length);
  for (let k = 0; k < columns; k++) {
    let largest = 1e-9;
    for (let i = k; i < weights.length; i += columns) largest = Math.max(largest, Math.abs(weights[i]!));
    scales[k] = largest / 127;
    for (let i = k; i < weights.length; i += columns) quantised[i] = Math.round(weights[i]! / scales[k]!);
  }
  return { weights: quantised, scales };
}

/** For the model folder. */
export function tfidfToTensors({ idf, weights, scales, bias }: TfidfClassifier): Safetensors {
  const [buckets, classes] = [idf.length, bias.length];
  return {
    metadata: {},
    tensors: new Map<string, RawTensor>([
      ['idf', float32Tensor(idf, buckets)],
      ['weights', { dtype: 'I8', shape: [buckets, classes], data: weights }],
      ['scales', float32Tensor(scales, classes)],
      ['bias', float32Tensor(bias, classes)],
    ]),
  };
}

/** The inverse of `tfidfToTensors`. Throws if a tensor is missing or the shapes do not fit together. */
export function tfidfFromTensors({ tensors }: Safetensors): TfidfClassifier {
  const floats = (name: string) => {
    const tensor = tensors.get(name);
    if (tensor?.dtype !== 'F32') throw new Error(`the TF-IDF classifier has no ${name}`);
    return tensor.data;
  };
  const weights = tensors.get('weights');
  const [idf, scales, bias] = [floats('idf'), floats('scales'), floats('bias')];
  if (weights?.dtype !== 'I8' || weights.data.length !== idf.length * bias.length)
    throw new Error('the TF-IDF classifier has no weights that fit it');
  return { classes: bias.length, idf, weights: weights.data, scales, bias };
}
