import { wordsOf } from '../intents/index.js';

const most = 4;

/** Of each label but -1 the words by which its texts differ most from all others, best first: log-odds with the words of all as prior. */
export function tellingWords(texts: string[], labels: number[]): Map<number, string[]> {
  const all = new Map<string, number>();
  const byLabel = new Map<number, Map<string, number>>();
  for (const [i, text] of texts.entries()) {
    const own = byLabel.get(labels[i]!) ?? new Map<string, number>();
    byLabel.set(labels[i]!, own);
    for (const word of new Set(wordsOf(text))) {
      if (/\d/.test(word) || word.length < 2) continue;
      all.set(word, (all.get(word) ?? 0) + 1);
      own.set(word, (own.get(word) ?? 0) + 1);
    }
  }
  byLabel.delete(-1);
  const sizes = new Map<number, number>();
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  return new Map(
    [...byLabel].map(([label, own]) => {
      const n = sizes.get(label)!;
      const score = ([word, count]: [string, number]) => {
        const expected = (all.get(word)! / texts.length) * n;
        return count * Math.log(count / expected);
      };
      const ranked = [...own].sort((a, b) => score(b) - score(a) || (a[0] < b[0] ? -1 : 1));
      return [label, ranked.slice(0, most).map(([word]) => word)];
    }),
  );
}
