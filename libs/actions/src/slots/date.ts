// One by one: the package by its name loads sixteen languages, in every process.
import * as ar from 'chrono-node/ar';
import * as de from 'chrono-node/de';
import * as en from 'chrono-node/en';
import * as es from 'chrono-node/es';
import * as fr from 'chrono-node/fr';
import type { Found } from './plain.js';

/** 3/4 is the third of April, as nearly everywhere. */
const casual: Record<string, en.Chrono> = { ar: ar.casual, de: de.casual, en: en.GB, es: es.casual, fr: fr.casual };
/** Dates only that are written out: "yesterday" stands in many a sentence. */
const strict: Record<string, en.Chrono> = {
  ...{ ar: ar.strict, de: de.strict, es: es.strict, fr: fr.strict },
  en: new en.Chrono(en.configuration.createConfiguration(true, true)),
};
/** A date stands near the beginning of what somebody writes; no reader gets more. */
const maxRead = 500;

/** The date (YYYY-MM-DD) that a text names. `asked`: it is what the bot has asked for, and "yesterday" is an answer. */
export function dateIn(text: string, locale: string, now: Date, asked: boolean): Found | null {
  const read = text.slice(0, maxRead);
  const readers = asked ? casual : strict;
  const results = (readers[locale] ?? readers.en!).parse(read, { instant: now, timezone: 0 });
  const result = results.find(({ start }) => asked || (start.isCertain('day') && start.isCertain('month')));
  if (!result) return null;
  const [year, month, day] = (['year', 'month', 'day'] as const).map((part) => result.start.get(part)!);
  const value = [String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-');
  return { value, rest: text.replace(result.text, ' ') };
}
