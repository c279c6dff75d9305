import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intentName } from '#contracts';
import { Categories } from './categories.js';
import { intentNameOf, intentTitle } from './intent-names.js';
import { rejectedCsv, rejectedHeader } from './rejected-csv.js';

describe('names of intents', () => {
  it.each([
    ["Where's my order?", 'where_s_my_order'],
    ['  Größe / Farbe ', 'größe_farbe'],
    ['أين طلبي', 'أين_طلبي'],
    ['???', 'intent'],
  ])('%s', (title, name) => {
    expect(intentNameOf(title)).toBe(name);
  });

  it('are what training data wants, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 100 }), (title) => {
        expect(intentName.safeParse(intentNameOf(title)).success).toBe(true);
      }),
    );
  });

  it('become titles', () => {
    expect(['order_status', 'REFUND_TYPE', 'VIP club', 'a\nb'].map(intentTitle)).toEqual([
      'Order status',
      'Refund type',
      'VIP club',
      'A b',
    ]);
  });
});

it('categories come with the most rows first, a few examples each, and what has none', () => {
  const categories = new Categories();
  for (const text of ['a', 'b', 'c', 'd']) categories.add('order_status', text);
  categories.add('refund', 'e');
  categories.add(null, 'f');
  expect(categories.list).toEqual([
    { name: 'order_status', n: 4, examples: ['a', 'b', 'c'], suggestedTitle: 'Order status' },
    { name: 'refund', n: 1, examples: ['e'], suggestedTitle: 'Refund' },
  ]);
  expect(categories.unclustered).toBe(1);
});

it('rejected rows open in a spreadsheet, and nothing in them runs', () => {
  const rows = [
    { line: 3, refusal: 'duplicate' as const, text: '=HYPERLINK("http://x.example")', intent: '+1' },
    { line: 4, refusal: 'too_long' as const, text: 'a "quoted", text\nof two lines…', intent: null },
  ];
  const [header, first, second] = parse(rejectedHeader + rejectedCsv(rows), { bom: true });
  expect(header).toEqual(['row', 'why', 'text', 'category']);
  expect(first).toEqual(['3', expect.stringContaining('same text'), `'=HYPERLINK("http://x.example")`, "'+1"]);
  expect(second![2]).toBe('a "quoted", text\nof two lines…');
});
