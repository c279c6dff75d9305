import { describe, expect, it } from 'vitest';
import { loadBase, shippedBase } from '../encoder/index.js';
import { enoughSupport, makeCorpus, ownRows, subset, supportOf, type TrainingText } from './corpus.js';
import { epochOf, pairsFor } from './epoch.js';

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

describe('the pairs that a shop learns from', () => {
  const pairs = Array.from({ length: 1_000 }, (_, i) => ({ intent: i % 2 ? 'return_item' : 'careers', i }));
  const shop = (support: number, intents: string[]) => ({
    intents,
    rows: intents.flatMap((intent) => Array.from({ length: support }, () => ({ text: 'a', intent, oos: false }))),
  });

  it('are few in a small one, spread over all of them', () => {
    const few = pairsFor(pairs, shop(100, ['return_item', 'order_status']), 100);
    expect(few).toHaveLength(60);
    expect(few.at(-1)!.i).toBeGreaterThan(900);
    expect(pairsFor(pairs, shop(5_000, ['return_item']), 5_000)).toHaveLength(500);
  });

  it('are fewer where an intent has less support than enough, by the square', () =>
    expect(pairsFor(pairs, shop(15, ['return_item', 'order_status']), 15)).toHaveLength(2));

  it('are of no intent more than it has rows, though other intents have none', () => {
    const many = shop(
      100,
      Array.from({ length: 20 }, (_, i) => (i ? `order_status_${i}` : 'return_item')),
    );
    expect(pairsFor(pairs, many, 100)).toHaveLength(100);
  });
});

describe('the rows of an epoch', () => {
  const support = supportOf(corpus);
  const epoch = epochOf(corpus, supplement, { support, seed: 1 });

  it('are all of the shop and some of the background, with the same targets in every epoch', () => {
    const intents = epoch.targets.slice(0, epoch.targets.length - epoch.labels.length);
    const none = intents.filter((target) => target === null);
    // Of the pairs one is about what this shop has.
    expect(intents).toHaveLength(own.length + names.length + none.length + 1);
    expect(none).toHaveLength(30);
    expect(epoch.labels.filter(([topic]) => topic)).toHaveLength(20);
    expect(epoch.labels.filter(([, act]) => act)).toHaveLength(30);
    expect(epoch.messages).toHaveLength(epoch.targets.length);
    const sorted = (seed: number) => epochOf(corpus, supplement, { support, seed }).targets.map(String).toSorted();
    expect(sorted(2)).toEqual(sorted(1));
  });

  it('are the same for the same seed and others for another', () => {
    expect(epochOf(corpus, supplement, { support, seed: 1 })).toEqual(epoch);
    expect(epochOf(corpus, supplement, { support, seed: 2 })).not.toEqual(epoch);
  });

  it('are mostly shown as they are, some of them in another reading, and names never', () => {
    const changed = own.filter((_, row) => epoch.messages[row] !== corpus.messages[row]);
    expect(changed.length).toBeGreaterThan(40);
    expect(changed.length).toBeLessThan(80);
    expect(epoch.messages[own.length]).toBe(corpus.messages[own.length]);
  });

  it('are shown beside as many others in a fold as in the whole shop', () => {
    const fold = subset(
      corpus,
      [...corpus.rows.keys()].filter((row) => corpus.rows[row]!.background !== undefined || row % 8 < 2),
    );
    expect(supportOf(fold)).toBeLessThan(enoughSupport);
    const shown = epochOf(fold, supplement, { support, seed: 1 });
    expect(shown.betweenWeight).toBe(epoch.betweenWeight);
    expect(shown.labels.length / ownRows(fold).length).toBeCloseTo(epoch.labels.length / ownRows(corpus).length, 1);
  });

  it('are seldom shown in another reading where an intent has few rows, beside fewer others, and vectors between intents weigh less', () => {
    const ofFew = own.map((row, i): TrainingText => ({ ...row, intent: `${row.intent}_${i % 20}` }));
    const few = makeCorpus(ofFew, loadBase(shippedBase()));
    const shown = epochOf(few, supplement, { support: supportOf(few), seed: 1 });
    const changed = ofFew.filter((_, row) => shown.messages[row] !== few.messages[row]);
    expect(changed.length).toBeGreaterThan(5);
    expect(changed.length).toBeLessThan(40);
    expect(shown.labels).toHaveLength(5);
    expect(shown.betweenWeight).toBeCloseTo(epoch.betweenWeight / 9, 3);
  });

  it('stand beside no long messages where an intent has few rows, which would take much of the time', () => {
    const long = (text: string) => `${text}, ${'and it was like this '.repeat(8)}`;
    const half = topics.map((row, i) => (i % 2 ? row : { ...row, text: long(row.text) }));
    const longest = (support: number) => {
      const shown = epochOf(corpus, { ...supplement, topics: half }, { support, seed: 1 });
      const ofTopics = shown.messages.slice(-shown.labels.length).filter((_, i) => shown.labels[i]![0]);
      return { rows: ofTopics.length, tokens: Math.max(...ofTopics.map(({ length }) => length)) };
    };
    expect(longest(enoughSupport).tokens).toBeGreaterThan(32);
    expect(longest(enoughSupport - 1)).toEqual({ rows: 19, tokens: 7 });
  });
});
