import { describe, expect, it } from 'vitest';
import { formattingOf, languageOf } from './choice.js';

describe('the language', () => {
  it.each([
    ['de', ['fr-FR'], 'de'],
    ['system', ['fr-FR', 'en-GB'], 'fr'],
    ['system', ['pt-BR', 'es-MX'], 'es'],
    ['system', ['pt-BR', 'nl'], 'en'],
    ['system', [], 'en'],
  ] as const)('chosen as %s, with a browser in %s, is %s', (chosen, browser, language) => {
    expect(languageOf(chosen, browser)).toBe(language);
  });
});

describe('the formatting', () => {
  it.each([
    ['en', ['en-GB', 'en-US'], 'en-GB'],
    ['de', ['en-GB'], 'de'],
    ['ar', ['ar-EG'], 'ar-EG-u-nu-latn'],
  ] as const)('of %s, with a browser in %s, is %s', (language, browser, tag) => {
    expect(formattingOf(language, browser)).toBe(tag);
  });
});
