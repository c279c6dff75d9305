import type { Locale } from '#contracts';

/** A file for each room of the console. */
export type Files = Record<string, Record<string, string>>;
export type Catalog = {
  translation: Record<string, string>;
};

/** Spanish and French have a plural of their own from a million on. It says what the ordinary plural says. */
const withMillions: readonly Locale[] = ['es', 'fr'];

/** The words of one language in one table. */
export function catalog(language: Locale, files: Files): Catalog {
  const words: Record<string, string> = {};
  for (const file of Object.values(files)) Object.assign(words, file);
  if (!withMillions.includes(language)) return { translation: words };
  const plurals = Object.entries(words).filter(([key]) => key.endsWith('_other'));
  const millions = plurals.map(([key, text]): [string, string] => [key.replace(/_other$/, '_many'), text]);
  return { translation: { ...words, ...Object.fromEntries(millions) } };
}
