import { describe, expect, it } from 'vitest';
import { splitTestSet, testSetOutcome, type Example } from './test-set.js';

const now = new Date('2026-06-01');
const example = (text: string, more: Partial<Example> = {}): Example => ({
  id: text,
  text,
  asServed: { text },
  intent: 'a',
  oos: false,
  live: false,
  audited: false,
  contactId: null,
  agentId: null,
  createdAt: new Date('2026-01-01'),
  ...more,
});
const many = (n: number, more: Partial<Example> = {}) =>
  Array.from({ length: n }, (_, i) => example(`message ${more.live} ${i}`, more));

describe('splitTestSet', () => {
  it('keeps about a fifth of imported rows and a third of live ones', () => {
    const { test } = splitTestSet([...many(1000), ...many(1000, { live: true })], now);
    expect(test.filter(({ live }) => !live).length / 1000).toBeCloseTo(0.2, 1);
    expect(test.filter(({ live }) => live).length / 1000).toBeCloseTo(1 / 3, 1);
  });

  it('never trains later on what it once measured on', () => {
    const before = splitTestSet(many(200), now).test.map(({ text }) => text);
    const after = splitTestSet([...many(400), ...many(100, { live: true })], now).train.map(({ text }) => text);
    expect(before.filter((text) => after.includes(text))).toEqual([]);
  });

  it('takes the newest label of a text, however it is spaced or written', () => {
    const corrected = example('Where  is IT ', { intent: 'b', live: true, createdAt: new Date('2026-02-01') });
    const { train, test } = splitTestSet([corrected, example('where is it')], now);
    expect([...train, ...test].map(({ intent }) => intent)).toEqual(['b']);
  });

  it('takes nothing from an intent with few rows', () => {
    expect(splitTestSet(many(4), now).test).toEqual([]);
  });

  it.each([
    [99, 0],
    [100, 100],
  ])('keeps %i audited messages from training and test, and uses %i to fit the confidence', (n, used) => {
    const audited = Array.from({ length: n }, (_, i) => example(`audited ${i}`, { live: true, audited: true }));
    const split = splitTestSet([...many(50), ...audited], now);
    expect(split.audited).toHaveLength(used);
    expect([...split.train, ...split.test].filter(({ text }) => text.startsWith('audited'))).toEqual([]);
    expect(split.train.length + split.test.length).toBe(50);
  });

  it('an audited message that has come otherwise too is no longer the confidence’s alone, but its label holds', () => {
    const audited = Array.from({ length: 101 }, (_, i) =>
      example(`audited ${i}`, { live: true, audited: true, intent: 'b', createdAt: now }),
    );
    const split = splitTestSet([example('audited 7'), ...audited], now);
    expect(split.audited).toHaveLength(100);
    expect([...split.train, ...split.test]).toMatchObject([{ text: 'audited 7', intent: 'b' }]);
  });

  it('marks live rows of the newest month', () => {
    const rows = [...many(50, { live: true }), ...many(50, { createdAt: now })];
    expect(splitTestSet(rows, now).test.some(({ recent }) => recent)).toBe(false);
    const fresh = splitTestSet(many(50, { live: true, createdAt: new Date('2026-05-20') }), now).test;
    expect(fresh.length).toBeGreaterThan(0);
    expect(fresh.every(({ recent }) => recent)).toBe(true);
  });
});

it('counts an answer to an out-of-scope message as wrong', () => {
  const row = { intent: '', oos: true, predicted: 'returns', confidence: 0.8, oosScore: 0.7 };
  expect(testSetOutcome(row)).toEqual({ confidence: 0.8, correct: false, oos: true });
});
