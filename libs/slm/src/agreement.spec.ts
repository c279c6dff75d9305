import { expect, it } from 'vitest';
import { int8Agreement } from './agreement.js';
import { loadBase, shippedBase } from './base-model.js';
import { makeCorpus } from './corpus.js';
import { encode, frozenStage } from './stage.js';

const texts = [
  'where is my order',
  'has my order shipped yet',
  'do you sell gift cards',
  'what is your phone number',
  'I want to return these shoes',
  'the lamp arrived broken',
  'can I change my delivery address please',
  'are you open on Sundays',
];

it('counts a message as the same where float arithmetic picks the intent of int8, for a head that reads directions', async () => {
  const base = loadBase(shippedBase());
  const rows = texts.map((text, i) => ({ text, intent: i < 2 ? 'order' : 'other', oos: false }));
  const corpus = makeCorpus(rows, base);
  const encoded = await encode(base, corpus, () => {});
  const { vectors } = encoded;
  const stage = await frozenStage(encoded, corpus, 1, () => {});
  const { width } = vectors;
  // Picks the first intent from a cosine of 0.5 with the first message up, which a vector that is longer than 1 would exceed too soon.
  stage.head = { weight: new Float32Array(2 * width), bias: Float32Array.of(0, 0.5), reads: 'normalised' };
  stage.head.weight.set(vectors.unit.subarray(0, width));
  const all = { same: texts.length, of: texts.length };
  expect(await int8Agreement(stage, corpus.messages, { known: vectors })).toEqual(all);
  expect(await int8Agreement(stage, corpus.messages)).toEqual(all);

  stage.encoder = (await encode({ ...base, weights: withoutWords(base.weights) }, corpus, () => {})).encoder;
  expect((await int8Agreement(stage, corpus.messages)).same).toBeLessThan(texts.length);
});

/** An encoder that cannot tell one word from another. */
function withoutWords(weights: ReturnType<typeof loadBase>['weights']): typeof weights {
  const name = 'embeddings.word_embeddings.weight';
  const table = weights.get(name)!;
  return new Map(weights).set(name, { ...table, data: new Float32Array(table.data.length) });
}
