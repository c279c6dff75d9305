import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { measureActivations } from './activations.js';
import { loadBase, shippedBase, type BaseModel } from './base-model.js';
import { floatModel, int8Encoder } from './encoder-graph.js';
import { floats, openSession, runIds } from './onnx-session.js';
import { createTokenizer } from './tokenizer.js';

interface Reference {
  text: string;
  ids: number[];
  embedding: number[];
}

async function pooled(model: Uint8Array, messages: number[][]): Promise<Float32Array[]> {
  const session = await openSession(model);
  const out: Float32Array[] = [];
  for (const ids of messages) out.push(floats((await runIds(session, ids))['pooled']).slice());
  await session.release();
  return out;
}

function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    ab += a[i]! * b[i]!;
    aa += a[i]! ** 2;
    bb += b[i]! ** 2;
  }
  return ab / Math.sqrt(aa * bb);
}

/** The encoder with the word vectors of these messages only. A vocabulary of 250,000 would take most of the time. */
function trimmed(base: BaseModel, messages: number[][]): { base: BaseModel; messages: number[][] } {
  const words = 'embeddings.word_embeddings.weight';
  const { width } = base.config;
  const used = [...new Set(messages.flat())];
  const table = base.weights.get(words)!.data;
  const data = new Float32Array(used.length * width);
  for (const [to, from] of used.entries()) data.set(table.subarray(from * width, (from + 1) * width), to * width);
  const weights = new Map(base.weights).set(words, { shape: [used.length, width], data });
  const numbers = new Map(used.map((id, number) => [id, number]));
  return {
    base: { ...base, config: { ...base.config, vocab: used.length }, weights },
    messages: messages.map((ids) => ids.map((id) => numbers.get(id)!)),
  };
}

async function served(base: BaseModel, messages: number[][]): Promise<Float32Array[]> {
  const { activations } = await measureActivations(base, messages);
  return pooled(int8Encoder(base, activations).graph.finish(), messages);
}

describe('the shipped encoder', () => {
  const base = loadBase(shippedBase());
  const tokenizer = createTokenizer(JSON.parse(base.tokenizerJson) as object);

  it('tokenises as WordPiece does: case, accents, punctuation, unknown characters, special tokens', () => {
    expect(tokenizer.encode('Where is my order?')).toEqual([101, 2073, 2003, 2026, 2344, 1029, 102]);
    expect(tokenizer.encode('naïve café')).toEqual([101, 15743, 7668, 102]);
    expect(tokenizer.encode('')).toEqual([101, 102]);
    expect(tokenizer.encode('👍🏽 thanks 🙏')).toEqual([101, 100, 4283, 100, 102]);
  });

  it('cuts 20,000 characters to 64 tokens that end with the closing token', () => {
    const ids = tokenizer.encode('where is it '.repeat(1667));
    expect(ids).toHaveLength(64);
    expect(ids.at(-1)).toBe(102);
  });

  it('serves in int8 what it computes in float', async () => {
    const messages = ['Where is my order?', 'I want a refund!!', 'ok', 'cancel the subscription'].map((t) =>
      tokenizer.encode(t),
    );
    const small = trimmed(base, messages);
    const exact = await pooled(floatModel(small.base).bytes, small.messages);
    for (const [i, vector] of (await served(small.base, small.messages)).entries())
      expect(cosine(vector, exact[i]!)).toBeGreaterThan(0.99);
  });

  it('keeps the meaning: a paraphrase is nearer than another question', async () => {
    const texts = ['where is my parcel', 'has my package been shipped yet', 'how do I reset my password'];
    const [a, b, c] = await served(
      base,
      texts.map((text) => tokenizer.encode(text)),
    );
    expect(cosine(a!, b!)).toBeGreaterThan(cosine(a!, c!) + 0.2);
  }, 180_000);
});

/**
 * What sentence-transformers/all-MiniLM-L6-v2, the origin of the shipped encoder, makes of 32 messages: token ids and the mean of the last
 * layer in fp32, rounded to 3 decimals.
 */
const reference = readFileSync(join(import.meta.dirname, '../testing/minilm-l6-reference.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Reference);

describe('the shipped encoder against the published one', () => {
  const base = loadBase(shippedBase());
  const tokenizer = createTokenizer(JSON.parse(base.tokenizerJson) as object);
  const messages = reference.map(({ ids }) => ids);

  it('tokenises alike', () => {
    for (const { text, ids } of reference) expect(tokenizer.encode(text), text).toEqual(ids);
  });

  it('computes the same vectors, but for the rounding of its matrices', async () => {
    const { base: small, messages: renumbered } = trimmed(base, messages);
    const float = await pooled(floatModel(small).bytes, renumbered);
    const int8 = await served(small, renumbered);
    for (const [i, { text, embedding }] of reference.entries()) {
      expect(cosine(embedding, float[i]!), text).toBeGreaterThan(0.995);
      expect(cosine(embedding, int8[i]!), text).toBeGreaterThan(0.99);
    }
  });
});

/** More checkpoints, and the exact weights of the published one, lie beside the repository on some machines. */
const checkpoints = join(import.meta.dirname, '../../../../../shared/base-models');

if (existsSync(checkpoints))
  describe('public checkpoints', () => {
    it.each([
      ['all-minilm-l6-v2', 0.98],
      ['multilingual-e5-small', 0.98],
    ])('%s: token ids, fp32 within 1e-4, int8 cosine', async (name, leastCosine) => {
      const dir = join(checkpoints, name);
      const base = loadBase(dir);
      // The reference texts carry their prefix themselves.
      const tokenizer = createTokenizer(JSON.parse(base.tokenizerJson) as object);
      const file = JSON.parse(readFileSync(join(dir, 'reference.json'), 'utf8')) as Reference[] | { rows: Reference[] };
      const rows = Array.isArray(file) ? file : file.rows;
      const short = rows.filter(({ ids }) => ids.length <= 64);
      for (const { text, ids } of rows) {
        const expected = ids.length <= 64 ? ids : [...ids.slice(0, 63), ids.at(-1)];
        expect(tokenizer.encode(text), text).toEqual(expected);
      }
      const messages = short.map(({ ids }) => ids);
      const exact = await pooled(floatModel(base).bytes, messages);
      const int8 = await served(base, messages);
      for (const [i, { embedding, text }] of short.entries()) {
        const apart = Math.max(...embedding.map((value, d) => Math.abs(value - exact[i]![d]!)));
        expect(apart, text).toBeLessThan(1e-4);
        expect(cosine(embedding, int8[i]!), text).toBeGreaterThan(leastCosine);
      }
    });
  });
