import { expect, it } from 'vitest';
import type { Outcome } from '#statistics';
import { selectModel } from './model-selection.js';

/** `n` messages, of which every `everyWrong`th is wrong, with the confidence of the others. */
const outcomes = (n: number, everyWrong: number): Outcome[] =>
  Array.from({ length: n }, (_, i) => ({ confidence: 1 - ((i * 7) % n) / n, correct: i % everyWrong !== 0 }));

it.each([
  { what: 'more errors, clearly', next: outcomes(400, 5), simpler: outcomes(400, 20), chosen: false },
  { what: 'fewer errors', next: outcomes(400, 20), simpler: outcomes(400, 5), chosen: true },
  { what: 'one error more among many', next: outcomes(400, 100), simpler: outcomes(400, 101), chosen: true },
  { what: 'the same', next: outcomes(50, 10), simpler: outcomes(50, 10), chosen: true },
])('an elaborate candidate with $what: chosen is $chosen', ({ next, simpler, chosen }) => {
  const candidates = [{ outcomes: simpler }, { outcomes: next }] as const;
  expect(selectModel(candidates)).toBe(candidates[chosen ? 1 : 0]);
});

it('compares a candidate with the last one that was chosen, not with one that was rejected', () => {
  const [tfidf, frozen, tuned] = [
    { outcomes: outcomes(400, 10) },
    { outcomes: outcomes(400, 4) },
    { outcomes: outcomes(400, 5) },
  ];
  expect(selectModel([tfidf, frozen, tuned])).toBe(tfidf);
});
