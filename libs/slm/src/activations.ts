import { floatGraph, type Activations, type EncoderParts } from './inference-graph.js';
import { floats, openSession, runIds } from './onnx-session.js';

/** Enough messages for the extremes to settle. */
const sampleSize = 200;

/** The reach of each input column, over an even sample of `messages` (token ids), in float arithmetic. */
export async function measureActivations(parts: EncoderParts, messages: number[][]): Promise<Activations> {
  const { bytes, measured } = floatGraph(parts);
  const session = await openSession(bytes, 2);
  const activations: Activations = new Map();
  const step = Math.max(1, Math.floor(messages.length / sampleSize));
  for (let m = 0; m < messages.length; m += step) {
    const outputs = await runIds(session, messages[m]!);
    for (const name of measured) {
      const reach = floats(outputs[`activation:${name}`]);
      const known = activations.get(name);
      activations.set(name, known ? known.map((most, i) => Math.max(most, reach[i]!)) : reach.slice());
    }
  }
  await session.release();
  return activations;
}
