import { expect, it } from 'vitest';
import { loadBase, shippedBase } from './base-model.js';
import { makeCorpus } from './corpus.js';
import { withNames } from './intent-names.js';
import { rehearse } from './rehearsal.js';
import { encode } from './stage.js';

const wordings = {
  order_status: ['where is my order', 'track my parcel', 'has it shipped', 'when will it arrive', 'still not here'],
  refund: ['I want my money back', 'refund please', 'how long does it take', 'when am I paid', 'no money yet'],
  password: ['I forgot my password', 'reset it', 'cannot log in', 'change my password', 'login does not work'],
};
const rows = Object.entries(wordings).flatMap(([intent, texts]) => texts.map((text) => ({ text, intent, oos: false })));

it('keeps each message out with its intent once, each other message once, and never the name of an intent', async () => {
  const base = loadBase(shippedBase());
  const corpus = makeCorpus(withNames(rows), base);
  const encoded = await encode(base, corpus, () => {});
  const { frozen } = await rehearse(encoded, corpus, { seed: 1, trials: 5 }, () => {});
  const held = frozen.flatMap((trial) => trial.rows);
  expect(rows).toEqual(expect.arrayContaining(held));
  expect(frozen.reduce((sum, { leftOut }) => sum + leftOut.length, 0)).toBe(rows.length);
  for (const trial of frozen) {
    expect(trial.signals).toHaveLength(trial.rows.length);
    expect(trial.rows.every(({ intent }) => trial.intents.includes(intent))).toBe(true);
    expect(trial.intents).toHaveLength(trial.leftOut.length ? 2 : 3);
  }
});
