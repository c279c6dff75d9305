import { strings, type Strings } from './strings.js';

export type Locale = keyof typeof strings;

export interface Translation {
  locale: Locale;
  dir: 'ltr' | 'rtl';
  text: (key: keyof Strings, values?: { n?: number; name?: string }) => string;
}

/** The first wish we have words for; English when there is none. Wishes are BCP 47 tags such as `pt-BR`. */
export function pickLocale(wishes: readonly (string | null | undefined)[]): Locale {
  for (const wish of wishes) {
    const language = wish?.toLowerCase().split(/[-_]/)[0] ?? '';
    if (Object.hasOwn(strings, language)) return language as Locale;
  }
  return 'en';
}

export function translation(locale: Locale): Translation {
  const numbers = new Intl.NumberFormat(locale);
  return {
    locale,
    dir: locale === 'ar' ? 'rtl' : 'ltr',
    text: (key, values = {}) =>
      strings[locale][key].replace(/\{(n|name)\}/, (_, slot) =>
        slot === 'n' ? numbers.format(values.n ?? 0) : (values.name ?? ''),
      ),
  };
}
