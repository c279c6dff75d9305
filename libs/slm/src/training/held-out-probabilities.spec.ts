import { expect, it } from 'vitest';
import { makeCorpus } from '../data/index.js';
import { loadBase, shippedBase } from '../encoder/index.js';
import { encode } from './candidate-model.js';
import { heldOutProbabilities } from './held-out-probabilities.js';

const wordings = {
  order_status: ['where is my order', 'track my parcel', 'has my order shipped', 'order not here yet', 'order status'],
  refund: ['I want my money back', 'refund please', 'refund my money', 'when do I get a refund', 'money back please'],
  password: ['I forgot my password', 'reset my password', 'password reset', 'new password', 'password is wrong'],
};
const right = Object.entries(wordings).flatMap(([intent, texts]) =>
  texts.map((text) => ({ text, intent, oos: false })),
);
const wrong = { text: 'how do I reset my password', intent: 'refund', oos: false };
const outOfScope = { text: 'password please', intent: '', oos: true };

it('asks about each row as about a new message: a wrong label does not defend itself', async () => {
  const rows = [wrong, ...right, outOfScope];
  const base = loadBase(shippedBase());
  const { vectors } = await encode(base, makeCorpus(rows, base), () => {});
  const { intents, probabilities } = await heldOutProbabilities(rows, vectors);
  expect(intents.toSorted()).toEqual(['order_status', 'password', 'refund']);
  expect(probabilities).toHaveLength(rows.length);
  const of = (row: number, intent: string) => probabilities[row]![intents.indexOf(intent)]!;
  for (const row of rows.keys()) expect(intents.reduce((sum, intent) => sum + of(row, intent), 0)).toBeCloseTo(1);
  expect(of(0, 'password')).toBeGreaterThan(of(0, 'refund') + 0.3);
  expect(of(rows.length - 1, 'password')).toBeGreaterThan(1 / 3);
});
