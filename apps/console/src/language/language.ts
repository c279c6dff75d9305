import { locale as contractLocale, type Locale } from '#contracts';
import { getPreferences } from '../session/preferences.js';
import en from './en.js';
import { speak } from './t.js';

/** Each language in its own words, as people look for it. */
export const languageNames: Record<Locale, string> = {
  en: 'English',
  es: 'Español',
  de: 'Deutsch',
  fr: 'Français',
  ar: 'العربية',
};

const catalogs = {
  en: () => Promise.resolve({ default: en }),
  es: () => import('./es.js'),
  de: () => import('./de.js'),
  fr: () => import('./fr.js'),
  ar: () => import('./ar.js'),
};

/** The language chosen on this device, else the first of the browser's that the console speaks. */
export function languageOf(chosen: Locale | 'system', browser: readonly string[]): Locale {
  if (chosen !== 'system') return chosen;
  for (const tag of browser) {
    const known = contractLocale.safeParse(tag.split('-')[0]?.toLowerCase());
    if (known.success) return known.data;
  }
  return 'en';
}

/** The browser's own variant of the language, for dates and numbers. Arabic keeps the digits that order numbers have. */
export function formattingOf(language: Locale, browser: readonly string[]): string {
  const own = browser.find((tag) => tag.toLowerCase().startsWith(`${language}-`)) ?? language;
  return language === 'ar' ? new Intl.Locale(own, { numberingSystem: 'latn' }).toString() : own;
}

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
