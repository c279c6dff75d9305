import { floatGraph, type Activations, type EncoderParts } from './inference-graph.js';
import { floats, openSession, runBatch } from './onnx-session.js';
import { ofOneLength } from './vectors.js';

/** Enough messages for the extremes to settle. */
const sampleSize = 200;
const batchSize = 32;

/** The reach of each input column, over an even sample of `messages` (token ids), in float arithmetic. */
export async function measureActivations(parts: EncoderParts, messages: number[][]): Promise<Activations> {
  const { bytes, measured } = floatGraph(parts);
  const session = await openSession(bytes, 2);
  const activations: Activations = new Map();
  const step = Math.max(1, Math.floor(messages.length / sampleSize));
  const sample = messages.filter((_, m) => m % step === 0);
  for (const rows of ofOneLength(sample, batchSize)) {
    const outputs = await runBatch(
      session,
      rows.map((row) => sample[row]!),
    );
    for (const name of measured) {
      const reach = floats(outputs[`activation:${name}`]);
      const known = activations.get(name);
      activations.set(name, known ? known.map((most, i) => Math.max(most, reach[i]!)) : reach.slice());
    }
  }
  await session.release();
  return activations;
}
