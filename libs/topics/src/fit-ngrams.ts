import { sensitiveTopic, type SensitiveTopic } from '#contracts';
import { minimise } from '#statistics';
import { foldedWords } from './fold.js';
import type { NgramModel } from './ngram-model.js';
import { buckets, ngramBuckets } from './ngrams.js';

export interface TopicRow {
  text: string;
  topics: readonly SensitiveTopic[];
  /** Of these nothing is known. */
  unknown?: readonly SensitiveTopic[];
}

/** Inverse regularisation strength, as in LIBLINEAR. */
const c = 100;
const maxIterations = 60;

/** Fits by L-BFGS, topic by topic; every row weighs the same, so that P is low for what is rare. */
export async function fitNgrams(rows: readonly TopicRow[]): Promise<NgramModel> {
  const read = rows.map((row) => ({ ...row, found: ngramBuckets(foldedWords(row.text)) }));
  const { options } = sensitiveTopic;
  const weight = new Int8Array(options.length * buckets);
  const [scale, bias] = [new Float32Array(options.length), new Float32Array(options.length)];
  for (const [k, topic] of options.entries()) {
    const known = read.filter(({ unknown }) => !unknown?.includes(topic));
    const fitted = await fitTopic(known.map(({ found, topics }) => ({ found, has: topics.includes(topic) })));
    bias[k] = fitted[buckets]!;
    const weights = fitted.subarray(0, buckets);
    scale[k] = weights.reduce((most, w) => Math.max(most, Math.abs(w)), 1e-6) / 127;
    weights.forEach((w, i) => (weight[i * options.length + k] = Math.round(w / scale[k]!)));
  }
  return { weight, scale, bias };
}

/** Weights by bucket, then the bias. A topic that no row has is as rare as half a row. */
async function fitTopic(rows: { found: Uint32Array; has: boolean }[]): Promise<Float64Array> {
  const start = new Float64Array(buckets + 1);
  if (!rows.some(({ has }) => has)) {
    start[buckets] = -Math.log(2 * rows.length + 1);
    return start;
  }
  const objective = (x: Float64Array) => {
    const gradient = x.map((w) => w / c);
    gradient[buckets] = 0;
    let value = x.subarray(0, buckets).reduce((sum, w) => sum + w * w, 0) / (2 * c);
    for (const { found, has } of rows) {
      const length = Math.sqrt(found.length) || 1;
      let score = 0;
      for (const bucket of found) score += x[bucket]!;
      score = score / length + x[buckets]!;
      const margin = has ? score : -score;
      value += Math.max(0, -margin) + Math.log1p(Math.exp(-Math.abs(margin)));
      const error = 1 / (1 + Math.exp(-score)) - (has ? 1 : 0);
      for (const bucket of found) gradient[bucket]! += error / length;
      gradient[buckets]! += error;
    }
    return { value, gradient };
  };
  return minimise(objective, start, { maxIterations, tolerance: 1e-2 });
}
