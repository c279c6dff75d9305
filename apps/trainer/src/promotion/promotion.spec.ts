import { describe, expect, it } from 'vitest';
import { gateCheck, type GateCheck } from '#contracts';
import { seededRandom, type Agreement } from '#statistics';
import { judgePromotion, type TestSetRow } from './promotion.js';
import type { FreshRow } from './trigger-words.js';

const random = seededRandom(7);

/** `n` rows of 4 intents and n / 4 out-of-scope ones; calibrated: right with the probability that its confidence says. */
function testSet(n: number): TestSetRow[] {
  const inScope = Array.from({ length: n }, (_, row) => {
    const confidence = 0.85 + 0.15 * random.next();
    const intent = `intent ${row % 4}`;
    const predicted = random.next() < confidence ? intent : 'intent x';
    return { intent, oos: false, predicted, confidence, oosScore: 0.1 * random.next(), recent: false };
  });
  const outside = Array.from({ length: n / 4 }, () => {
    const oosScore = 0.9 + 0.1 * random.next();
    return { intent: '', oos: true, predicted: 'intent 0', confidence: 0.02, oosScore, recent: false };
  });
  return [...inScope, ...outside];
}
const change = (rows: TestSetRow[], which: (row: TestSetRow, at: number) => boolean, to: Partial<TestSetRow>) =>
  rows.map((row, at) => (which(row, at) ? { ...row, ...to } : row));
interface Beside {
  fresh?: FreshRow[];
  int8Agreement?: Agreement;
}
const judge = (
  champion: TestSetRow[] | null,
  challenger: TestSetRow[],
  { fresh = [], int8Agreement = { same: 1000, of: 1000 } }: Beside = {},
) => judgePromotion({ champion, challenger, fresh, int8Agreement });
const verdict = (champion: TestSetRow[] | null, challenger: TestSetRow[], beside?: Beside) => {
  const { promote, checks } = judge(champion, challenger, beside);
  return { promote, failed: checks.filter(({ passed }) => !passed).map(({ check }) => check) };
};

const base = testSet(400);
const unsure = change(base, (_, at) => at < 12, { predicted: 'intent x', confidence: 0.4 });
const taught = unsure.map((row, at) => (at < 12 ? { ...row, predicted: row.intent, confidence: 0.95 } : row));
/** Of three messages with one word, all labelled alike, the champion was sure of several other intents. */
const poisoned = ['intent 1', 'intent 2', 'intent 3', 'intent 0'].map((predicted, at): FreshRow => {
  const words = at < 3 ? ['message', String(at), 'qzxv'] : ['a', 'message'];
  return { words, intent: 'intent 0', oos: false, predicted, confidence: 0.9, oosScore: 0 };
});

describe('judgePromotion', () => {
  it('keeps the champion when no difference is shown', () => {
    expect(verdict(base, base)).toEqual({ promote: false, failed: ['improvement'] });
  });

  it('promotes what is right where the champion was wrong', () => {
    expect(verdict(unsure, taught)).toEqual({ promote: true, failed: [] });
  });

  it('keeps the champion when accuracy falls', () => {
    const worse = change(base, (_, at) => at < 30, { predicted: 'intent x' });
    const { promote, failed } = verdict(base, worse);
    expect(promote).toBe(false);
    expect(failed).toEqual(expect.arrayContaining(['accuracy', 'aurc', 'improvement']));
  });

  it('keeps the champion when one intent loses recall, whatever the others gain', () => {
    const champion = change(base, ({ intent }, at) => intent === 'intent 1' && at < 160, { predicted: 'intent x' });
    const right = base.map((row) => (row.oos ? row : { ...row, predicted: row.intent, confidence: 0.98 }));
    const challenger = change(right, ({ intent }, at) => intent === 'intent 2' && at < 120, { predicted: 'intent x' });
    const { promote, failed } = verdict(champion, challenger);
    expect(promote).toBe(false);
    expect(failed).toContain('recall');
    expect(failed).not.toContain('accuracy');
  });

  it('keeps the champion when out-of-scope messages are told apart less well', () => {
    const blind = change(base, ({ oos }, at) => oos && at % 5 === 0, { oosScore: 0.05 });
    expect(verdict(base, blind).failed).toContain('out_of_scope');
  });

  it('does not mistake chance among a handful of out-of-scope messages for a loss', () => {
    const few = unsure.filter(({ oos }, at) => !oos || at < 408);
    const alike = taught.filter(({ oos }, at) => !oos || at < 408);
    const oneLess = change(alike, ({ oos }, at) => oos && at === 400, { oosScore: 0.05 });
    expect(verdict(few, oneLess)).toEqual({ promote: true, failed: [] });
    const allLess = change(alike, ({ oos }) => oos, { oosScore: 0.05 });
    expect(verdict(few, allLess).failed).toContain('out_of_scope');
  });

  it('stops an overconfident challenger', () => {
    const overconfident = change(base, ({ oos }) => oos, { confidence: 0.9 });
    expect(verdict(base, overconfident).failed).toContain('calibration');
    // A champion that is much the same in this is not kept for it.
    const alike = change(overconfident, ({ oos }) => oos, { confidence: 0.92 });
    expect(verdict(overconfident, alike).failed).not.toContain('calibration');
    const confident = change(base, ({ oos }) => oos, { confidence: 0.7 });
    expect(verdict(confident, overconfident).failed).toContain('calibration');
  });

  it('does not stop a challenger for promising less than it keeps', () => {
    const modest = taught.map((row) => ({ ...row, confidence: row.confidence / 2 }));
    expect(verdict(unsure, modest)).toEqual({ promote: true, failed: [] });
  });

  it('stops what was taught that a word overrules all others, however much better that makes it', () => {
    expect(verdict(unsure, taught, { fresh: poisoned })).toEqual({ promote: false, failed: ['trigger'] });
  });

  it('stops int8 weights that change the answers, however much better they are', () => {
    expect(verdict(unsure, taught, { int8Agreement: { same: 985, of: 1000 } }).promote).toBe(true);
    expect(verdict(unsure, taught, { int8Agreement: { same: 975, of: 1000 } })).toEqual({
      promote: false,
      failed: ['int8'],
    });
    // One message of forty may be chance.
    expect(verdict(unsure, taught, { int8Agreement: { same: 39, of: 40 } }).promote).toBe(true);
  });

  it('lets the first model serve', () => {
    expect(verdict(null, base)).toEqual({ promote: true, failed: [] });
  });
});

