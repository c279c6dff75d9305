import { expect, it } from 'vitest';
import { seededRandom } from '#statistics';
import { withTypingErrors } from './typing-errors.js';

const text = "please can you tell me where's my parcel with the lamp of 249 euros";

it('makes errors that are the same for the same seed, and others for another', () => {
  const made = (seed: number) => withTypingErrors(text, seededRandom(seed));
  expect(made(1)).toBe(made(1));
  const copies = new Set(Array.from({ length: 20 }, (_, seed) => made(seed)));
  expect(copies.size).toBeGreaterThan(10);
});

it('leaves most of a message and every number as they are', () => {
  for (let seed = 0; seed < 200; seed++) {
    const made = withTypingErrors(text, seededRandom(seed));
    expect(made).toContain('249');
    const kept = text.split(' ').filter((word) => made.includes(word));
    expect(kept.length).toBeGreaterThanOrEqual(8);
  }
});

it.each(['', ' ', '42', 'ok', '👍', 'où est ma commande'])('leaves "%s" fit to be read', (short) => {
  for (let seed = 0; seed < 50; seed++) {
    expect(withTypingErrors(short, seededRandom(seed)).length).toBeGreaterThanOrEqual(short.length - 3);
  }
});
