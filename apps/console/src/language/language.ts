import { getPreferences } from '../session/preferences.js';
import { formattingOf, languageOf } from './choice.js';
import en from './en.js';
import { speak } from './t.js';

const catalogs = {
  en: () => Promise.resolve({ default: en }),
  es: () => import('./es.js'),
  de: () => import('./de.js'),
  fr: () => import('./fr.js'),
  ar: () => import('./ar.js'),
};

/**
 * Before the console itself is loaded: its modules name their tables when they are read, so a change of language loads the page again.
 * Where a catalog does not come, the console speaks English.
 */
export async function startLanguage(): Promise<void> {
  const wanted = languageOf(getPreferences().language, navigator.languages);
  const words = await catalogs[wanted]().catch(() => undefined);
  const language = words ? wanted : 'en';
  document.documentElement.lang = language;
  document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
  await speak(language, formattingOf(language, navigator.languages), (words ?? { default: en }).default);
}
