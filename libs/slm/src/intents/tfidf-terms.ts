/** The TF-IDF vector of a text: buckets that are not zero, and their values. */
export interface SparseRow {
  /** A bucket may occur twice, once for each block of terms. */
  bucket: number[];
  value: number[];
}

/** Characters of a text, and of a word, that are read. They are enough for any message and bound the cost of a pasted book. */
const mostCharacters = 2_000;
const longestWord = 40;
const hashStart = 0x811c9dc5;
/** Keep the hashes of word pairs and of character n-grams apart from those of words. */
const pairMark = 0x5bd1e995;
const ngramMark = 0x1b873593;

/** Runs of letters and digits, in lower case. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** How often each bucket occurs, in two blocks: word 1- and 2-grams, and character 2- to 5-grams within words. */
export function termCounts(text: string, buckets: number): Map<number, number>[] {
  const words = wordsOf(text.slice(0, mostCharacters));
  const [wordNgrams, characterNgrams] = [new Map<number, number>(), new Map<number, number>()];
  const count = (counts: Map<number, number>, h: number) => {
    const bucket = spread(h) % buckets;
    counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
  };
  let before = 0;
  for (const word of words) {
    const own = hashed(word, hashStart);
    count(wordNgrams, own);
    if (before) count(wordNgrams, hashed(word, before ^ pairMark));
    before = own;
    const padded = ` ${word.slice(0, longestWord)} `;
    for (let from = 0; from + 1 < padded.length; from++) {
      let h = hashStart ^ ngramMark;
      for (let n = 1; n <= 5 && from + n <= padded.length; n++) {
        h = step(h, padded.charCodeAt(from + n - 1));
        if (n > 1) count(characterNgrams, h);
      }
    }
  }
  return [wordNgrams, characterNgrams];
}

/** TF-IDF with 1 + log n for a count of n, each block scaled to length 1. */
export function tfidfRow(blocks: Map<number, number>[], idf: Float32Array): SparseRow {
  const row: SparseRow = { bucket: [], value: [] };
  for (const counts of blocks) {
    const values = [...counts].map(([bucket, n]) => (1 + Math.log(n)) * idf[bucket]!);
    const length = Math.hypot(...values) || 1;
    row.bucket.push(...counts.keys());
    row.value.push(...values.map((value) => value / length));
  }
  return row;
}

/** FNV-1a over UTF-16 units, 32 bits. */
function hashed(text: string, start: number): number {
  let h = start;
  for (let i = 0; i < text.length; i++) h = step(h, text.charCodeAt(i));
  return h;
}

function step(h: number, unit: number): number {
  return Math.imul(h ^ unit, 0x01000193);
}

/** A last mixing step, after which low bits are as random as high ones. */
function spread(h: number): number {
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return (h ^ (h >>> 13)) >>> 0;
}
