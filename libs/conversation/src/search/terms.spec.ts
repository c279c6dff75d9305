import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt } from './excerpt.js';
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

const shown = (text: string, marked: string) =>
  excerpt(text, marked)
    .map((span) => (span.hit ? `[${span.text}]` : span.text))
    .join('');

describe('excerpt', () => {
  it.each([
    ['my order #FH-10423?', 'my order  FH \u000110423\u0002 ', 'my order #FH-[10423]?'],
    ['<b>late</b>', ' b \u0001late\u0002  b ', '<b>[late]</b>'],
    ['nothing', 'nothing', 'nothing'],
  ])('%s', (text, marked, expected) => {
    expect(shown(text, marked)).toBe(expected);
  });

  it('is short, and begins before the first hit', () => {
    const [before, after] = ['word '.repeat(60), ' more'.repeat(100)];
    const cut = shown(`${before}parcel${after}`, `${before}\u0001parcel\u0002${after}`);
    expect(cut).toMatch(/^…(word ){7}\[parcel\] more/);
    expect(cut.length).toBeLessThan(180);
  });

  it('changes nothing of a short text', () => {
    const text = fc.string({ maxLength: 30 });
    fc.assert(
      fc.property(
        text,
        text,
        (one, two) =>
          void expect(shown(one + two, `${one}\u0001${two}\u0002`).replaceAll(/[[\]]/g, '')).toBe(
            (one + two).replaceAll(/[[\]]/g, ''),
          ),
      ),
    );
  });
});
