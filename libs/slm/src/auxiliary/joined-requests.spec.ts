import { expect, it } from 'vitest';
import { seededRandom } from '#statistics';
import { joinedRequests } from './joined-requests.js';

const rows = [
  { text: 'Where is my order?', intent: 'status', oos: false },
  { text: 'Reset my password, please.', intent: 'login', oos: false },
  { text: 'Has it been sent?', intent: 'status', oos: false },
  { text: 'thanks', intent: 'thanks', oos: false },
  { text: 'what is the capital of France', intent: '', oos: true },
];

it('joins rows of two intents, the same again with the same seed', () => {
  const made = joinedRequests(rows, 40, seededRandom(3));
  expect(made).toHaveLength(40);
  expect(joinedRequests(rows, 40, seededRandom(3))).toEqual(made);
  for (const text of made) {
    expect(text).toMatch(/password/i);
    expect(text).toMatch(/where is my order|has it been sent/i);
    expect(text).not.toMatch(/thanks|france/i);
  }
  expect(new Set(made).size).toBeGreaterThan(20);
});

it('makes none of a single intent', () => {
  expect(joinedRequests(rows.slice(0, 1), 5, seededRandom(3))).toEqual([]);
});
