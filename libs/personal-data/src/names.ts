import type { Masker, Replace } from './kinds.js';
import { wordEnd, wordStart } from './plain.js';

/** Particles, and words that are names as well: written small they are words. */
const ordinary = new Set(
  (
    'de del der den des di da do dos du la le las los el al bin ibn van von und y e zu ' +
    'will mark may grace rose bill sue rob art drew pat frank chase hope faith joy dawn summer april june august ivy lily olive ' +
    'iris ruby pearl amber jade crystal grant guy lance miles page price young long short small white black brown green gray ' +
    'grey king best good new rich wood field day case bell ball cook baker taylor park hill lane stone brook reed rice salt ' +
    'sol mar luz paz rosa flor blanco rubio klein gross groß lang kurz neu weiß schwarz braun sommer winter petit grand blanc ' +
    'noir roux bon'
  ).split(' '),
);
const letters = /[\p{L}\p{M}'’-]+/gu;
/** With its accents or without. Of letters, hyphens and apostrophes none means anything to a regular expression. */
const spelled = (part: string) =>
  part.replace(/./gsu, (letter) => {
    const base = letter.normalize('NFD').replace(/\p{M}/gu, '');
    return base === letter || base === '' ? letter : `(?:${letter}|${base})`;
  });

/** The whole name however it is written, and each part of it; a part that is a word too only where it is written as a name. */
export function maskContactName(text: string, name: string, replace: Replace): string {
  const parts = (name.match(letters) ?? []).filter((part) => part.length >= 2);
  if (parts.length === 0) return text;
  const inOrder = String.raw`${parts.map(spelled).join(String.raw`[\s.,_-]{1,3}`)}`;
  const alone = parts
    .filter((part) => !particle(part))
    .map(spelled)
    .join('|');
  const pattern = new RegExp(
    String.raw`${wordStart}(?:${inOrder}${alone && `|(?:${alone})(?:[\\s.,_-]{1,3}(?:${alone}))*`})(?:['’]s)?${wordEnd}`,
    'giu',
  );
  return text.replace(pattern, (found) =>
    ordinary.has(found.toLowerCase()) && found === found.toLowerCase() ? found : replace('name'),
  );
}

const particle = (part: string) => part === part.toLowerCase() && ordinary.has(part);

const introduction = new RegExp(
  String.raw`(${wordStart}(?:my name is|my name['’]s|i am called|me llamo|mi nombre es|ich heiße|ich heisse|mein name ist|je m['’]appelle|mon nom est)\s:?\s?)([\p{L}\p{M}'’-]+(?:\s[\p{L}\p{M}'’-]+){0,2})`,
  'giu',
);
/** Said of much else too, so that two words with a capital must follow. */
const looseIntroduction =
  /(?<![\p{L}\p{N}])((?:[Tt]his is|I['’]?m|I am|i['’]m|[Ss]oy|[Hh]ier ist|[Ii]ci)\s)\p{Lu}\p{Ll}+(?:\s\p{Lu}[\p{L}'’-]*\p{Ll})+(?![\p{L}\p{N}])/gu;
/** Arabic has no capitals: one word, and a second that does not begin with "and". */
const arabicIntroduction = new RegExp(String.raw`(${wordStart}(?:اسمي|إسمي)\s(?:هو\s)?)\p{L}+(?:\s(?!و)\p{L}+)?`, 'gu');

/** "My name is Jo Lambert": the words with a capital. */
export const maskIntroducedNames: Masker = (text, replace) =>
  text
    .replace(introduction, (found, before: string, words: string) => {
      const named = /^(?:\p{Lu}[\p{L}\p{M}'’-]*\s?)+/u.exec(words)?.[0].trimEnd();
      return named ? before + replace('name') + words.slice(named.length) : found;
    })
    .replace(looseIntroduction, (_, before: string) => before + replace('name'))
    .replace(arabicIntroduction, (_, before: string) => before + replace('name'));
