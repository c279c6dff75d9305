/** P(Binomial(n, p) <= k), summed term by term in logarithms. */
export function binomialCdf(k: number, n: number, p: number): number {
  let log = n * Math.log1p(-p);
  let sum = Math.exp(log);
  for (let i = 1; i <= Math.min(k, n); i++) {
    log += Math.log((n - i + 1) / i) + Math.log(p / (1 - p));
    sum += Math.exp(log);
  }
  return Math.min(1, sum);
}

/** Two models compared on `of` messages: they predict the same intent for `same` of them. */
export interface Agreement {
  same: number;
  of: number;
}

/** False if the observed agreement shows, at 5 %, that the true agreement is below `share` (0 to 1): one-sided exact binomial test. */
export function agrees({ same, of }: Agreement, share: number): boolean {
  return binomialCdf(same, of, share) > 0.05;
}
