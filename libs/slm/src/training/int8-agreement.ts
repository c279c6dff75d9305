import type { Agreement } from '#statistics';
import type { Corpus } from '../data/index.js';
import { embedAll, embedInBatches, floatModel, type Vectors } from '../encoder/index.js';
import { argmax, headLogits, type IntentHead } from '../intents/index.js';
import type { CandidateModel } from './candidate-model.js';

/** The standard error is 0.3 points at an agreement of 99 %, which is what the limits are about. */
const sampleSize = 1_000;

/**
 * Of `rows`, those that have an intent. For a message that fits none, the likeliest intent is a near tie of which either form may pick
 * another winner, and neither is right: only the confidence matters there, and it is fitted and tested on the int8 form.
 */
export function withIntent({ rows }: Corpus, of: number[]): number[] {
  return of.filter((row) => !rows[row]!.oos);
}

/** How often the int8 encoder that is served and the float encoder lead to the same intent, on an even sample of `messages` (token ids). */
export async function int8Agreement(
  { parts, encoder, head }: CandidateModel,
  messages: number[][],
): Promise<Agreement> {
  const step = Math.max(1, Math.floor(messages.length / sampleSize));
  const sample = messages.filter((_, m) => m % step === 0);
  const { width } = parts.config;
  const served = await embedAll(encoder, sample, width, () => {});
  return agreementOf(head, served, await embedInBatches(floatModel(parts).bytes, sample, width));
}

/** As `int8Agreement`, of vectors of the same messages by either encoder, [messages, width]. */
export function agreementOf(head: IntentHead, int8: Vectors, float: Vectors): Agreement {
  const messages = [...int8.length.keys()];
  const same = messages.filter((m) => argmax(headLogits(head, int8, m)) === argmax(headLogits(head, float, m)));
  return { same: same.length, of: messages.length };
}
