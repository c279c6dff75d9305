import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { encoderParameters, type EncoderShape } from '#onnx-train';
import { ModelError } from '#contracts';
import { encoderConfig, type EncoderConfig } from './encoder-config.js';
import { floatWeights, readSafetensors, type FloatTensor } from './safetensors.js';

/** A pretrained encoder, from which every model starts. */
export interface BaseModel {
  /** The folder that it was read from. */
  dir: string;
  config: EncoderConfig;
  /** The raw texts of config.json and tokenizer.json, to be copied into other folders. */
  configJson: string;
  tokenizerJson: string;
  /** By their names in BERT checkpoints. */
  weights: Map<string, FloatTensor>;
}

/** What comes beside a base: its vectors of the background rows. */
export const backgroundFile = 'background.safetensors';

/** The folder of the encoder that the repository ships. It is found from this file, in the sources as in dist/. */
export function shippedBase(): string {
  const here = fileURLToPath(import.meta.url);
  const root = here.slice(0, here.lastIndexOf('/libs/slm/')).replace(/\/dist$/, '');
  return join(root, 'models', 'minilm-l6');
}

/**
 * Reads config.json, tokenizer.json and the safetensors file of a BERT-shaped checkpoint, with its weights as float32. Throws BASE_BROKEN
 * with the reason: a missing file, a config that is not BERT's, a weight that is missing or has another shape than the config says.
 */
export function loadBase(dir: string): BaseModel {
  try {
    const configJson = readFileSync(join(dir, 'config.json'), 'utf8');
    const tokenizerJson = readFileSync(join(dir, 'tokenizer.json'), 'utf8');
    const config = encoderConfig.parse(JSON.parse(configJson));
    const file = readdirSync(dir).find((name) => name.endsWith('.safetensors') && name !== backgroundFile);
    if (!file) throw new Error('no .safetensors file in it');
    const weights = floatWeights(readSafetensors(join(dir, file)));
    checkShapes(config, weights);
    return { dir, config, configJson, tokenizerJson, weights };
  } catch (error) {
    throw new ModelError('BASE_BROKEN', {
      dir,
      why: error instanceof Error ? error.message.slice(0, 300) : 'unreadable',
    });
  }
}

export const wordTableName = 'embeddings.word_embeddings.weight';

/** The shape that the training engine needs to know. */
export function shapeOf(config: EncoderConfig): EncoderShape {
  const { layers, width, heads, ffn, activation, positions, types } = config;
  return { layers, width, heads, ffn, activation, positions, types, layerNormEps: config.eps, words: config.vocab };
}

/** Names and shapes of the weights of BERT without its pooler: the parameters that can be trained, and the word table. */
export function weightShapes(config: EncoderConfig): { name: string; shape: readonly number[] }[] {
  return [{ name: wordTableName, shape: [config.vocab, config.width] }, ...encoderParameters(shapeOf(config))];
}

function checkShapes(config: EncoderConfig, weights: Map<string, FloatTensor>): void {
  for (const { name, shape } of weightShapes(config)) {
    const found = weights.get(name)?.shape.join(' x ');
    if (found !== shape.join(' x ')) throw new Error(`${name} is ${found ?? 'missing'}, not ${shape.join(' x ')}`);
  }
}
