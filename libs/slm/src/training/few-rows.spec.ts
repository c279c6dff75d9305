import { expect, it } from 'vitest';
import { contrastiveWeightFor, epochsFor, neighbourWeightFor } from './few-rows.js';

it.each([
  [5, true],
  [29.9, true],
  [30, false],
  [400, false],
])('the nearest rows have a say where an intent has few: %d rows, %s', (support, has) => {
  expect(neighbourWeightFor(support) > 0).toBe(has);
});

it.each([
  [10, 8],
  [29, 8],
  [30, 5],
])('of %d rows an intent each is shown %d times', (support, epochs) => {
  expect(epochsFor(support)).toBe(epochs);
});

it.each([
  [1_000, 1],
  [6_000, 0.5],
  [15_000, 0.2],
  [100_000, 0.2],
])('where %d rows are shown in all, the contrastive loss weighs %f', (shown, weight) => {
  expect(contrastiveWeightFor(shown)).toBeCloseTo(weight);
});
