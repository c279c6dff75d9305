import { expect, it } from 'vitest';
import { pairedBootstrap } from './paired-bootstrap.js';

const mean = (rows: number[]) => rows.reduce((sum, x) => sum + x, 0) / rows.length;

it('gives the difference itself where every row differs alike', () => {
  const a = [1, 2, 3, 4];
  const found = pairedBootstrap({ a, b: a.map((x) => x + 2), statistic: mean, resamples: 20 });
  expect(found).toHaveLength(20);
  for (const difference of found) expect(difference).toBeCloseTo(2, 12);
});

it('draws rows of more weight more often', () => {
  const drawn = (weights?: number[]) =>
    mean(pairedBootstrap({ a: [0, 0], b: [0, 1], statistic: mean, resamples: 4_000, weights }));
  expect(drawn()).toBeCloseTo(1 / 2, 1);
  expect(drawn([1, 3])).toBeCloseTo(3 / 4, 1);
});
