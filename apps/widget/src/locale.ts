import { strings, type Strings } from './strings.js';

export type Locale = keyof typeof strings;

export interface Translation {
  locale: Locale;
  /** BCP 47 tag for dates: the reader's own country, whose clock may have 24 hours where the language's has 12. */
  region: string;
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

/** `wishes`: as of `pickLocale`; the first one of this language that names a country says how dates are written. */
export function translation(locale: Locale, wishes: readonly (string | null | undefined)[] = []): Translation {
  const region = wishes.find((wish) => wish?.toLowerCase().startsWith(`${locale}-`) && isTag(wish));
  const numbers = new Intl.NumberFormat(locale);
  return {
    locale,
    region: region ?? locale,
    dir: locale === 'ar' ? 'rtl' : 'ltr',
    text: (key, values = {}) =>
      strings[locale][key].replace(/\{(n|name)\}/, (_, slot) =>
        slot === 'n' ? numbers.format(values.n ?? 0) : (values.name ?? ''),
      ),
  };
}

function isTag(wish: string): boolean {
  try {
    return Intl.getCanonicalLocales(wish).length > 0;
  } catch {
    return false;
  }
}
