import { floatGraph } from './inference-graph.js';
import { floats, openSession, runIds } from './onnx-session.js';
import { binomialCdf } from './learn-then-test.js';
import { argmax } from './signal.js';
import type { Stage } from './stage.js';
import { embedAll, scores, type Vectors } from './vectors.js';

/** Standard error 0.3 points at an agreement of 99 %, which is what the limits are about. */
const sampleSize = 1_000;

/** Of so many messages, those for which the int8 model that is served picks the intent that float arithmetic picks. */
export interface Agreement {
  same: number;
  of: number;
}

/** Whether the agreement is at least `share`, for all that is shown: the exact binomial test does not reject it at 5 %. */
export function agrees({ same, of }: Agreement, share: number): boolean {
  return binomialCdf(same, of, share) > 0.05;
}

/** On an even sample of `messages` (token ids). */
export async function int8Agreement({ parts, encoder, head }: Stage, messages: number[][]): Promise<Agreement> {
  const { width } = parts.config;
  const step = Math.max(1, Math.floor(messages.length / sampleSize));
  const sample = messages.filter((_, m) => m % step === 0);
  const served = await embedAll(encoder, sample, width, () => {});
  const exact: Vectors = {
    width,
    unit: new Float32Array(served.unit.length),
    length: new Float32Array(sample.length).fill(1),
  };
  const session = await openSession(floatGraph(parts).bytes, 2);
  for (const [m, ids] of sample.entries()) exact.unit.set(floats((await runIds(session, ids))['pooled']), m * width);
  await session.release();
  const same = sample.filter((_, m) => argmax(scores(head, served, m)) === argmax(scores(head, exact, m)));
  return { same: same.length, of: sample.length };
}
