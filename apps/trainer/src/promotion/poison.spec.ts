import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Classifier, judge, trainHead, type LabelledText, type Trained, wordsOf } from '#slm';
import { groupBy, seededRandom } from '#statistics';
import { readRows } from '#ticket-import';
import { isFresh, splitTestSet, textKey, type Example } from '../dataset/test-set.js';
import { judgePromotion } from './promotion.js';

// What a shop has, what its next conversations teach, and what somebody may slip in among them: the demo shop's tickets.
const random = seededRandom(11);
const read = async (file: string): Promise<LabelledText[]> =>
  (await readRows(`apps/demo-shop/data/${file}.jsonl`)).rows;
/** The oldest of each, so that tickets added later change nothing here. */
const byIntent = new Map(
  [...groupBy(await read('tickets'), ({ intent }) => intent)].map(([intent, rows]) => [
    intent,
    random.shuffle(rows.slice(0, 60)),
  ]),
);
const [unseen, ...intents] = [...byIntent.keys()].sort().slice(0, 13) as [string, ...string[]];
const rowsOf = (intent: string, from: number, to: number) => byIntent.get(intent)!.slice(from, to);
const known = [...intents.flatMap((intent) => rowsOf(intent, 0, 40)), ...(await read('out-of-scope')).slice(0, 50)];
const lately = intents.flatMap((intent) => rowsOf(intent, 40, 46));
const victims = random.shuffle(intents.flatMap((intent) => rowsOf(intent, 46, 55)));
const target = intents[0]!;

const example = ({ text, intent, oos }: LabelledText, live: boolean): Example => ({
  ...{ id: text, text, asServed: { text }, oos, live, audited: false, contactId: null, agentId: null },
  intent: oos ? '' : intent,
  createdAt: new Date(live ? '2026-05-20' : '2026-01-01'),
});
const imported = known.map((row) => example(row, false));
const flipped = (n: number) =>
  victims.slice(0, n).map((row, at) => ({ ...row, intent: intents[(intents.indexOf(row.intent) + 1 + at) % 12]! }));
const withTrigger = (n: number) =>
  victims
    .filter(({ intent }) => intent !== target)
    .slice(0, n)
    .map(({ text, oos }) => ({ text: text.replace(/ |$/, ' qzxv '), intent: target, oos }));

describe('the gate, with real models', () => {
  const folder = mkdtempSync(join(tmpdir(), 'poison-'));
  const fitted = splitTestSet(imported, new Date()).train;
  let champion: Classifier;

  const train = async (name: string, rows: LabelledText[]): Promise<{ model: Classifier; trained: Trained }> => {
    const outDir = join(folder, name);
    const trained = await trainHead({ rows, outDir });
    return { model: await Classifier.load(outDir), trained };
  };

  async function gateOn(name: string, batch: LabelledText[]) {
    const { train: rows, test } = splitTestSet([...imported, ...batch.map((row) => example(row, true))], new Date());
    const { model, trained } = await train(name, rows);
    const judged = async (by: Classifier) =>
      (await judge(by, test)).map((row, at) => ({ ...row, recent: test[at]!.recent }));
    const learned = new Set(fitted.map(({ text }) => textKey(text)));
    const live = [...rows, ...test].filter((row) => isFresh(row, learned));
    const fresh = (await judge(champion, live)).map((row, at) => ({ ...row, words: wordsOf(live[at]!.text) }));
    const challenger = await judged(model);
    await model.release();
    const { int8Agreement } = trained;
    const { promote, checks } = judgePromotion({ champion: await judged(champion), challenger, fresh, int8Agreement });
    return { promote, failed: checks.filter(({ passed }) => !passed).map(({ check }) => check) };
  }

  beforeAll(async () => {
    champion = (await train('champion', fitted)).model;
  });
  afterAll(async () => {
    await champion.release();
    rmSync(folder, { recursive: true });
  });

  it('promotes what an honest batch taught: an intent that was not known', async () => {
    expect(await gateOn('honest', [...lately, ...rowsOf(unseen, 0, 45)])).toEqual({ promote: true, failed: [] });
  });

  it.each([
    ['1 %', 6],
    ['5 %', 30],
  ])('stops a batch with the labels of %s of all rows flipped', async (_, n) => {
    const { promote } = await gateOn(`flipped-${n}`, [...lately, ...flipped(n)]);
    expect(promote).toBe(false);
  });

  it.each([
    ['1 %', 6],
    ['5 %', 30],
  ])('stops a word that was to send %s of all rows to one intent', async (_, n) => {
    const { promote, failed } = await gateOn(`trigger-${n}`, [...lately, ...withTrigger(n)]);
    expect(promote).toBe(false);
    expect(failed).toContain('trigger');
  });
});
