import { eld } from 'eld/small';
import { scriptOf } from './script.js';
import { votesOf } from './words.js';

export interface Detected {
  /** BCP 47, primary. */
  language: string;
  /** Enough to act on: at most one in a hundred such is wrong. */
  sure: boolean;
}

/** Characters that tell as much as all of them. */
const enough = 300;
/** What is of no language: addresses, links, numbers and codes. */
const noWords = /\S+@\S+|https?:\/\/\S+|www\.\S+|\S*\d\S*/gu;
/** By so much the first language has to lead for there to be one. */
const leastLead = 0.2;
/** Of the known words so many may be of other languages alone: more is a message in two. */
const mostForeign = 0.1;
const word = /[\p{L}\p{M}]+(?:'[\p{L}]+)*/gu;

/** The language that a text is written in, of several the one of most words. Null: no words, or none that tell. */
export function detectLanguage(text: string): Detected | null {
  const read = text
    .slice(0, enough)
    .normalize('NFKC')
    .replace(/[’‘`´]/g, "'")
    .toLowerCase()
    .replace(noWords, ' ');
  const words = read.match(word) ?? [];
  if (words.length === 0) return null;
  const script = scriptOf(read);
  if (script && script.share >= 0.5) return byScript(read, script);
  return byWords(read, words);
}

function byScript(read: string, { language, share, letters }: NonNullable<ReturnType<typeof scriptOf>>): Detected {
  if (language) return { language, sure: share > 0.9 && letters >= 6 };
  const guess = eld.detect(read);
  return { language: guess.language || 'ru', sure: share > 0.9 && guess.isReliable() };
}

/** Words that are known speak for their languages; n-grams speak for words that are not. */
function byWords(read: string, words: string[]): Detected | null {
  const known = words.flatMap((each) => votesFor(each) ?? []);
  const guess = eld.detect(read);
  const reliable = guess.isReliable();
  // Two words that are none of any list may be a name.
  if (known.length === 0 && words.length < 3) return null;
  const votes = new Map<string, number>(reliable ? [[guess.language, 1]] : []);
  for (const of of known) for (const [language, vote] of of) votes.set(language, (votes.get(language) ?? 0) + vote);
  const [first, second] = [...votes].sort((a, b) => b[1] - a[1]);
  if (!first) return null;
  const [language, most] = first;
  const next = second?.[1] ?? 0;
  if (most - next < leastLead) return null;
  const own = known.filter((of) => of.has(language)).length;
  const agreed = guess.language === language;
  const clear = most >= 1.5 && most >= 2.5 * next && (agreed || most >= 2);
  const enoughKnown = own >= 2 || (own === 1 && agreed && reliable && words.length >= 4);
  return { language, sure: clear && enoughKnown && known.length - own <= known.length * mostForeign };
}

/** "l'adresse" is "l'" and "adresse". */
function votesFor(each: string): ReadonlyMap<string, number> | undefined {
  const whole = votesOf.get(each);
  const at = each.indexOf("'");
  return whole ?? (at > 0 ? (votesOf.get(each.slice(at + 1)) ?? votesOf.get(each.slice(0, at + 1))) : undefined);
}
