import { floatGraph, type EncoderParts } from './inference-graph.js';
import { floats, openSession, runBatch } from './onnx-session.js';
import { binomialCdf } from './learn-then-test.js';
import { argmax } from './signal.js';
import type { Stage } from './stage.js';
import { embedAll, emptyVectors, ofOneLength, pick, scores, setVector, type Vectors } from './vectors.js';

/** Standard error 0.3 points at an agreement of 99 %, which is what the limits are about. */
const usualSample = 1_000;
const batchSize = 32;

/** Of so many messages, those for which the int8 model that is served picks the intent that float arithmetic picks. */
export interface Agreement {
  same: number;
  of: number;
}

/** Whether the agreement is at least `share`, for all that is shown: the exact binomial test does not reject it at 5 %. */
export function agrees({ same, of }: Agreement, share: number): boolean {
  return binomialCdf(same, of, share) > 0.05;
}

/** On an even sample of `messages` (token ids). `known`: what the stage's encoder makes of all of them, where it has run already. */
export async function int8Agreement(
  { parts, encoder, head }: Stage,
  messages: number[][],
  { sampleSize = usualSample, known }: { sampleSize?: number; known?: Vectors } = {},
): Promise<Agreement> {
  const step = Math.max(1, Math.floor(messages.length / sampleSize));
  const rows = [...messages.keys()].filter((m) => m % step === 0);
  const sample = rows.map((row) => messages[row]!);
  const served = known ? pick(known, rows) : await embedAll(encoder, sample, parts.config.width, () => {});
  const exact = await embedExactly(parts, sample);
  const same = sample.filter((_, m) => argmax(scores(head, served, m)) === argmax(scores(head, exact, m)));
  return { same: same.length, of: sample.length };
}

/** In float arithmetic, which gives a message the same vector alone and among others of its length, where it takes half the time. */
async function embedExactly(parts: EncoderParts, messages: number[][]): Promise<Vectors> {
  const session = await openSession(floatGraph(parts).bytes, 2);
  const vectors = emptyVectors(messages.length, parts.config.width);
  const { width } = vectors;
  for (const rows of ofOneLength(messages, batchSize)) {
    const outputs = await runBatch(
      session,
      rows.map((row) => messages[row]!),
    );
    const pooled = floats(outputs['pooled']);
    for (const [i, row] of rows.entries()) setVector(vectors, row, pooled.subarray(i * width, (i + 1) * width));
  }
  await session.release();
  return vectors;
}
