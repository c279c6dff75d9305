import { embedBatches } from './embeddings.js';
import { floatModel, type Activations, type EncoderParts } from './encoder-graph.js';
import { floats } from './onnx-session.js';

/** Messages after which the extremes hardly move any more. */
const sampleSize = 200;

/**
 * The range of each input column of the layers that are smoothed before quantisation, over an even sample of `messages` (token ids), in
 * float arithmetic.
 */
export async function measureActivations(parts: EncoderParts, messages: number[][]): Promise<Activations> {
  const { bytes, measured } = floatModel(parts);
  const activations: Activations = new Map();
  const step = Math.max(1, Math.floor(messages.length / sampleSize));
  const sample = messages.filter((_, m) => m % step === 0);
  await embedBatches(bytes, sample, (_, outputs) => {
    for (const name of measured) {
      const range = floats(outputs[`activation:${name}`]);
      const known = activations.get(name);
      activations.set(name, known ? known.map((most, i) => Math.max(most, range[i]!)) : range.slice());
    }
  });
  return activations;
}
