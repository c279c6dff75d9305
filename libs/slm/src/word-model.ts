import { setImmediate } from 'node:timers/promises';
import { seededRandom } from './random.js';
import { softmax } from './signal.js';
import type { Target } from './logistic-regression.js';
import type { RawTensor, Safetensors } from './safetensors.js';
import { termsOf, weigh, type SparseRow } from './word-terms.js';

/** A linear model over hashed words and character pieces: it knows product names and spellings that an encoder blurs. */
export interface WordModel {
  intents: number;
  /** Inverse document frequency of each bucket. */
  idf: Float32Array;
  /** [buckets, intents] as int8, and what one unit is worth for each intent. */
  weights: Int8Array;
  scales: Float32Array;
  bias: Float32Array;
}

/** Bytes that the weights may take in a model folder. */
const mostBytes = 700_000;
const passes = 12;
const rate = 0.5;
/** Sum of squared gradients to start from: much less, and the first rows that hold a rare term decide its weights alone. */
const firstSquare = 0.1;
/** Intents whose probability a row would move by less than this are left as they are. */
const least = 1e-3;
/** Pull to zero of the weights a row touches, beside its cross-entropy: 1 / (C x rows), C 30. */
const c = 30;

/** As many as fit into a model folder. */
function bucketsFor(intents: number): number {
  return Math.min(2 ** 15, 2 ** Math.floor(Math.log2(mostBytes / intents)));
}

/**
 * TF-IDF of words (1-2) and of characters within words (2-5), each block brought to length 1, under multinomial logistic regression.
 * Terms share 2^b buckets (Weinberger and others, "Feature hashing", arXiv 0902.2206); fitted by AdaGrad (Duchi and others, JMLR 12,
 * 2011) a row at a time. Out-of-scope rows are left out.
 */
export async function fitWordModel(
  texts: { text: string }[],
  targets: Target[],
  { intents, seed, buckets = bucketsFor(intents) }: { intents: number; seed: number; buckets?: number },
  onPass: (done: number, total: number) => void = () => {},
): Promise<WordModel> {
  const rows = [...targets.keys()].filter((row) => targets[row] !== null);
  const terms = rows.map((row) => termsOf(texts[row]!.text, buckets));
  const df = new Float32Array(buckets);
  for (const blocks of terms) for (const bucket of new Set(blocks.flatMap((block) => [...block.keys()]))) df[bucket]!++;
  const idf = df.map((n) => Math.log((1 + rows.length) / (1 + n)) + 1);
  const inputs = terms.map((blocks) => weigh(blocks, idf));

  const weights = new Float32Array(buckets * intents);
  const squares = new Float32Array(buckets * intents).fill(firstSquare);
  const bias = new Float32Array(intents);
  const biasSquares = new Float32Array(intents).fill(firstSquare);
  const pull = 1 / (c * rows.length);
  const random = seededRandom(seed);
  for (let pass = 0; pass < passes; pass++) {
    for (const i of random.shuffle([...rows.keys()])) {
      const { bucket, value } = inputs[i]!;
      const gradient = softmax(linear(inputs[i]!, bias, weights, intents));
      gradient[targets[rows[i]!]!]! -= 1;
      // After a few passes that is the right intent and two or three others.
      const moved = [...gradient.keys()].filter((k) => Math.abs(gradient[k]!) > least);
      for (let e = 0; e < bucket.length; e++) {
        const from = bucket[e]! * intents;
        for (const k of moved) {
          const g = gradient[k]! * value[e]! + pull * weights[from + k]!;
          squares[from + k]! += g * g;
          weights[from + k]! -= (rate * g) / Math.sqrt(squares[from + k]!);
        }
      }
      for (const k of moved) {
        biasSquares[k]! += gradient[k]! ** 2;
        bias[k]! -= (rate * gradient[k]!) / Math.sqrt(biasSquares[k]!);
      }
    }
    onPass(pass + 1, passes);
    // Other work of the process, a request to stop among it, gets its turn.
    await setImmediate();
  }
  return { intents, idf, ...quantiseColumns(weights, intents), bias };
}

/** log P of each intent. */
export function wordScores({ intents, idf, weights, scales, bias }: WordModel, text: string): Float64Array {
  const input = weigh(termsOf(text, idf.length), idf);
  const z = linear(input, new Float32Array(intents), weights, intents).map((sum, k) => sum * scales[k]! + bias[k]!);
  return softmax(z).map((p) => Math.log(Math.max(p, 1e-12)));
}

function linear({ bucket, value }: SparseRow, start: Float32Array, weights: Float32Array | Int8Array, intents: number) {
  const z = Float64Array.from(start);
  for (let e = 0; e < bucket.length; e++) {
    const from = bucket[e]! * intents;
    const x = value[e]!;
    for (let k = 0; k < intents; k++) z[k]! += x * weights[from + k]!;
  }
  return z;
}

function quantiseColumns(weights: Float32Array, columns: number): Pick<WordModel, 'weights' | 'scales'> {
  const scales = new Float32Array(columns).fill(1e-9);
  for (let i = 0; i < weights.length; i++) scales[i % columns] = Math.max(scales[i % columns]!, Math.abs(weights[i]!));
  for (let k = 0; k < columns; k++) scales[k]! /= 127;
  return { weights: Int8Array.from(weights, (w, i) => Math.round(w / scales[i % columns]!)), scales };
}

export function toTensors({ idf, weights, scales, bias }: WordModel): Safetensors {
  const [buckets, intents] = [idf.length, bias.length];
  return {
    metadata: {},
    tensors: new Map<string, RawTensor>([
      ['idf', { dtype: 'F32', shape: [buckets], data: idf }],
      ['weights', { dtype: 'I8', shape: [buckets, intents], data: weights }],
      ['scales', { dtype: 'F32', shape: [intents], data: scales }],
      ['bias', { dtype: 'F32', shape: [intents], data: bias }],
    ]),
  };
}

/** Throws where it is not what `toTensors` made. */
export function fromTensors({ tensors }: Safetensors): WordModel {
  const floats = (name: string) => {
    const tensor = tensors.get(name);
    if (tensor?.dtype !== 'F32') throw new Error(`the word model has no ${name}`);
    return tensor.data;
  };
  const weights = tensors.get('weights');
  const [idf, scales, bias] = [floats('idf'), floats('scales'), floats('bias')];
  if (weights?.dtype !== 'I8' || weights.data.length !== idf.length * bias.length)
    throw new Error('the word model has no weights that fit it');
  return { intents: bias.length, idf, weights: weights.data, scales, bias };
}
