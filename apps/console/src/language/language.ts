import type { Locale } from '#contracts';
import { getPreferences } from '../session/preferences.js';
import { catalog, type Catalog, type Files } from './catalog.js';
import { formattingOf, languageOf } from './choice.js';

/** They import nothing: what they would import may be waiting for them. */
const catalogs: Record<Exclude<Locale, 'en'>, () => Promise<{ default: Files }>> = {
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
          ({ default: files }) => catalog(wanted, files),
          () => null,
        );
  const language = words ? wanted : 'en';
  return { language, formatting: formattingOf(language, navigator.languages), words };
}
