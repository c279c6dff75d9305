import { expect, it } from 'vitest';
import { suspicions } from './suspicions.js';

const intents = ['a', 'b', 'c'];
/** Enough rows of each intent, with which nothing is wrong. */
const others = intents.flatMap((intentId) =>
  Array.from({ length: 5 }, (_, i) => ({ id: `${intentId}${i}`, intentId })),
);
const sure = others.map(({ intentId }) => Float64Array.from(intents, (intent) => (intent === intentId ? 1 : 0)));

const about = (intentId: string | null, probabilities: number[], beside = others, theirs = sure) =>
  suspicions([{ id: 'row', intentId }, ...beside], {
    intents,
    probabilities: [Float64Array.from(probabilities), ...theirs],
  });

it.each<[string, string | null, number[], [string, number] | null]>([
  ['another intent is far likelier', 'a', [0.1, 0.8, 0.1], ['b', 0.7]],
  ['another is likelier, but not by much', 'a', [0.3, 0.6, 0.1], null],
  ['its own is likeliest', 'a', [0.9, 0.1, 0], null],
  ['its own is least likely, and nobody knows which is right', 'a', [0, 0.49, 0.51], ['c', 0.51]],
  ['out of scope, and like an intent', null, [0, 0, 0.9], ['c', 0.9]],
  ['out of scope, and like none', null, [0.3, 0.3, 0.4], null],
])('%s', (_, intentId, probabilities, expected) => {
  const found = about(intentId, probabilities).map(({ id, suspectedIntentId, suspicion }) => [
    ...[id, suspectedIntentId],
    Math.round(suspicion * 100) / 100,
  ]);
  expect(found).toEqual(expected === null ? [] : [['row', ...expected]]);
});

it('says nothing about an intent of a few rows, which no model of the others can know', () => {
  expect(about('a', [0, 1, 0], others.slice(1), sure.slice(1))).toHaveLength(1);
  expect(about('a', [0, 1, 0], others.slice(2), sure.slice(2))).toEqual([]);
});
