import { encoderParameters, type EncoderShape } from '#onnx-train';
import { seededRandom } from '#statistics';
import { adapterRecipe, adapterStart } from './adapters.js';
import { shapeOf } from './base-model.js';
import type { EncoderParts } from './encoder-graph.js';
import { maxTokens } from './tokenizer.js';

/** The learning rate of each layer is this factor times that of the layer above it. */
const layerDecay = 0.9;

const positionsName = 'embeddings.position_embeddings.weight';

/** The shape of the encoder for training, with position vectors as far as messages reach. */
export function encoderShape({ config }: EncoderParts, adapters = false): EncoderShape {
  return {
    ...shapeOf(config),
    positions: Math.min(config.positions, maxTokens),
    ...(adapters && { adapterRank: adapterRecipe.rank }),
  };
}

/** The encoder's weights by name, position vectors as far as messages reach. */
export function encoderData(
  { weights }: EncoderParts,
  { positions, width }: EncoderShape,
): Record<string, Float32Array> {
  const entries = [...weights].map(([name, { data }]) => [name, data]);
  const all = Object.fromEntries(entries) as Record<string, Float32Array>;
  return { ...all, [positionsName]: all[positionsName]!.subarray(0, positions * width) };
}

/**
 * The encoder's parameters with their values at the start of training. `learningRate` is the peak for the top layer; adapters have a rate
 * of their own.
 */
export function encoderStart(base: EncoderParts, shape: EncoderShape, learningRate: number, seed: number) {
  const data = encoderData(base, shape);
  const random = seededRandom(seed);
  return encoderParameters(shape).map(({ layer, ...rule }) => {
    const known = data[rule.name];
    return {
      ...rule,
      learningRate: (known ? learningRate : adapterRecipe.learningRate) * layerDecay ** (shape.layers - layer),
      data: known ?? adapterStart(rule, random),
    };
  });
}
