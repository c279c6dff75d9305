import { describe, expect, it } from 'vitest';
import { Random, seededRandom } from './random.js';

describe('seeded random numbers', () => {
  it('are those of mulberry32, so that a seed means the same model for ever', () => {
    const random = seededRandom(1);
    const drawn = Array.from({ length: 3 }, () => Math.round(random.next() * 2 ** 32));
    expect(drawn).toEqual([2_693_262_067, 11_749_833, 2_265_367_787]);
  });

  it.each([0, 7, 2 ** 31, 2 ** 32 - 1, -5])('go on alike from a saved state (seed %d)', (seed) => {
    const random = seededRandom(seed);
    random.next();
    const again = new Random(random.state);
    expect([again.next(), again.next()]).toEqual([random.next(), random.next()]);
  });

  it('shuffle a copy that has every item once', () => {
    const items = [1, 2, 3, 4, 5];
    const shuffled = seededRandom(3).shuffle(items);
    expect(items).toEqual([1, 2, 3, 4, 5]);
    expect(shuffled.toSorted()).toEqual(items);
    expect(shuffled).toEqual(seededRandom(3).shuffle(items));
  });
});
