import { sentenceEnd } from './fold.js';

/** Rows of the table of weights that n-grams share by their hash. */
export const buckets = 1 << 15;

/** Lengths of the pieces of words, whose ends count as letters. */
const [shortest, longest] = [3, 5];

/**
 * The n-grams of folded words, as distinct buckets in ascending order: words, pairs of neighbours, pairs with one word between, and pieces
 * of words. Pieces find inflected and mistyped words; pairs do not go across the end of a sentence.
 */
export function ngramBuckets(words: readonly string[]): Uint32Array {
  const found = new Set<number>();
  for (const [i, word] of words.entries()) {
    if (word === sentenceEnd) continue;
    found.add(bucket(`w ${word}`));
    const [next, afterNext] = [words[i + 1], words[i + 2]];
    if (next !== undefined && next !== sentenceEnd) {
      found.add(bucket(`b ${word} ${next}`));
      if (afterNext !== undefined && afterNext !== sentenceEnd) found.add(bucket(`s ${word} ${afterNext}`));
    }
    const whole = `^${word}$`;
    for (let length = shortest; length <= longest; length++)
      for (let at = 0; at + length <= whole.length; at++) found.add(bucket(`c ${whole.slice(at, at + length)}`));
  }
  return Uint32Array.from(found).sort();
}

/** FNV-1a over UTF-16 units. */
function bucket(ngram: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < ngram.length; i++) hash = Math.imul(hash ^ ngram.charCodeAt(i), 0x01000193);
  return ((hash >>> 15) ^ hash) & (buckets - 1);
}
