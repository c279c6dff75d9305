/** How often only one of two models was right on the same rows: the discordant cells of their contingency table. */
export interface Discordant {
  champion: number;
  challenger: number;
  rows: number;
}

/** Both arrays are [rows], in the same order: whether the model was right. */
export function discordant(champion: readonly boolean[], challenger: readonly boolean[]): Discordant {
  const counts = { champion: 0, challenger: 0, rows: champion.length };
  champion.forEach((right, row) => {
    if (right && !challenger[row]) counts.champion++;
    if (!right && challenger[row]) counts.challenger++;
  });
  return counts;
}

/**
 * P(at least `wins` of `wins` + `losses`) if both were equally likely. One-sided exact form of McNemar's test, Psychometrika 12 (1947), on
 * the rows in which the two models differ. 1 when they never differ.
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
 * Lower 95 % bound of accuracy(challenger) - accuracy(champion): the paired Wald interval with half a row added to each cell. Agresti
 * and Min, "Simple improved confidence intervals for comparing matched proportions", Statistics in Medicine 24 (2005).
 */
export function accuracyGainBound({ champion, challenger, rows }: Discordant): number {
  const n = rows + 2;
  const [lost, won] = [champion + 0.5, challenger + 0.5];
  const gain = (won - lost) / n;
  return gain - (1.645 * Math.sqrt(lost + won - (won - lost) ** 2 / n)) / n;
}

/** Names of the hypotheses that are rejected at family-wise error `alpha`. Holm, Scandinavian Journal of Statistics 6 (1979). */
export function holm(pValues: ReadonlyMap<string, number>, alpha: number): string[] {
  const sorted = [...pValues].sort((a, b) => a[1] - b[1]);
  const kept = sorted.findIndex(([, p], index) => p > alpha / (sorted.length - index));
  return sorted.slice(0, kept < 0 ? sorted.length : kept).map(([name]) => name);
}
