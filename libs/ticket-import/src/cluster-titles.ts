const shownWords = 3;
const word = /\p{L}[\p{L}\p{M}'’]{2,}/gu;

/**
 * For each group of texts the words that tell it best from all the others together: how many of its texts have the word, times how much
 * more often that is than elsewhere.
 */
export function clusterTitles(groups: string[][]): string[] {
  const counts = groups.map(textsWithWord);
  const all = new Map<string, number>();
  for (const group of counts) for (const [term, n] of group) all.set(term, (all.get(term) ?? 0) + n);
  const total = groups.reduce((sum, { length }) => sum + length, 0);
  return counts.map((group, index) => {
    const size = groups[index]!.length;
    const weight = (term: string, n: number) =>
      (n / size) * Math.log(((n + 0.5) / size) * ((total - size + 1) / (all.get(term)! - n + 0.5)));
    const best = [...group].map(([term, n]) => ({ term, weight: weight(term, n) })).sort((a, b) => b.weight - a.weight);
    const title = best.slice(0, shownWords).map(({ term }) => term);
    return title.join(' ').slice(0, 100);
  });
}

function textsWithWord(texts: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const term of new Set(text.toLowerCase().match(word))) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}
