import { describe, expect, it } from 'vitest';
import { locale } from '#contracts';
import { politeAct } from '../manners/polite.js';
import { words } from './index.js';

const texts = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [(value as (...args: string[]) => string)('A', 'B')];
  return Object.values(value as object).flatMap(texts);
};

describe.each(locale.options)('words in %s', (language) => {
  const all = texts(words[language]);
  it('are none of them empty, and no two of a pair the same', () => {
    expect(all.every((text) => text.trim() !== '')).toBe(true);
    expect(new Set(all).size).toBe(all.length);
  });

  it('are in the right script', () => {
    const arabic = all.filter((text) => /\p{Script=Arabic}/u.test(text));
    expect(arabic.length > 0).toBe(language === 'ar');
  });

  it('of the buttons are understood', () => {
    expect(politeAct(words[language].somethingElse)).toBe('other');
    expect(politeAct(words[language].askForPerson)).toBe('person');
    expect(politeAct(words[language].person)).toBe('person');
  });
});
