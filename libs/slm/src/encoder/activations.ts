import { embedBatches, emptyVectors, setVectors, type Vectors } from './embeddings.js';
import { floatModel, type Activations, type EncoderParts } from './encoder-graph.js';
import { floats } from './onnx-session.js';

/** Messages after which the extremes hardly move any more. */
const sampleSize = 200;

/** What float arithmetic made of an even sample of messages. */
export interface FloatSample {
  activations: Activations;
  /** The numbers of the messages, and their vectors [messages, width]. */
  rows: number[];
  vectors: Vectors;
}

/** The range of each input column of the layers that are smoothed before quantisation, over an even sample of `messages` (token ids). */
export async function measureActivations(parts: EncoderParts, messages: number[][]): Promise<FloatSample> {
  const { bytes, measured } = floatModel(parts);
  const activations: Activations = new Map();
  const step = Math.max(1, Math.floor(messages.length / sampleSize));
  const rows = [...messages.keys()].filter((m) => m % step === 0);
  const vectors = emptyVectors(rows.length, parts.config.width);
  const sample = rows.map((row) => messages[row]!);
  await embedBatches(bytes, sample, (batch, outputs) => {
    setVectors(vectors, batch, floats(outputs['pooled']));
    for (const name of measured) {
      const range = floats(outputs[`activation:${name}`]);
      const known = activations.get(name);
      activations.set(name, known ? known.map((most, i) => Math.max(most, range[i]!)) : range.slice());
    }
  });
  return { activations, rows, vectors };
}
