import i18next from 'i18next';
import en from './en.js';

let formatting: string | undefined;

// English sentences are their own keys; the English catalog holds plurals only. It is there at once, for modules that name their tables.
void i18next.init({
  lng: 'en',
  resources: { en },
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  // React escapes.
  interpolation: { prefix: '{', suffix: '}', escapeValue: false },
});

/** An English sentence in the reader's language, `{name}` filled in; of a number called `count` the plural is chosen. */
export function t(sentence: string, values: Readonly<Record<string, string | number>> = {}): string {
  const written = Object.entries(values).map(([name, value]) => [name, value.toLocaleString(formatting)]);
  return i18next.t(sentence, { count: values.count as number, replace: Object.fromEntries(written) });
}

/** For every `Intl` and `toLocaleString` of the console; undefined is the browser's own. */
export function formatLocale(): string | undefined {
  return formatting;
}

/** `tag`: BCP 47, what numbers and dates are written by. */
export async function speak(
  language: string,
  tag: string,
  words: { translation: Record<string, string> },
): Promise<void> {
  formatting = tag;
  i18next.addResourceBundle(language, 'translation', words.translation);
  await i18next.changeLanguage(language);
}
