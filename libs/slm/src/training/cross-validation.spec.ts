import { expect, it } from 'vitest';
import { makeCorpus, withNames } from '../data/index.js';
import { loadBase, shippedBase } from '../encoder/index.js';
import { encode } from './candidate-model.js';
import { crossValidate } from './cross-validation.js';

const wordings = {
  order_status: ['where is my order', 'track my parcel', 'has it shipped', 'when will it arrive', 'still not here'],
  refund: ['I want my money back', 'refund please', 'how long does it take', 'when am I paid', 'no money yet'],
  password: ['I forgot my password', 'reset it', 'cannot log in', 'change my password', 'login does not work'],
};
const rows = Object.entries(wordings).flatMap(([intent, texts]) => texts.map((text) => ({ text, intent, oos: false })));

async function folds() {
  const base = loadBase(shippedBase());
  const corpus = makeCorpus(withNames(rows), base);
  const encoded = await encode(base, corpus, () => {});
  return (await crossValidate(encoded, corpus, { seed: 1, folds: 5 }, () => {})).frozen;
}

it('keeps each message out with its intent once, each other message once, and never the name of an intent', async () => {
  const frozen = await folds();
  const held = frozen.flatMap((fold) => fold.rows);
  expect(rows).toEqual(expect.arrayContaining(held));
  expect(frozen.reduce((sum, { pseudoOutOfScope }) => sum + pseudoOutOfScope.length, 0)).toBe(rows.length);
  for (const fold of frozen) {
    expect(fold.outputs).toHaveLength(fold.rows.length);
    expect(fold.rows.every(({ intent }) => fold.intents.includes(intent))).toBe(true);
    expect(fold.intents).toHaveLength(fold.pseudoOutOfScope.length ? 2 : 3);
  }
});

it('is the same after an interruption, which keeps it as JSON: typed arrays would have become objects', async () => {
  const frozen = await folds();
  expect(JSON.parse(JSON.stringify(frozen))).toEqual(frozen);
});
