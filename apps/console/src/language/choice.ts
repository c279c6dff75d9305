import { locale as contractLocale, type Locale } from '#contracts';

/** Each language in its own words, as people look for it. */
export const languageNames: Record<Locale, string> = {
  en: 'English',
  es: 'Español',
  de: 'Deutsch',
  fr: 'Français',
  ar: 'العربية',
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
