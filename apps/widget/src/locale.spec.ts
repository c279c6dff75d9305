import { describe, expect, it } from 'vitest';
import { pickLocale, translation } from './locale.js';
import { strings } from './strings.js';

describe('locale', () => {
  it.each([
    [['de-AT', 'fr'], 'de'],
    [[undefined, '', 'nl', 'FR_ca'], 'fr'],
    [['ar-EG'], 'ar'],
    [['constructor', 'toString'], 'en'],
    [[], 'en'],
  ])('%j is answered in %s', (wishes, locale) => {
    expect(pickLocale(wishes)).toBe(locale);
  });

  it('fills in names and numbers as the language writes them, and never reads a name as a pattern', () => {
    expect(translation('en').text('left', { n: 1234 })).toBe('Characters left: 1,234');
    expect(translation('de').text('left', { n: 1234 })).toBe('Verbleibende Zeichen: 1.234');
    expect(translation('en').text('typing', { name: '$& {n}' })).toBe('$& {n} is typing…');
    expect(translation('ar').dir).toBe('rtl');
  });

  it.each([
    [['en', 'en-GB', 'en-US'], 'en-GB'],
    [['en-US', 'en-GB'], 'en-US'],
    [['de', 'en-GB'], 'de'],
    [['nl-NL'], 'en'],
    [['de', 'de-AT'], 'de-AT'],
    [['en-not a tag', 'en'], 'en'],
    [[], 'en'],
  ])('with %j, dates are those of %s', (wishes, region) => {
    expect(translation(pickLocale(wishes), wishes).region).toBe(region);
  });

  it.each(Object.entries(strings))('%s has every sentence, with the slots of the English one', (_, table) => {
    const slots = (text: string) => text.match(/\{\w+\}/g);
    expect(Object.keys(table)).toEqual(Object.keys(strings.en));
    for (const key of Object.keys(table) as (keyof typeof table)[]) {
      expect(table[key].trim()).not.toBe('');
      expect(slots(table[key])).toEqual(slots(strings.en[key]));
    }
  });
});
