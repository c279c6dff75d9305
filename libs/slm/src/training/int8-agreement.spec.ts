import { expect, it } from 'vitest';
import { makeCorpus } from '../data/index.js';
import { loadBase, shippedBase } from '../encoder/index.js';
import { encode, frozenCandidate } from './candidate-model.js';
import { agreementOf, int8Agreement } from './int8-agreement.js';

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

it('counts messages for which float and int8 arithmetic pick the same intent, for a head that reads vectors of length 1', async () => {
  const base = loadBase(shippedBase());
  const rows = texts.map((text, i) => ({ text, intent: i < 2 ? 'order' : 'other', oos: false }));
  const corpus = makeCorpus(rows, base);
  const encoded = await encode(base, corpus, () => {});
  const { vectors, float } = encoded;
  const candidate = await frozenCandidate(encoded, corpus, 1, () => {});
  const { width } = vectors;
  // Picks the first intent if the cosine with the first message is 0.5 or more. Vectors longer than 1 would exceed that too soon.
  candidate.head = { weight: new Float32Array(2 * width), bias: Float32Array.of(0, 0.5), reads: 'normalised' };
  candidate.head.weight.set(vectors.unit.subarray(0, width));
  const all = { same: texts.length, of: texts.length };
  expect(agreementOf(candidate.head, vectors, float.vectors)).toEqual(all);
  expect(await int8Agreement(candidate, corpus.messages)).toEqual(all);

  candidate.encoder = (await encode({ ...base, weights: withoutWords(base.weights) }, corpus, () => {})).encoder;
  expect((await int8Agreement(candidate, corpus.messages)).same).toBeLessThan(texts.length);
});

/** An encoder that cannot tell one word from another. */
function withoutWords(weights: ReturnType<typeof loadBase>['weights']): typeof weights {
  const name = 'embeddings.word_embeddings.weight';
  const table = weights.get(name)!;
  return new Map(weights).set(name, { ...table, data: new Float32Array(table.data.length) });
}
