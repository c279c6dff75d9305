import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sensitiveTopic, type SensitiveTopic } from '#contracts';
import { buckets, ngramBuckets } from './ngrams.js';

/** One logistic regression a topic on the n-grams of a text, whose vector of ones is scaled to length 1. */
export interface NgramModel {
  /** [buckets, topics], in units of `scale` of the topic: what one n-gram says of all topics lies together in memory. */
  weight: Int8Array;
  scale: Float32Array;
  bias: Float32Array;
}

export const ngramModelFile = dataFile('ngrams.bin');

const topics = sensitiveTopic.options;
const headerBytes = 2 * topics.length * Float32Array.BYTES_PER_ELEMENT;

/** Scales, biases, then weights: little endian, as every machine is that Node runs on. */
export function ngramModelToBytes({ scale, bias, weight }: NgramModel): Uint8Array {
  const bytes = new Uint8Array(headerBytes + weight.length);
  bytes.set(new Uint8Array(Float32Array.of(...scale, ...bias).buffer));
  bytes.set(new Uint8Array(weight.buffer, weight.byteOffset, weight.length), headerBytes);
  return bytes;
}

export function ngramModelFromBytes(file: Uint8Array): NgramModel {
  if (file.length !== headerBytes + topics.length * buckets) throw new Error('the n-gram model is of other topics');
  const bytes = Uint8Array.from(file);
  const numbers = new Float32Array(bytes.buffer, 0, 2 * topics.length);
  return {
    scale: numbers.subarray(0, topics.length),
    bias: numbers.subarray(topics.length),
    weight: new Int8Array(bytes.buffer, headerBytes),
  };
}

/** The log odds of each topic, by the folded words of a text alone. */
export function ngramLogits(words: readonly string[], model = shipped()): Record<SensitiveTopic, number> {
  const found = ngramBuckets(words);
  const length = Math.sqrt(found.length) || 1;
  const sums = new Int32Array(topics.length);
  for (const bucket of found)
    for (let k = 0, at = bucket * topics.length; k < topics.length; k++, at++) sums[k]! += model.weight[at]!;
  const logits = topics.map((topic, k) => [topic, (sums[k]! * model.scale[k]!) / length + model.bias[k]!] as const);
  return Object.fromEntries(logits) as Record<SensitiveTopic, number>;
}

let read: NgramModel | undefined;
function shipped(): NgramModel {
  return (read ??= ngramModelFromBytes(readFileSync(ngramModelFile)));
}

/** The path of a file in `data`. The folder is found from this file, in the sources as in dist/. */
function dataFile(name: string): string {
  const here = fileURLToPath(import.meta.url);
  const root = here.slice(0, here.lastIndexOf('/libs/topics/')).replace(/\/dist$/, '');
  return `${root}/libs/topics/data/${name}`;
}
