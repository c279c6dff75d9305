import { describe, expect, it } from 'vitest';
import { splitGold, type Example } from './gold.js';

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

describe('splitGold', () => {
  it('keeps about a fifth of imported rows and a third of live ones', () => {
    const { gold } = splitGold([...many(1000), ...many(1000, { live: true })], now);
    expect(gold.filter(({ live }) => !live).length / 1000).toBeCloseTo(0.2, 1);
    expect(gold.filter(({ live }) => live).length / 1000).toBeCloseTo(1 / 3, 1);
  });

  it('never trains later on what it once measured on', () => {
    const before = splitGold(many(200), now).gold.map(({ text }) => text);
    const after = splitGold([...many(400), ...many(100, { live: true })], now).train.map(({ text }) => text);
    expect(before.filter((text) => after.includes(text))).toEqual([]);
  });

  it('takes the newest label of a text, however it is spaced or written', () => {
    const corrected = example('Where  is IT ', { intent: 'b', live: true, createdAt: new Date('2026-02-01') });
    const { train, gold } = splitGold([corrected, example('where is it')], now);
    expect([...train, ...gold].map(({ intent }) => intent)).toEqual(['b']);
  });

  it('takes nothing from an intent with few rows', () => {
    expect(splitGold(many(4), now).gold).toEqual([]);
  });

  it.each([
    [99, 0],
    [100, 100],
  ])('keeps %i audited messages from training and gold, and uses %i to fit the confidence', (n, used) => {
    const audited = Array.from({ length: n }, (_, i) => example(`audited ${i}`, { live: true, audited: true }));
    const split = splitGold([...many(50), ...audited], now);
    expect(split.audited).toHaveLength(used);
    expect([...split.train, ...split.gold].filter(({ text }) => text.startsWith('audited'))).toEqual([]);
    expect(split.train.length + split.gold.length).toBe(50);
  });

  it('an audited message that has come otherwise too is no longer the confidence’s alone, but its label holds', () => {
    const audited = Array.from({ length: 101 }, (_, i) =>
      example(`audited ${i}`, { live: true, audited: true, intent: 'b', createdAt: now }),
    );
    const split = splitGold([example('audited 7'), ...audited], now);
    expect(split.audited).toHaveLength(100);
    expect([...split.train, ...split.gold]).toMatchObject([{ text: 'audited 7', intent: 'b' }]);
  });

  it('marks live rows of the newest month', () => {
    const rows = [...many(50, { live: true }), ...many(50, { createdAt: now })];
    expect(splitGold(rows, now).gold.some(({ recent }) => recent)).toBe(false);
    const fresh = splitGold(many(50, { live: true, createdAt: new Date('2026-05-20') }), now).gold;
    expect(fresh.length).toBeGreaterThan(0);
    expect(fresh.every(({ recent }) => recent)).toBe(true);
  });
});
