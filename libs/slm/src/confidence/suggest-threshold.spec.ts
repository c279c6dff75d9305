import { expect, it } from 'vitest';
import { suggestThreshold } from './calibration.js';

/** Messages of one confidence, of which the first `wrong` are wrong. */
const rows = (confidence: number, n: number, wrong = 0) =>
  Array.from({ length: n }, (_, i) => ({ confidence, correct: i >= wrong, weight: 1 }));

it.each([
  {
    what: 'the lowest confidence with few errors above it',
    rows: [...rows(0.9, 40), ...rows(0.7, 40, 3), ...rows(0.6, 40, 20)],
    threshold: 0.7,
  },
  { what: 'nothing below a half, though all are right', rows: [...rows(0.9, 40), ...rows(0.2, 40)], threshold: 0.5 },
  { what: 'nothing of messages too few to tell', rows: rows(0.6, 19), threshold: 0.95 },
  { what: 'the most careful where too many are wrong', rows: rows(0.99, 40, 4), threshold: 0.95 },
])('suggests $what', ({ rows: given, threshold }) => expect(suggestThreshold(given)).toBe(threshold));
