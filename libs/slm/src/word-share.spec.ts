import { expect, it } from 'vitest';
import type { Trial } from './proof.js';
import { chooseWordShare } from './word-share.js';

/** Messages of intent `a`, of which encoder and words, each when they speak up, see `a` or `b`. */
function trial(messages: { encoder: 'a' | 'b'; words: 'a' | 'b'; times: number }[]): Trial {
  const all = messages.flatMap(({ times, ...message }) => Array.from({ length: times }, () => message));
  const loud = Math.log(0.999);
  const quiet = Math.log(0.001);
  return {
    intents: ['a', 'b'],
    rows: all.map(() => ({ text: '', intent: 'a', oos: false })),
    signals: all.map(({ encoder, words }) => ({
      logits: encoder === 'a' ? [0.1, 0] : [0, 0.1],
      words: words === 'a' ? [loud, quiet] : [quiet, loud],
      similarity: [],
      neighbours: [],
      characters: 10,
    })),
    leftOut: [],
  };
}

it.each([
  { what: 'many messages gained', gained: 9, lost: 2, share: 0.3 },
  { what: 'one lost, which may be chance', gained: 0, lost: 1, share: 0.3 },
  { what: 'as many lost as gained', gained: 30, lost: 30, share: 0.3 },
  { what: 'more lost', gained: 2, lost: 9, share: 0 },
])('words count by held-out messages: $what', ({ gained, lost, share }) => {
  const proof = [
    trial([
      { encoder: 'a', words: 'a', times: 50 },
      { encoder: 'b', words: 'a', times: gained },
      { encoder: 'a', words: 'b', times: lost },
    ]),
  ];
  expect(chooseWordShare(proof)).toBe(share);
});