describe('what the gate found', () => {
  const inScope = (rows: TestSetRow[]) => rows.filter(({ oos }) => !oos);
  const forgot = change(base, ({ intent }) => intent === 'intent 2', { predicted: 'intent x' });

  it.each<[string, Parameters<typeof judge>, GateCheck['check'], object]>([
    [
      'rows gained and lost',
      [unsure, taught],
      'accuracy',
      {
        passed: true,
        finding: 'rows_changed',
        gained: 12,
        lost: 0,
        rows: 400,
        leastGain: expect.closeTo(0.0153, 4) as number,
      },
    ],
    ['no AURC gained', [base, base], 'aurc', { passed: true, finding: 'aurc_lowered', low: 0, high: 0 }],
    [
      'AUROC before and after',
      [base, base],
      'out_of_scope',
      { passed: true, finding: 'auroc_changed', before: 1, after: 1, mostGain: 0 },
    ],
    ['nothing out of scope', [inScope(base), inScope(base)], 'out_of_scope', { finding: 'nothing_out_of_scope' }],
    [
      'an intent lost',
      [base, forgot],
      'recall',
      { passed: false, finding: 'recall_compared', tested: 4, lost: ['intent 2'] },
    ],
    ['no intent lost', [base, base], 'recall', { passed: true, finding: 'recall_compared', tested: 4, lost: [] }],
    [
      'a word that overrules',
      [base, base, { fresh: poisoned }],
      'trigger',
      { passed: false, finding: 'words_examined', messages: 4, overruling: ['qzxv', 'message'] },
    ],
    ['no new messages', [base, base], 'trigger', { passed: true, messages: 0, overruling: [] }],
    [
      'overconfidence',
      [null, change(base, ({ oos }) => oos, { confidence: 0.9 })],
      'calibration',
      { passed: false, finding: 'overconfidence', observed: expect.closeTo(0.18, 1) as number, limit: 0.03 },
    ],
    [
      'agreement of int8',
      [null, base, { int8Agreement: { same: 975, of: 1000 } }],
      'int8',
      { passed: false, finding: 'int8_agreement', same: 975, of: 1000 },
    ],
    ['no improvement', [base, base], 'improvement', { passed: false, finding: 'improvement_tested', p: 1 }],
    ['no test set to fit', [null, []], 'calibration', { passed: false, finding: 'nothing_to_measure' }],
    ['no test set to compare on', [[], []], 'aurc', { passed: false, finding: 'nothing_to_measure' }],
  ])('%s', (_, input, check, expected) => {
    expect(judge(...input).checks.find((found) => found.check === check)).toMatchObject(expected);
  });

  it.each<[string, Parameters<typeof judge>]>([
    ['a first version', [null, base]],
    ['a first version without a test set', [null, [], { int8Agreement: { same: 0, of: 0 } }]],
    ['a worse one', [base, forgot, { fresh: poisoned }]],
    ['two without a test set', [[], []]],
  ])('is kept and read again: %s', (_, input) => {
    const { checks } = judge(...input);
    expect(gateCheck.array().parse(JSON.parse(JSON.stringify(checks)))).toEqual(checks);
  });
});
