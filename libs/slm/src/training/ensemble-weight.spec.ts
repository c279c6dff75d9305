import { expect, it } from 'vitest';
import { chooseEnsembleWeight } from './ensemble-weight.js';
import type { FoldResults } from './validation-results.js';

/** Messages of intent `a`. The encoder has a slight preference for one intent, the TF-IDF classifier a strong one. */
function fold(messages: { encoder: 'a' | 'b'; tfidf: 'a' | 'b'; times: number }[]): FoldResults {
  const all = messages.flatMap(({ times, ...message }) => Array.from({ length: times }, () => message));
  const likely = Math.log(0.999);
  const unlikely = Math.log(0.001);
  return {
    intents: ['a', 'b'],
    rows: all.map(() => ({ text: '', intent: 'a', oos: false })),
    outputs: all.map(({ encoder, tfidf }) => ({
      logits: encoder === 'a' ? [0.1, 0] : [0, 0.1],
      tfidf: tfidf === 'a' ? [likely, unlikely] : [unlikely, likely],
      similarity: [],
      neighbours: [],
      outOfScope: 0,
      characters: 10,
    })),
    pseudoOutOfScope: [],
    background: [],
  };
}

it.each([
  { what: 'many messages gained', gained: 9, lost: 2, weight: 0.3 },
  { what: 'one lost, which may be chance', gained: 0, lost: 1, weight: 0.3 },
  { what: 'as many lost as gained', gained: 30, lost: 30, weight: 0.3 },
  { what: 'more lost', gained: 2, lost: 9, weight: 0 },
])('the weight of the TF-IDF classifier depends on held-out messages: $what', ({ gained, lost, weight }) => {
  const results = [
    fold([
      { encoder: 'a', tfidf: 'a', times: 50 },
      { encoder: 'b', tfidf: 'a', times: gained },
      { encoder: 'a', tfidf: 'b', times: lost },
    ]),
  ];
  expect(chooseEnsembleWeight(results)).toBe(weight);
});
