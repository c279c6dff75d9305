import { expect, it } from 'vitest';
import { climb } from './ladder.js';
import type { Outcome } from './metrics/selective.js';

/** `n` messages in turn, of which every `everyWrong`th is wrong, and as sure as the others. */
const outcomes = (n: number, everyWrong: number): Outcome[] =>
  Array.from({ length: n }, (_, i) => ({ confidence: 1 - ((i * 7) % n) / n, correct: i % everyWrong !== 0 }));

it.each([
  { what: 'more errors, clearly', step: outcomes(400, 5), below: outcomes(400, 20), taken: false },
  { what: 'fewer errors', step: outcomes(400, 20), below: outcomes(400, 5), taken: true },
  { what: 'one error more among many', step: outcomes(400, 100), below: outcomes(400, 101), taken: true },
  { what: 'the same', step: outcomes(50, 10), below: outcomes(50, 10), taken: true },
])('a step of the ladder with $what: taken is $taken', ({ step, below, taken }) => {
  const steps = [{ live: below }, { live: step }] as const;
  expect(climb(steps)).toBe(steps[taken ? 1 : 0]);
});

it('compares a step with the last one that was taken, not with one that was left out', () => {
  const [words, frozen, tuned] = [{ live: outcomes(400, 10) }, { live: outcomes(400, 4) }, { live: outcomes(400, 5) }];
  expect(climb([words, frozen, tuned])).toBe(words);
});
