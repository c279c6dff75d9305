import { seededRandom } from './random.js';

export interface PairedBootstrap<T> {
  /** What the two models made of the same rows, in the same order. */
  a: readonly T[];
  b: readonly T[];
  /** The figure that is compared, of one model on a sample of rows. */
  statistic: (rows: T[]) => number;
  resamples: number;
  /** How many times as likely each row is drawn as others, as whole numbers; 1 for all without it. */
  weights?: readonly number[];
}

/**
 * `statistic(b) - statistic(a)` on resampled rows, in ascending order, [resamples]. Both models get the same rows in each resample.
 * Efron and Tibshirani, "An Introduction to the Bootstrap" (1993), chapter 13. The draws are the same in every call.
 */
export function pairedBootstrap<T>({ a, b, statistic, resamples, weights }: PairedBootstrap<T>): number[] {
  const random = seededRandom(1);
  const urn = weights ? weights.flatMap((times, row) => Array<number>(times).fill(row)) : [...a.keys()];
  const differences = Array.from({ length: resamples }, () => {
    const drawn = a.map(() => urn[Math.floor(random.next() * urn.length)]!);
    const of = (model: readonly T[]) => statistic(drawn.map((row) => model[row]!));
    return of(b) - of(a);
  });
  return differences.sort((x, y) => x - y);
}
