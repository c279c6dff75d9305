import { describe, expect, it } from 'vitest';
import type { ImportReport } from '#contracts';
import { bytesWords, languageWords, leftOutWords, maskedWords } from './words.js';

const report: ImportReport = {
  rows: 10,
  taken: 10,
  empty: 0,
  duplicate: 0,
  broken: 0,
  contradicting: 0,
  contradictions: [],
  small: [],
  languages: [],
  masked: [],
};

describe('words of the report', () => {
  it('names what was masked, most first, kinds of a later version too', () => {
    const masked = [
      { kind: 'phone', n: 3 },
      { kind: 'email', n: 1200 },
      { kind: 'card', n: 0 },
      { kind: 'tax_number', n: 1 },
    ];
    expect(maskedWords(masked)).toBe(`${(1200).toLocaleString()} e-mail addresses, 3 phone numbers, 1 tax number`);
    expect(maskedWords([])).toBe('');
  });

  it.each([
    [[{ language: 'en', n: 100 }], 'English 100%'],
    [
      [
        { language: 'de', n: 80 },
        { language: 'en', n: 915 },
        { language: 'fr', n: 5 },
      ],
      'English 92%, German 8%, others 0.5%',
    ],
    [[], ''],
  ])('languages %j', (languages, expected) => {
    expect(languageWords(languages)).toBe(expected);
  });

  it('says why rows were left out, and nothing of reasons that did not occur', () => {
    expect(leftOutWords(report)).toEqual([]);
    expect(leftOutWords({ ...report, duplicate: 2, broken: 1 })).toEqual(['2 duplicates', '1 broken or too long']);
  });

  it.each([
    [1, '1 byte'],
    [2_048, '2 KB'],
    [1_572_864, '1.5 MB'],
    [209_715_200, '200 MB'],
  ])('%i bytes are %s', (bytes, expected) => {
    expect(bytesWords(bytes)).toBe(expected);
  });
});
