import { expect, it } from 'vitest';
import { answersOf } from './outlook.js';

const outcomes = (n: number, confidence: number, correct: boolean) =>
  Array.from({ length: n }, () => ({ confidence, correct, oos: false }));
const tested = [...outcomes(57, 0.95, true), ...outcomes(3, 0.95, false), ...outcomes(40, 0.35, false)];

it.each([
  ['a month of messages tells how many', { messages: 200, sure: 160 }, 0.9, 'last_month', 200, 80, 4],
  ['too few messages tell nothing', { messages: 99, sure: 99 }, 0.9, 'test_set', 100, 60, 3],
  ['nothing is answered from above every confidence', { messages: 200, sure: 0 }, 2, 'last_month', 200, 0, 0],
  ['an answer like none of the test set says nothing', { messages: 200, sure: 10 }, 0.99, 'test_set', 100, 0, 0],
])('%s', (_, recent, threshold, from, nMessages, answered, wrong) => {
  const answers = answersOf(recent, tested, threshold);
  expect(answers).toMatchObject({ from, nMessages });
  expect(answers.answered).toBeCloseTo(answered);
  expect(answers.wrong).toBeCloseTo(wrong);
});
