import i18next from 'i18next';
import { catalog } from './catalog.js';
import en from './en.js';
import { readersLanguage } from './language.js';

let formatting: string | undefined;
let number = new Intl.NumberFormat();

// English sentences are their own keys; the English catalog holds plurals only.
void i18next.init({
  lng: 'en',
  resources: { en: catalog('en', en) },
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  // React escapes.
  interpolation: { prefix: '{', suffix: '}', escapeValue: false },
});

// Whatever has words imports this module, so it waits here for those of the reader's language. A change of language loads the page again.
if (typeof document !== 'undefined') {
  const reader = await readersLanguage();
  formatting = reader.formatting;
  number = new Intl.NumberFormat(formatting);
  document.documentElement.lang = reader.language;
  document.documentElement.dir = reader.language === 'ar' ? 'rtl' : 'ltr';
  if (reader.words) i18next.addResourceBundle(reader.language, 'translation', reader.words.translation);
  await i18next.changeLanguage(reader.language);
}

/** An English sentence in the reader's language, `{name}` filled in; of a number called `count` the plural is chosen. */
export function t(sentence: string, values: Readonly<Record<string, string | number>> = {}): string {
  const written = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'number' ? number.format(value) : value,
  ]);
  return i18next.t(sentence, { count: values.count as number, replace: Object.fromEntries(written) });
}

/** For every `Intl` and `toLocaleString` of the console; undefined is the browser's own. */
export function formatLocale(): string | undefined {
  return formatting;
}
