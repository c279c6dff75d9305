import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ownRows, subset } from '../data/index.js';
import { loadBase, pick, shippedBase } from '../encoder/index.js';
import { tfidfOutputs } from '../intents/index.js';
import { Classifier } from '../model/index.js';
import { withBackground } from './background.js';
import { frozenCandidate } from './candidate-model.js';
import { trainHead } from './train-head.js';

const labelled = (intents: Record<string, string[]>) =>
  Object.entries(intents).flatMap(([intent, texts]) => texts.map((text) => ({ text, intent, oos: false })));
const shop = {
  order_status: [
    'where is my order',
    'track my parcel',
    'has it shipped',
    'when will my order arrive',
    'still not here',
  ],
  refund: [
    'I want my money back',
    'refund please',
    'how long does a refund take',
    'when am I refunded',
    'no refund yet',
  ],
  gift_card: [
    'do you sell gift cards',
    'my gift card has no money left',
    'buy a voucher for a friend',
    'gift card code wrong',
  ],
};
const careers = {
  careers: [
    'are there any vacancies right now',
    'I would like to work for you',
    'do you take on students in the summer',
    'where do I send my application',
    'any openings in your warehouse',
  ],
};
const topicsOf = async (rows: ReturnType<typeof labelled>) => {
  const { corpus, encoded } = await withBackground(rows, loadBase(shippedBase()), 1, () => {});
  expect(encoded.vectors.length).toHaveLength(corpus.rows.length);
  return new Set(corpus.rows.map(({ background }) => background));
};

it('leaves out the topics that the shop itself answers, and no others', async () => {
  const without = await topicsOf(labelled(shop));
  expect(without).toContain('careers');
  const own = await topicsOf(labelled({ ...shop, ...careers }));
  expect(own).not.toContain('careers');
  expect(own.size).toBeGreaterThan(without.size - 5);
}, 60_000);

it('more background rows than a shop has rows do not weigh down its head: they teach the words alone', async () => {
  const nothing = () => {};
  const { corpus, encoded } = await withBackground(labelled(shop), loadBase(shippedBase()), 1, nothing);
  const own = ownRows(corpus);
  expect(corpus.rows.length - own.length).toBeGreaterThan(10 * own.length);
  const vectors = pick(encoded.vectors, own);
  const alone = await frozenCandidate({ ...encoded, vectors }, subset(corpus, own), 1, nothing);
  const { head, tfidf } = await frozenCandidate(encoded, corpus, 1, nothing);
  expect(head).toEqual(alone.head);
  const strange = 'our newspaper would like an interview with your founder';
  const { tfidfOutOfScope } = tfidfOutputs(tfidf, strange);
  expect(tfidfOutOfScope).toBeGreaterThan(0);
  expect(tfidfOutputs(alone.tfidf, strange).tfidfOutOfScope).toBeLessThan(tfidfOutOfScope);
}, 60_000);

it('a shop with an intent for jobs and one for gift cards goes on answering both', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'background-'));
  await trainHead({ rows: labelled({ ...shop, ...careers }), outDir: join(folder, 'model') });
  const classifier = await Classifier.load(join(folder, 'model'));
  const jobs = await classifier.classify('do you have any jobs in your warehouse');
  const gift = await classifier.classify('can I buy a gift card for my sister');
  const unknown = await classifier.classify('our newspaper would like an interview with your founder');
  expect([jobs.intent, gift.intent]).toEqual(['careers', 'gift_card']);
  for (const { confidence, oosScore } of [jobs, gift]) {
    expect(confidence).toBeGreaterThan(unknown.confidence);
    expect(oosScore).toBeLessThan(unknown.oosScore);
  }
  await classifier.release();
  rmSync(folder, { recursive: true });
}, 60_000);
