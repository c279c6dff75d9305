import { expect, it } from 'vitest';
import { provenWorse } from './ladder.js';
import type { Outcome } from './metrics/selective.js';

/** `n` messages in turn, of which every `everyWrong`th is wrong, and as sure as the others. */
const outcomes = (n: number, everyWrong: number): Outcome[] =>
  Array.from({ length: n }, (_, i) => ({ confidence: 1 - ((i * 7) % n) / n, correct: i % everyWrong !== 0 }));

it.each([
  { what: 'more errors, clearly', step: outcomes(400, 5), below: outcomes(400, 20), worse: true },
  { what: 'fewer errors', step: outcomes(400, 20), below: outcomes(400, 5), worse: false },
  { what: 'one error more among many', step: outcomes(400, 100), below: outcomes(400, 101), worse: false },
  { what: 'the same', step: outcomes(50, 10), below: outcomes(50, 10), worse: false },
])('a step of the ladder with $what: shown to be worse is $worse', ({ step, below, worse }) => {
  expect(provenWorse(step, below)).toBe(worse);
});
