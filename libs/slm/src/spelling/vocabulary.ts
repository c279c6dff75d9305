import { z } from 'zod';
import { dialogueActRows, outOfScopeRows, sensitiveRows } from '#background';
import { wordsIn } from './words.js';

const counts = z.record(z.string(), z.number().int().positive());

/** How often words, and pairs of words with one space between them, occur in the rows that a model was trained on. */
export const vocabulary = z.object({ words: counts, pairs: counts });
export type Vocabulary = z.infer<typeof vocabulary>;

/** Pairs that occur more seldom are chance, and only the most frequent are kept. */
const leastPair = 3;
const mostPairs = 5_000;

/**
 * Of the shop's own texts and of the background rows, which every training takes, but for those in other languages than English, as most of
 * them are in: a German "oder" would pass for a word where "order" was meant.
 */
export function vocabularyOf(texts: readonly string[]): Vocabulary {
  const [words, pairs] = [new Map<string, number>(), new Map<string, number>()];
  const background = [...outOfScopeRows(), ...sensitiveRows(), ...dialogueActRows()]
    .filter(({ language }) => language === undefined)
    .map(({ text }) => text);
  for (const text of [...texts, ...background]) {
    const found = wordsIn(text);
    for (const [i, { text: word, to }] of found.entries()) {
      count(words, word);
      const next = found[i + 1];
      if (next && text.slice(to, next.from) === ' ') count(pairs, `${word} ${next.text}`);
    }
  }
  const frequent = descending(pairs).filter(([, n]) => n >= leastPair);
  return {
    words: Object.fromEntries(descending(words)),
    pairs: Object.fromEntries(frequent.slice(0, mostPairs)),
  };
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function descending(counts: Map<string, number>): [string, number][] {
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
}
