import type { Outcome } from './metrics/selective.js';

export interface RiskLimit {
  /** At most this share of the answers may be wrong … */
  risk: number;
  /** … with this certainty, over the draw of the calibration messages. */
  confidence: number;
}

export type Certificate =
  | { certified: true; threshold: number; coverage: number }
  /** `missing`: about how many more labelled messages it would take; null when more messages alone will not do. */
  | { certified: false; missing: number | null };

/** Grid of coverages between the strictest and everything. */
const steps = 50;
/**
 * Where a walk begins, as a share of all messages, and its part of 1 - confidence. The more messages are above a threshold, the easier a low
 * error rate is to show: the surest quarter gets most of it, and the surest three fifths some, for traffic of which nearly all can be
 * answered though a few of the surest are mislabelled. A little goes to the top, for traffic of which less than a quarter can be.
 */
const walks = [
  { from: 0, part: 0.1 },
  { from: 0.25, part: 0.6 },
  { from: 0.6, part: 0.3 },
];

/**
 * The lowest threshold for which "at most `risk` of the answers are wrong" holds with certainty `confidence`: Learn then Test
 * (Angelopoulos et al., arXiv 2110.01052; selective risk as in Geifman and El-Yaniv, arXiv 1705.08500) with the fallback procedure for
 * fixed sequences (Wiens, Pharmaceutical Statistics 2, 2003). Coverages are tried from strict to lax. With n messages above a threshold
 * and k of them wrong, p = P(Binomial(n, risk) <= k), which passes where it does not exceed the walk's part of 1 - confidence; a part
 * that has not failed is added to the next one. The last threshold that passed is the answer.
 * `calibration` must be messages that neither model nor confidence was fitted on, with the live share of out-of-scope ones.
 */
export function learnThenTest(calibration: Outcome[], { risk, confidence }: RiskLimit): Certificate {
  const delta = 1 - confidence;
  const n = calibration.length;
  // With fewer messages than this above the threshold not even a faultless record would pass.
  const fewest = Math.ceil(Math.log(delta) / Math.log(1 - risk));
  const least = Math.ceil(1.2 * fewest);
  if (n < least) return { certified: false, missing: least - n };
  const start = Math.max(least, Math.ceil(n / 20));
  const sorted = calibration.toSorted((a, b) => b.confidence - a.confidence);
  const wrong = [0];
  for (const { correct } of sorted) wrong.push(wrong.at(-1)! + (correct ? 0 : 1));
  let passed: { threshold: number; coverage: number } | null = null;
  let level = 0;
  const ahead = [...walks];
  for (let step = 0; step <= steps && (ahead.length || level); step++) {
    const threshold = sorted[Math.round(start + ((n - start) * step) / steps) - 1]!.confidence;
    const above = sorted.findLastIndex((o) => o.confidence === threshold) + 1;
    while (ahead[0] && above >= ahead[0].from * n) level += ahead.shift()!.part * delta;
    if (level === 0 || binomialCdf(wrong[above]!, above, risk) > level) level = 0;
    else passed = { threshold, coverage: above / n };
  }
  return passed
    ? { certified: true, ...passed }
    : { certified: false, missing: missingLabels(sorted, start, risk, delta) };
}

/**
 * If the error rate at some coverage stays what it is, so many more messages in all make it pass there; the least over the
 * coverages whose rate is below the limit.
 */
function missingLabels(sorted: Outcome[], start: number, risk: number, delta: number): number | null {
  let least: number | null = null;
  for (let step = 0; step <= steps; step++) {
    const above = Math.round(start + ((sorted.length - start) * step) / steps);
    const rate = sorted.slice(0, above).filter((o) => !o.correct).length / above;
    if (rate >= risk) continue;
    const needed = neededAbove(rate, risk, delta);
    const missing = Math.ceil(((needed - above) * sorted.length) / above);
    if (missing > 0 && (least === null || missing < least)) least = missing;
  }
  return least;
}

const enormous = 1_000_000;

/** The smallest n for which P(Binomial(n, risk) <= rate x n) <= delta. */
function neededAbove(rate: number, risk: number, delta: number): number {
  let low = 1;
  let high = 2;
  const passes = (n: number) => binomialCdf(Math.ceil(rate * n), n, risk) <= delta;
  while (high < enormous && !passes(high)) [low, high] = [high, high * 2];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (passes(middle)) high = middle;
    else low = middle;
  }
  return high;
}

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
