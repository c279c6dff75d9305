import { expect, it } from 'vitest';
import { neighbourWeightFor } from './neighbour-weight.js';

it.each([
  [5, true],
  [29.9, true],
  [30, false],
  [400, false],
])('the nearest rows have a say where an intent has few: %d rows, %s', (support, has) => {
  expect(neighbourWeightFor(support) > 0).toBe(has);
});
