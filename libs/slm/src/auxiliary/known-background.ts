import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { backgroundTexts } from '#background';
import { backgroundRows } from './auxiliary-rows.js';
import { fitBackground, type BackgroundHead } from './background-head.js';
import {
  backgroundFile,
  createTokenizer,
  embedAll,
  float32Tensor,
  floatWeights,
  int8Encoder,
  joined,
  loadBase,
  measureActivations,
  pick,
  quantiseRows,
  readSafetensors,
  writeSafetensors,
  type BaseModel,
  type Vectors,
} from '../encoder/index.js';

/** Vectors that need not be computed, by text. */
export interface KnownVectors {
  rows: Map<string, number>;
  vectors: Vectors;
}

/** What comes with a base, so that no training has to compute it. */
export type KnownBackground = KnownVectors & BackgroundHead;

/**
 * The vectors of the background rows by `base`, and what was fitted on them. Null where none lie beside it, and where it or the rows have
 * been changed since. They are of int8 activations that suit these rows; a shop's own encoder differs from that by as much as int8 does from
 * float.
 */
export function knownBackground(base: BaseModel): KnownBackground | null {
  const path = join(base.dir, backgroundFile);
  if (!existsSync(path)) return null;
  const file = readSafetensors(path);
  const texts = backgroundTexts();
  if (file.metadata['rows'] !== checksumOf(rowsOf(texts)) || file.metadata['base'] !== checksumOf(partsOf(base)))
    return null;
  const data = (name: string) => tensors[name]!.data;
  const tensors = Object.fromEntries(floatWeights(file));
  return {
    rows: new Map(texts.map((text, row) => [text, row])),
    vectors: { width: base.config.width, unit: data('unit'), length: data('length') },
    head: { weight: data('head.weight'), bias: data('head.bias') },
    examples: { rows: [...data('examples.rows')], counts: [...data('examples.counts')] },
  };
}

/** Computes the vectors of the background rows by the base in `dir` and fits the head, and puts both beside the base. */
export async function writeKnownBackground(dir: string): Promise<{ file: string; rows: number }> {
  const base = loadBase(dir);
  const file = join(dir, backgroundFile);
  const texts = backgroundTexts();
  const vectors = await embedFresh(texts, base);
  const rows = backgroundRows();
  const numbers = new Map(texts.map((text, row) => [text, row]));
  const labelled = pick(
    vectors,
    rows.map(({ text }) => numbers.get(text)!),
  );
  const { head, examples } = await fitBackground(labelled, rows);
  const { data, scales } = quantiseRows(vectors.unit, texts.length);
  writeSafetensors(file, {
    metadata: { format: 'int8-rows', rows: checksumOf(rowsOf(texts)), base: checksumOf(partsOf(base)) },
    tensors: new Map([
      ['unit.int8', { dtype: 'I8', shape: [texts.length, vectors.width], data }],
      ['unit.scales', float32Tensor(scales, texts.length)],
      ['length', float32Tensor(vectors.length, texts.length)],
      ['head.weight', float32Tensor(head.weight, head.bias.length, vectors.width)],
      ['head.bias', float32Tensor(head.bias, head.bias.length)],
      ['examples.rows', float32Tensor(Float32Array.from(examples.rows), examples.rows.length)],
      ['examples.counts', float32Tensor(Float32Array.from(examples.counts), examples.counts.length)],
    ]),
  });
  return { file, rows: texts.length };
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
  const { activations } = await measureActivations(base, messages);
  const encoder = int8Encoder(base, activations).graph.finish();
  return embedAll(encoder, messages, base.config.width, () => {});
}

/** All that the vectors and the head depend on, beside the encoder. */
function rowsOf(texts: string[]): string[] {
  return [...texts, ...backgroundRows().map((row) => JSON.stringify(row))];
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
