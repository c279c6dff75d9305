/** What of a text the word model reads. */
export interface SparseRow {
  /** Different ones, of two blocks: words with pairs of words, and pieces of words. */
  bucket: number[];
  value: number[];
}

/** Of a text and of a word: enough for any message, and a limit for a pasted book. */
const mostCharacters = 2_000;
const longestWord = 40;
const hashStart = 0x811c9dc5;
/** Told apart from words of their own: pairs of words, and pieces of words. */
const pairMark = 0x5bd1e995;
const pieceMark = 0x1b873593;
/** Runs of letters and digits, in small letters. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Counts by bucket: of words and pairs of words, and of pieces of two to five characters of words. */
export function termsOf(text: string, buckets: number): Map<number, number>[] {
  const words = wordsOf(text.slice(0, mostCharacters));
  const [whole, pieces] = [new Map<number, number>(), new Map<number, number>()];
  const count = (counts: Map<number, number>, h: number) => {
    const bucket = spread(h) % buckets;
    counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
  };
  let before = 0;
  for (const word of words) {
    const own = hashed(word, hashStart);
    count(whole, own);
    if (before) count(whole, hashed(word, before ^ pairMark));
    before = own;
    const padded = ` ${word.slice(0, longestWord)} `;
    for (let from = 0; from + 1 < padded.length; from++) {
      let h = hashStart ^ pieceMark;
      for (let n = 1; n <= 5 && from + n <= padded.length; n++) {
        h = step(h, padded.charCodeAt(from + n - 1));
        if (n > 1) count(pieces, h);
      }
    }
  }
  return [whole, pieces];
}

/** TF-IDF with 1 + log n for the count, each block brought to length 1. */
export function weigh(blocks: Map<number, number>[], idf: Float32Array): SparseRow {
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

/** A last stir, after which low bits are as good as high ones. */
function spread(h: number): number {
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return (h ^ (h >>> 13)) >>> 0;
}
