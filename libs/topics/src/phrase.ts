import { foldedWords, sentenceEnd } from './fold.js';

/** A word, or the beginning of one: "electrocut*". */
interface Alternative {
  word: string;
  prefix: boolean;
}

interface Element {
  /** Empty: up to three words, whatever they are. */
  alternatives: Alternative[];
  optional: boolean;
}

export type Phrase = Element[];

const longestGap = 3;

/**
 * "set fire|alight", "my [own] lawyer*", "smoke .. out", "broke my <body>": words with alternatives, optional ones, a gap of up to three
 * words, and sets of words that have a name. A text fits where it has these words in this order within one sentence.
 */
export function parsePhrase(written: string, sets: Record<string, string> = {}): Phrase {
  return written
    .trim()
    .split(/\s+/)
    .map((element) => {
      if (element === '..') return { alternatives: [], optional: false };
      const optional = /^\[.*\]$/.test(element);
      const inside = optional ? element.slice(1, -1) : element;
      const spelled = inside.replace(/<([\w|]+)>/g, (_, names: string) =>
        names
          .split('|')
          .map((name) => sets[name] ?? name)
          .join('|'),
      );
      return { optional, alternatives: spelled.split('|').map(alternative) };
    });
}

function alternative(written: string): Alternative {
  const prefix = written.endsWith('*');
  const folded = foldedWords(prefix ? written.slice(0, -1) : written);
  if (folded.length !== 1) throw new Error(`“${written}” is not one word`);
  const word = folded[0]!;
  return { word, prefix };
}

/** Where the phrase that begins at `from` ends in the words; -1: it does not stand there. */
export function endOf(phrase: Phrase, words: readonly string[], from: number, element = 0): number {
  const next = phrase[element];
  if (next === undefined) return from;
  if (next.alternatives.length === 0) {
    for (let at = from; at <= Math.min(from + longestGap, words.length); at++) {
      const end = endOf(phrase, words, at, element + 1);
      if (end >= 0 || words[at] === sentenceEnd) return end;
    }
    return -1;
  }
  const word = words[from];
  if (word !== undefined && next.alternatives.some((one) => fits(one, word))) {
    const end = endOf(phrase, words, from + 1, element + 1);
    if (end >= 0) return end;
  }
  return next.optional ? endOf(phrase, words, from, element + 1) : -1;
}

function fits({ word, prefix }: Alternative, found: string): boolean {
  return prefix ? found.startsWith(word) : found === word;
}
