import type { Locale } from '#contracts';
import { getPreferences } from '../session/preferences.js';
import type { Catalog } from './catalog.js';
import { formattingOf, languageOf } from './choice.js';

const catalogs: Record<Exclude<Locale, 'en'>, () => Promise<{ default: Catalog }>> = {
  es: () => import('./es.js'),
  de: () => import('./de.js'),
  fr: () => import('./fr.js'),
  ar: () => import('./ar.js'),
};

/** The reader's language, how numbers and dates are written in it, and its words, which English has none of: its sentences are the keys. */
export async function readersLanguage(): Promise<{ language: Locale; formatting: string; words: Catalog | null }> {
  const wanted = languageOf(getPreferences().language, navigator.languages);
  // Where a catalog does not come, the console speaks English.
  const words =
    wanted === 'en'
      ? null
      : await catalogs[wanted]().then(
          ({ default: catalog }) => catalog,
          () => null,
        );
  const language = words ? wanted : 'en';
  return { language, formatting: formattingOf(language, navigator.languages), words };
}
