import { floatGraph } from './inference-graph.js';
import { floats, openSession, runIds } from './onnx-session.js';
import { argmax } from './signal.js';
import type { Stage } from './stage.js';
import { embedAll, scores, type Vectors } from './vectors.js';

/** Standard error 0.3 points at an agreement of 99 %, which is what the limits are about. */
const sampleSize = 1_000;

/** The share of messages (token ids) for which the int8 model that is served picks the intent that float arithmetic picks. */
export async function int8Agreement({ parts, encoder, head }: Stage, messages: number[][]): Promise<number> {
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
  return same.length / sample.length;
}
