import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { backgroundTexts } from '#background';
import { embedAll, int8Encoder, loadBase, measureActivations, readTokenizer, shippedBase } from '../encoder/index.js';
import { writeTinyBase } from '../testing/tiny-base.js';
import { knownBackground, vectorsOf, writeKnownBackground, type KnownVectors } from './known-background.js';

const base = loadBase(shippedBase());
/** Of cosines. Bytes instead of floats alone cost .0001. */
const least = 0.995;

it('the vectors that come with the program are those of its background rows by its encoder', async () => {
  const known = knownBackground(base);
  expect(known, 'rows or encoder have changed: npm run -s baton -- background-vectors').not.toBeNull();
  const { vectors } = known!;
  const texts = backgroundTexts();
  expect(vectors.length).toHaveLength(texts.length);
  const tokenizer = readTokenizer(`${shippedBase()}/tokenizer.json`);
  const messages = texts.map((text) => tokenizer.encode(text));
  const { activations } = await measureActivations(base, messages);
  const encoder = int8Encoder(base, activations).graph.finish();
  const some = [...messages.keys()].filter((row) => row % 127 === 0);
  expect(some.length).toBeGreaterThan(39);
  const { width, unit, length } = await embedAll(
    encoder,
    some.map((row) => messages[row]!),
    vectors.width,
    () => {},
  );
  for (const [i, row] of some.entries()) {
    const kept = vectors.unit.subarray(row * width, (row + 1) * width);
    const cosine = kept.reduce((sum, v, d) => sum + v * unit[i * width + d]!, 0);
    expect(cosine, texts[row]).toBeGreaterThan(least);
    expect(vectors.length[row]! / length[i]!, texts[row]).toBeCloseTo(1, 1);
  }
}, 60_000);

it('are none for another base', () => {
  expect(knownBackground({ ...base, tokenizerJson: base.tokenizerJson + '\n' })).toBeNull();
  const weights = new Map(
    [...base.weights].map(([name, { shape, data }]) => [name, { shape, data: data.slice(0, 9) }]),
  );
  expect(knownBackground({ ...base, weights })).toBeNull();
});

it('lie beside another base once they were computed, and are not taken for its weights', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'baton-base-'));
  try {
    writeTinyBase(dir, ['where is my parcel', 'the lamp caught fire']);
    expect(knownBackground(loadBase(dir))).toBeNull();
    await writeKnownBackground(dir);
    const other = loadBase(dir);
    const known = knownBackground(other)!;
    expect(known.vectors.width).toBe(other.config.width);
    expect(known.rows.size).toBe(backgroundTexts().length);
  } finally {
    rmSync(dir, { recursive: true });
  }
}, 120_000);

const known: KnownVectors = {
  rows: new Map([
    ['east', 0],
    ['north', 1],
  ]),
  vectors: { width: 2, unit: Float32Array.of(1, 0, 0, 1), length: Float32Array.of(1, 2) },
};

it.each<[KnownVectors | null, string[]]>([
  [known, ['west', 'south', 'west']],
  [null, ['west', 'north', 'south', 'east', 'west', 'north']],
])('computes only what is not known', async (kept, computed) => {
  const asked: string[][] = [];
  const directions: Record<string, number[]> = { east: [1, 0], north: [0, 1], west: [-1, 0], south: [0, -1] };
  const { unit } = await vectorsOf(['west', 'north', 'south', 'east', 'west', 'north'], kept, (texts) => {
    asked.push(texts);
    return Promise.resolve({
      width: 2,
      unit: Float32Array.from(texts.flatMap((text) => directions[text]!)),
      length: new Float32Array(texts.length),
    });
  });
  expect(asked).toEqual([computed]);
  expect([...unit]).toEqual([-1, 0, 0, 1, 0, -1, 1, 0, -1, 0, 0, 1]);
});
