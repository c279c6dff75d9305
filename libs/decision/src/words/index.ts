import type { Locale } from '#contracts';
import { ar } from './ar.js';
import { de } from './de.js';
import { en } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';
import type { Words } from './words.js';

export type { HandOverWords, SensitiveWords, Words } from './words.js';

/** Everything that the bot says of its own, by language. */
export const words: Record<Locale, Words> = { en, es, de, fr, ar };

/** The primary language of a BCP 47 tag. */
export const primary = (tag: string | null): string => tag?.split(/[-_]/)[0]?.toLowerCase() ?? '';

/** A language in which the bot has words, by its tag. */
export function spoken(tag: string | null): Locale | null {
  const language = primary(tag);
  return Object.hasOwn(words, language) ? (language as Locale) : null;
}
