import type { Masker } from './kinds.js';
import { wordEnd, wordStart } from './plain.js';

const numeric = String.raw`\d{1,4}\s?[./,\s-]\s?\d{1,2}\s?[./,\s-]\s?\d{2,4}`;
const dayFirst = String.raw`\d{1,2}(?:st|nd|rd|th|er|\.|o)?\s(?:of\s|de\s)?\p{L}{3,12}\.?,?\s(?:de\s|del\s)?\d{4}`;
const monthFirst = String.raw`\p{L}{3,12}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}`;
const date = String.raw`(?:${numeric}|${dayFirst}|${monthFirst})`;
const words = [
  'born',
  'date of birth',
  'birth ?date',
  'd\\.?o\\.?b\\.?',
  'geboren',
  'geburtsdatum',
  'geb\\.',
  'née?(?:\\(e\\))?(?: le)?',
  'date de naissance',
  'nacid[oa]',
  'nací',
  'fecha de nacimiento',
  'تاريخ (?:ال)?ميلاد\\p{L}{0,2}',
  'تاريخ (?:ال)?ولادت?ي?',
  'مواليد',
  'ولدت',
];
const afterWords = new RegExp(
  String.raw`(${wordStart}(?:${words.join('|')})(?:\s?[:=]|\s\p{L}{1,8}){0,2}\s?)${date}${wordEnd}`,
  'giu',
);
/** A birthday may be one to come, for which a present has to arrive. */
const birthday = new RegExp(
  String.raw`(${wordStart}(?:birthday|geburtstag|cumpleaños|anniversaire|عيد ميلاد\p{L}{0,2})(?:\s?[:=]|\s\p{L}{1,8}){0,2}\s?)(${date})${wordEnd}`,
  'giu',
);

export const maskBirthDates: Masker = (text, replace) =>
  text
    .replace(afterWords, (_, before: string) => before + replace('birth_date'))
    .replace(birthday, (found, before: string, day: string) =>
      /(?:19\d|200|201)\d(?!\d)/.test(day) ? before + replace('birth_date') : found,
    );
