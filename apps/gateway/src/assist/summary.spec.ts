import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summarySentences, type Said } from './summary.js';

const said = (...texts: string[]): Said[] => texts.map((text, at) => ({ seq: at + 1, text, smallTalk: false }));
const texts = (all: Said[]) => summarySentences(all, 'en').map(({ text }) => text);

describe('the summary of a conversation', () => {
  it('is the customer’s own sentences, in their order, without small talk', () => {
    const all = said(
      'Hello there, good morning to you!',
      'My parcel with the blue lamp has not come. It was ordered three weeks ago.',
      'The blue lamp is a present. The weather is nice here.',
      'Can you send the lamp again, or give me the money back?',
    );
    all[0]!.smallTalk = true;
    const chosen = texts(all);
    expect(chosen[0]).toBe('My parcel with the blue lamp has not come.');
    expect(chosen).toContain('Can you send the lamp again, or give me the money back?');
    expect(chosen).not.toContain('Hello there, good morning to you!');
  });

  it('says nothing twice', () => {
    expect(texts(said('Where is my parcel now?', 'Where is my parcel now?', 'WHERE is my parcel now'))).toHaveLength(1);
  });

  it.each([
    ['de', 'Meine Lampe ist kaputt. Was kann ich tun?'],
    ['ar', 'المصباح مكسور جدا. ماذا يمكنني أن أفعل؟'],
  ])('takes sentences of %s apart', (locale, text) => {
    expect(summarySentences(said(text), locale)).toHaveLength(2);
  });

  it('never invents, and never says more than four things', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 300 }), { maxLength: 12 }), (all) => {
        const chosen = summarySentences(said(...all), 'en');
        expect(chosen.length).toBeLessThanOrEqual(4);
        for (const { seq, text } of chosen) expect(all[seq - 1]).toContain(text.replace(/…$/, ''));
        expect(chosen.map(({ seq }) => seq)).toEqual(chosen.map(({ seq }) => seq).toSorted((a, b) => a - b));
      }),
    );
  });
});
