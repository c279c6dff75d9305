import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textSpans } from './excerpt.js';
import { searchTerms } from './terms.js';

describe('searchTerms', () => {
  it.each([
    ['refund', 'refund*'],
    ['where is my ref', 'where is my ref*'],
    ['order 1042', 'order 1042'],
    ['#FH-10423', 'FH 10423'],
    ['robin@example.com', 'robin example com*'],
    ['  ', ''],
    ['«؟» أين طلبي', '«؟» أين طلبي*'],
  ])('%s', (typed, expected) => {
    const shown = searchTerms(typed).map(({ word, prefix }) => word + (prefix ? '*' : ''));
    expect(shown.join(' ')).toBe(expected);
  });

  it('takes whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        for (const { word } of searchTerms(typed)) expect(word).not.toMatch(/[\s'\\]/u);
      }),
    );
  });
});

describe('textSpans', () => {
  it('parts a headline at its marks, and cuts nothing off', () => {
    const text = (spans: { text: string }[]) => spans.map((span) => span.text).join('');
    expect(textSpans('my \u0001order\u0002 is <b>late</b>')).toEqual([
      { text: 'my ', hit: false },
      { text: 'order', hit: true },
      { text: ' is <b>late</b>', hit: false },
    ]);
    fc.assert(fc.property(fc.string(), (plain) => void expect(text(textSpans(plain))).toBe(plain)));
  });
});
