import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { backgroundTexts, backgroundVectorsFile } from '#background';
import {
  createTokenizer,
  embedAll,
  encoderModel,
  float32Tensor,
  floatWeights,
  joined,
  loadBase,
  measureActivations,
  pick,
  quantiseRows,
  readSafetensors,
  shippedBase,
  writeSafetensors,
  type BaseModel,
  type Vectors,
} from '../encoder/index.js';

/** Vectors that need not be computed, by text. */
export interface KnownVectors {
  rows: Map<string, number>;
  vectors: Vectors;
}

/**
 * The vectors of the background rows by `base`, which come with the program, so that no training has to compute them. Null for another base
 * than the shipped one, and where texts have been changed since. They are of int8 activations that suit these rows; a shop's own encoder
 * differs from that by as much as int8 does from float.
 */
export function backgroundVectors(base: BaseModel): KnownVectors | null {
  if (!existsSync(backgroundVectorsFile)) return null;
  const file = readSafetensors(backgroundVectorsFile);
  const texts = backgroundTexts();
  if (file.metadata['texts'] !== checksumOf(texts) || file.metadata['base'] !== checksumOf(partsOf(base))) return null;
  const { unit, length } = Object.fromEntries(floatWeights(file));
  const vectors = { width: base.config.width, unit: unit!.data, length: length!.data };
  return { rows: new Map(texts.map((text, row) => [text, row])), vectors };
}

/** Computes the vectors of the background rows by the shipped base, and puts them beside the rows. */
export async function writeBackgroundVectors(): Promise<{ file: string; rows: number }> {
  const base = loadBase(shippedBase());
  const texts = backgroundTexts();
  const vectors = await embedFresh(texts, base);
  const { data, scales } = quantiseRows(vectors.unit, texts.length);
  writeSafetensors(backgroundVectorsFile, {
    metadata: { format: 'int8-rows', texts: checksumOf(texts), base: checksumOf(partsOf(base)) },
    tensors: new Map([
      ['unit.int8', { dtype: 'I8', shape: [texts.length, vectors.width], data }],
      ['unit.scales', float32Tensor(scales, texts.length)],
      ['length', float32Tensor(vectors.length, texts.length)],
    ]),
  });
  return { file: backgroundVectorsFile, rows: texts.length };
}

/** The vectors of `texts`: those that are known, and of all others by `embed`. */
export async function vectorsOf(
  texts: string[],
  known: KnownVectors | null,
  embed: (others: string[]) => Promise<Vectors>,
): Promise<Vectors> {
  if (!known) return embed(texts);
  const others = texts.filter((text) => !known.rows.has(text));
  const all = joined([known.vectors, await embed(others)]);
  let next = known.rows.size;
  return pick(
    all,
    texts.map((text) => known.rows.get(text) ?? next++),
  );
}

async function embedFresh(texts: string[], base: BaseModel): Promise<Vectors> {
  const tokenizer = createTokenizer(JSON.parse(base.tokenizerJson) as object, base.config.prefix);
  const messages = texts.map((text) => tokenizer.encode(text));
  const encoder = encoderModel(base, await measureActivations(base, messages));
  return embedAll(encoder, messages, base.config.width, () => {});
}

/** All that a vector depends on, beside the text. */
function partsOf({ configJson, tokenizerJson, weights }: BaseModel): (string | Float32Array)[] {
  return [configJson, tokenizerJson, ...[...weights].flatMap(([name, { data }]) => [name, data])];
}

function checksumOf(parts: (string | Float32Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\n');
  return hash.digest('hex');
}
