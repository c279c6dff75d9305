import { describe, expect, it } from 'vitest';
import { loadBase, shippedBase } from '../encoder/index.js';
import { makeCorpus, type TrainingText } from './corpus.js';
import { contrastiveWeightFor, epochOf, pairsFor } from './epoch.js';

const own = Array.from({ length: 200 }, (_, i): TrainingText => ({
  text: i % 2 ? `please tell me where parcel number ${i} is` : `may I send back the lamp of order ${i}`,
  intent: i % 2 ? 'order_status' : 'return_item',
  oos: false,
}));
const names: TrainingText[] = [{ text: 'order status', intent: 'order_status', oos: false, isName: true }];
const background = Array.from({ length: 100 }, (_, i): TrainingText => ({
  text: `are there jobs in town ${i}`,
  intent: '',
  oos: true,
  background: 'careers',
}));
const corpus = makeCorpus([...own, ...names, ...background], loadBase(shippedBase()));
const secondMessages = {
  followUps: ['and the other one'],
  pairs: [
    { previous: 'it came broken', text: 'must I post it', intent: 'return_item' },
    { previous: 'it came broken', text: 'any jobs', intent: 'careers' },
  ],
};

const topics = Array.from({ length: 90 }, (_, i) => ({ text: `the lamp burnt hand ${i}`, targets: [true, null] }));
const acts = Array.from({ length: 90 }, (_, i) => ({ text: `thanks, that helps, ${i}`, targets: [null, true] }));
const supplement = { secondMessages, topics, acts };

it('a small shop learns from few of the pairs, spread over all of them', () => {
  const pairs = Array.from({ length: 1_000 }, (_, i) => ({ intent: i % 2 ? 'returns' : 'careers', i }));
  const few = pairsFor(pairs, ['returns'], 100);
  expect(few).toHaveLength(30);
  expect(few.at(-1)!.i).toBeGreaterThan(900);
  expect(pairsFor(pairs, ['returns'], 10_000)).toHaveLength(500);
});

it.each([
  [200, 1],
  [1_200, 0.5],
  [3_000, 0.2],
  [20_000, 0.2],
])('of %i rows the contrastive loss weighs %f', (rows, weight) =>
  expect(contrastiveWeightFor(rows)).toBeCloseTo(weight),
);

describe('the rows of an epoch', () => {
  const epoch = epochOf(corpus, supplement, 1);

  it('are all of the shop and some of the background, with the same targets in every epoch', () => {
    const intents = epoch.targets.slice(0, epoch.targets.length - epoch.labels.length);
    const none = intents.filter((target) => target === null);
    // Of the pairs one is about what this shop has.
    expect(intents).toHaveLength(own.length + names.length + none.length + 1);
    expect(none).toHaveLength(30);
    expect(epoch.labels.filter(([topic]) => topic)).toHaveLength(20);
    expect(epoch.labels.filter(([, act]) => act)).toHaveLength(30);
    expect(epoch.messages).toHaveLength(epoch.targets.length);
    const sorted = (seed: number) => epochOf(corpus, supplement, seed).targets.map(String).toSorted();
    expect(sorted(2)).toEqual(sorted(1));
    expect(epoch.contrastiveWeight).toBe(1);
  });

  it('are the same for the same seed and others for another', () => {
    expect(epochOf(corpus, supplement, 1)).toEqual(epoch);
    expect(epochOf(corpus, supplement, 2)).not.toEqual(epoch);
  });

  it('are mostly shown as they are, some of them in another reading, and names never', () => {
    const changed = own.filter((_, row) => epoch.messages[row] !== corpus.messages[row]);
    expect(changed.length).toBeGreaterThan(40);
    expect(changed.length).toBeLessThan(80);
    expect(epoch.messages[own.length]).toBe(corpus.messages[own.length]);
  });

  it('are seldom shown in another reading where an intent has few rows, and vectors between intents weigh less', () => {
    const ofFew = own.map((row, i): TrainingText => ({ ...row, intent: `${row.intent}_${i % 20}` }));
    const few = makeCorpus(ofFew, loadBase(shippedBase()));
    const shown = epochOf(few, supplement, 1);
    const changed = ofFew.filter((_, row) => shown.messages[row] !== few.messages[row]);
    expect(changed.length).toBeGreaterThan(5);
    expect(changed.length).toBeLessThan(40);
    expect(shown.betweenWeight).toBeCloseTo(epoch.betweenWeight / 3);
  });
});
