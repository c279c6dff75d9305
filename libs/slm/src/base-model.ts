import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ModelError } from '#contracts';
import { encoderConfig, type EncoderConfig } from './encoder-config.js';
import { floatWeights, readSafetensors, type FloatTensor } from './safetensors.js';

/** A pretrained encoder: what every model starts from, and the space in which "unlike anything known" is measured. */
export interface BaseModel {
  config: EncoderConfig;
  /** The raw texts of config.json and tokenizer.json, to be copied into model folders. */
  configJson: string;
  tokenizerJson: string;
  weights: Map<string, FloatTensor>;
}

/** The encoder that the repository ships: four folders up from this file, in the sources and in dist/ (one more) alike. */
export function shippedBase(): string {
  const here = fileURLToPath(import.meta.url);
  const root = here.slice(0, here.lastIndexOf('/libs/slm/')).replace(/\/dist$/, '');
  return join(root, 'models', 'minilm-l6');
}

export function loadBase(dir: string): BaseModel {
  try {
    const configJson = readFileSync(join(dir, 'config.json'), 'utf8');
    const tokenizerJson = readFileSync(join(dir, 'tokenizer.json'), 'utf8');
    const config = encoderConfig.parse(JSON.parse(configJson));
    const file = readdirSync(dir).find((name) => name.endsWith('.safetensors'));
    if (!file) throw new Error('no .safetensors file in it');
    const weights = floatWeights(readSafetensors(join(dir, file)));
    checkShapes(config, weights);
    return { config, configJson, tokenizerJson, weights };
  } catch (error) {
    throw new ModelError('BASE_BROKEN', {
      dir,
      why: error instanceof Error ? error.message.slice(0, 300) : 'unreadable',
    });
  }
}

/** Names and shapes of the weights of BERT without its pooler. */
export function weightShapes({ layers, width, ffn, vocab, positions }: EncoderConfig): [string, number[]][] {
  const norm = (name: string): [string, number[]][] => [
    [`${name}.LayerNorm.weight`, [width]],
    [`${name}.LayerNorm.bias`, [width]],
  ];
  const dense = (name: string, rows: number, columns: number): [string, number[]][] => [
    [`${name}.weight`, [rows, columns]],
    [`${name}.bias`, [rows]],
  ];
  const layer = (name: string): [string, number[]][] => [
    ...dense(`${name}.attention.self.query`, width, width),
    ...dense(`${name}.attention.self.key`, width, width),
    ...dense(`${name}.attention.self.value`, width, width),
    ...dense(`${name}.attention.output.dense`, width, width),
    ...norm(`${name}.attention.output`),
    ...dense(`${name}.intermediate.dense`, ffn, width),
    ...dense(`${name}.output.dense`, width, ffn),
    ...norm(`${name}.output`),
  ];
  return [
    ['embeddings.word_embeddings.weight', [vocab, width]],
    ['embeddings.position_embeddings.weight', [positions, width]],
    ...norm('embeddings'),
    ...Array.from({ length: layers }, (_, l) => layer(`encoder.layer.${l}`)).flat(),
  ];
}

function checkShapes(config: EncoderConfig, weights: Map<string, FloatTensor>): void {
  for (const [name, shape] of weightShapes(config)) {
    const found = weights.get(name)?.shape.join(' x ');
    if (found !== shape.join(' x ')) throw new Error(`${name} is ${found ?? 'missing'}, not ${shape.join(' x ')}`);
  }
}
