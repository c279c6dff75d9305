/** How many are shown, and from which cosine on two replies say the same. */
const shown = 5;
const alike = 0.6;

type Vector = ReadonlyMap<string, number>;

/**
 * The replies nearest to the middle of all of them, each with how many others say nearly the same. Vectors of words weighted by rarity
 * (TF-IDF) are enough for replies to one intent, which differ by their wording, and need no model.
 */
export function typicalReplies(replies: string[]): { text: string; n: number }[] {
  const written = replies.filter((reply) => wordsOf(reply).length > 0);
  const vectors = tfidf(written.map(wordsOf));
  const centre = unit(sumOf(vectors));
  const byCentrality = vectors
    .map((vector, index) => ({ vector, text: written[index]!, nearness: cosine(vector, centre) }))
    .sort((a, b) => b.nearness - a.nearness);
  const typical: { text: string; n: number }[] = [];
  let left = byCentrality;
  while (left.length > 0 && typical.length < shown) {
    const [first] = left;
    const others = left.filter(({ vector }) => cosine(vector, first!.vector) < alike);
    // Itself included, whatever rounding makes of its own cosine.
    typical.push({ text: first!.text, n: Math.max(1, left.length - others.length) });
    left = others.filter((reply) => reply !== first);
  }
  return typical;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Of length 1. A word that all have says a little all the same: two replies alone would have nothing in common. */
function tfidf(texts: string[][]): Vector[] {
  const textsWith = new Map<string, number>();
  for (const words of texts) for (const word of new Set(words)) textsWith.set(word, (textsWith.get(word) ?? 0) + 1);
  const rarity = (word: string) => 1 + Math.log(texts.length / textsWith.get(word)!);
  return texts.map((words) => {
    const counts = new Map<string, number>();
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    return unit(new Map([...counts].map(([word, count]) => [word, count * rarity(word)])));
  });
}

function sumOf(vectors: Vector[]): Vector {
  const sum = new Map<string, number>();
  for (const vector of vectors) for (const [word, weight] of vector) sum.set(word, (sum.get(word) ?? 0) + weight);
  return sum;
}

function unit(vector: Vector): Vector {
  const length = Math.sqrt(cosine(vector, vector)) || 1;
  return new Map([...vector].map(([word, weight]) => [word, weight / length]));
}

/** Of vectors of length 1. */
function cosine(a: Vector, b: Vector): number {
  let sum = 0;
  for (const [word, weight] of a) sum += weight * (b.get(word) ?? 0);
  return sum;
}
