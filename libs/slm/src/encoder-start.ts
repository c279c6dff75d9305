import { encoderParameters, type EncoderShape } from '#onnx-train';
import { adapterRecipe, adapterStart } from './adapters.js';
import type { EncoderParts } from './inference-graph.js';
import { seededRandom } from './random.js';
import { maxTokens } from './tokenizer.js';

/** Each layer learns this much slower than the one above it. */
const layerDecay = 0.9;

export const wordsName = 'embeddings.word_embeddings.weight';
const positionsName = 'embeddings.position_embeddings.weight';

export function encoderShape({ config, weights }: EncoderParts, adapters = false): EncoderShape {
  return {
    layers: config.layers,
    width: config.width,
    heads: config.heads,
    ffn: config.ffn,
    layerNormEps: config.eps,
    activation: config.activation,
    positions: Math.min(config.positions, maxTokens),
    types: weights.get('embeddings.token_type_embeddings.weight')!.shape[0]!,
    words: config.vocab,
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

/** The encoder's parameters at the start of training; `rate` is the top layer's, but for adapters, which have one of their own. */
export function encoderStart(base: EncoderParts, shape: EncoderShape, rate: number, seed: number) {
  const data = encoderData(base, shape);
  const random = seededRandom(seed);
  return encoderParameters(shape).map(({ layer, ...rule }) => {
    const known = data[rule.name];
    return {
      ...rule,
      rate: (known ? rate : adapterRecipe.rate) * layerDecay ** (shape.layers - layer),
      data: known ?? adapterStart(rule, random),
    };
  });
}
