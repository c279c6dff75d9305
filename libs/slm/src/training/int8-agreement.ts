import type { Agreement } from '#statistics';
import type { Corpus } from '../data/index.js';
import { embedAll, embedInBatches, floatModel, pick, type Vectors } from '../encoder/index.js';
import { argmax, headLogits } from '../intents/index.js';
import type { CandidateModel } from './candidate-model.js';

/** The standard error is 0.3 points at an agreement of 99 %, which is what the limits are about. */
const defaultSample = 1_000;

/**
 * Of `rows`, those that have an intent. For a message that fits none, the likeliest intent is a near tie of which either form may pick
 * another winner, and neither is right: only the confidence matters there, and it is fitted and tested on the int8 form.
 */
export function withIntent({ rows }: Corpus, of: number[]): number[] {
  return of.filter((row) => !rows[row]!.oos);
}

/**
 * How often the int8 encoder that is served and the float encoder lead to the same intent, on an even sample of `messages` (token ids).
 * `known`: the int8 vectors of all messages, where they have been computed already.
 */
export async function int8Agreement(
  { parts, encoder, head }: CandidateModel,
  messages: number[][],
  { sampleSize = defaultSample, known }: { sampleSize?: number; known?: Vectors } = {},
): Promise<Agreement> {
  const step = Math.max(1, Math.floor(messages.length / sampleSize));
  const rows = [...messages.keys()].filter((m) => m % step === 0);
  const sample = rows.map((row) => messages[row]!);
  const { width } = parts.config;
  const served = known ? pick(known, rows) : await embedAll(encoder, sample, width, () => {});
  const exact = await embedInBatches(floatModel(parts).bytes, sample, width);
  const same = sample.filter((_, m) => argmax(headLogits(head, served, m)) === argmax(headLogits(head, exact, m)));
  return { same: same.length, of: sample.length };
}
