import { formatLocale } from '../language/t.js';

const codes = ['ar', 'de', 'en', 'es', 'fr', 'it', 'nl', 'pl', 'pt', 'sv', 'tr', 'uk'];

/** BCP 47 primary languages, by their names in the reader's. */
export function languageOptions(): { value: string; label: string }[] {
  return codes.map((value) => ({ value, label: languageName(value) }));
}

export function languageName(code: string): string {
  return new Intl.DisplayNames(formatLocale(), { type: 'language' }).of(code) ?? code;
}
