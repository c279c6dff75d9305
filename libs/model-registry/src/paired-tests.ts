/** Cells of two models judged on the same rows: only the champion right, only the challenger right. */
export interface Discordant {
  champion: number;
  challenger: number;
  rows: number;
}

export function discordant(champion: readonly boolean[], challenger: readonly boolean[]): Discordant {
  const counts = { champion: 0, challenger: 0, rows: champion.length };
  champion.forEach((right, row) => {
    if (right && !challenger[row]) counts.champion++;
    if (!right && challenger[row]) counts.challenger++;
  });
  return counts;
}

/**
 * P(at least `wins` of `wins` + `losses`) were both as likely: the one-sided exact test of McNemar, Psychometrika 12 (1947),
 * on the rows in which the two differ. 1 when they never do.
 */
export function signTest(wins: number, losses: number): number {
  const n = wins + losses;
  let term = n * Math.log(0.5); // log of C(n, n) / 2^n
  let p = 0;
  for (let k = n; k >= wins; k--) {
    p += Math.exp(term);
    term += Math.log(k) - Math.log(n - k + 1);
  }
  return Math.min(1, p);
}

/**
 * Lower 95 % bound of accuracy(challenger) - accuracy(champion): the paired Wald interval with half a row added to each cell,
 * Agresti and Min, Statistics in Medicine 24 (2005), "Simple improved confidence intervals for comparing matched proportions".
 */
export function accuracyGainBound({ champion, challenger, rows }: Discordant): number {
  const n = rows + 2;
  const [lost, won] = [champion + 0.5, challenger + 0.5];
  const gain = (won - lost) / n;
  return gain - (1.645 * Math.sqrt(lost + won - (won - lost) ** 2 / n)) / n;
}

/** Holm, Scandinavian Journal of Statistics 6 (1979): the hypotheses rejected with family-wise error `alpha`. */
export function holm(pValues: ReadonlyMap<string, number>, alpha: number): string[] {
  const sorted = [...pValues].sort((a, b) => a[1] - b[1]);
  const kept = sorted.findIndex(([, p], index) => p > alpha / (sorted.length - index));
  return sorted.slice(0, kept < 0 ? sorted.length : kept).map(([name]) => name);
}
