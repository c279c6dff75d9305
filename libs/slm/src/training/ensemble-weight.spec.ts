import { expect, it } from 'vitest';
import { chooseEnsembleWeight } from './ensemble-weight.js';
import type { FoldResults } from './validation-results.js';

/** Messages of intent `a`: how much likelier each classifier takes it to be than `b`, in log odds. */
function fold(messages: { encoder: number; tfidf: number; times: number }[]): FoldResults {
  const all = messages.flatMap(({ times, ...message }) => Array.from({ length: times }, () => message));
  const logP = (logOdds: number) => -Math.log1p(Math.exp(-logOdds));
  return {
    intents: ['a', 'b'],
    rows: all.map(() => ({ text: '', intent: 'a', oos: false })),
    outputs: all.map(({ encoder, tfidf }) => ({
      logits: [encoder, 0],
      tfidf: [logP(tfidf), logP(-tfidf)],
      tfidfOutOfScope: 0,
      similarity: [],
      neighbours: [],
      outOfScope: 0,
      characters: 10,
    })),
    pseudoOutOfScope: [],
    background: [],
  };
}

const bothRight = { encoder: 3, tfidf: 3, times: 80 };

it.each([
  { what: 'it mends mistakes', messages: [bothRight, { encoder: -2, tfidf: 4, times: 15 }], atLeast: 0.4, atMost: 0.7 },
  { what: 'it brings mistakes', messages: [bothRight, { encoder: 4, tfidf: -4, times: 15 }], atLeast: 0, atMost: 0.2 },
  {
    what: 'it mends a mistake among few messages, which may be chance',
    messages: [
      { ...bothRight, times: 3 },
      { encoder: -0.1, tfidf: 0.5, times: 1 },
      { encoder: 0.5, tfidf: -0.1, times: 1 },
    ],
    atLeast: 0.3,
    atMost: 0.3,
  },
  { what: 'nothing is held out', messages: [], atLeast: 0.3, atMost: 0.3 },
])('the weight of the TF-IDF classifier depends on held-out messages: $what', ({ messages, atLeast, atMost }) => {
  const weight = chooseEnsembleWeight([fold(messages)], 0);
  expect(weight).toBeGreaterThanOrEqual(atLeast);
  expect(weight).toBeLessThanOrEqual(atMost);
});

it('rows out of scope and of intents that the fold has not learned have no say', () => {
  const results = fold([{ encoder: 3, tfidf: -3, times: 80 }]);
  const unknown = results.rows.map((row, i) => (i % 2 ? { ...row, intent: 'c' } : { ...row, intent: '', oos: true }));
  expect(chooseEnsembleWeight([{ ...results, rows: unknown }], 0)).toBe(0.3);
});
