import { binomialCdf } from './binomial.js';
import type { Outcome } from './selective.js';

export interface RiskLimit {
  /** The highest share of wrong answers that is allowed, 0 to 1. */
  risk: number;
  /** Probability, over the draw of the calibration messages, that the limit is kept, 0 to 1. */
  confidence: number;
}

export type Certificate =
  | { certified: true; threshold: number; coverage: number }
  /** `missing`: about how many more labelled messages would be enough. Null when the error rate is above the limit at every coverage. */
  | { certified: false; missing: number | null };

/** Thresholds that are tested, evenly spaced in coverage. */
const steps = 50;
/**
 * Each test sequence starts at a coverage `from` and gets a `part` of the error budget 1 - confidence. A low error rate is easier to show
 * the more messages are above a threshold. So most of the budget goes to the sequence from a coverage of 25 %. The one from 60 % serves
 * traffic of which nearly all can be answered although a few messages of the highest confidence are mislabelled. The one from the
 * strictest threshold serves traffic of which less than a quarter can be answered.
 */
const sequences = [
  { from: 0, part: 0.1 },
  { from: 0.25, part: 0.6 },
  { from: 0.6, part: 0.3 },
];

/**
 * The lowest threshold for which "at most `risk` of the answers are wrong" holds with probability `confidence`. The method is Learn then
 * Test (Angelopoulos and others, arXiv 2110.01052) on the selective risk (Geifman and El-Yaniv, arXiv 1705.08500), with the fallback
 * procedure for fixed sequences (Wiens, Pharmaceutical Statistics 2, 2003).
 *
 * Thresholds are tested from strict to lax. With n messages above a threshold and k of them wrong, p = P(Binomial(n, risk) <= k). A
 * threshold passes if p does not exceed the sequence's part of 1 - confidence. A part that has not failed is added to that of the next
 * sequence. The last threshold that passed is the result.
 *
 * `calibration` must hold messages that neither the model nor its confidence was fitted on, out-of-scope ones at their live share.
 */
export function learnThenTest(calibration: Outcome[], { risk, confidence }: RiskLimit): Certificate {
  const delta = 1 - confidence;
  const n = calibration.length;
  // With fewer messages than this above the threshold, not even zero errors would pass.
  const fewest = Math.ceil(Math.log(delta) / Math.log(1 - risk));
  const least = Math.ceil(1.2 * fewest);
  if (n < least) return { certified: false, missing: least - n };
  const start = Math.max(least, Math.ceil(n / 20));
  const sorted = calibration.toSorted((a, b) => b.confidence - a.confidence);
  const wrong = [0];
  for (const { correct } of sorted) wrong.push(wrong.at(-1)! + (correct ? 0 : 1));
  let passed: { threshold: number; coverage: number } | null = null;
  let level = 0;
  const ahead = [...sequences];
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
 * How many more messages in all make some coverage pass if its error rate stays as it is. The least over the coverages whose error rate
 * is below the limit; null if there is none.
 */
function missingLabels(sorted: Outcome[], start: number, risk: number, delta: number): number | null {
  let least: number | null = null;
  for (let step = 0; step <= steps; step++) {
    const above = Math.round(start + ((sorted.length - start) * step) / steps);
    const errorRate = sorted.slice(0, above).filter((o) => !o.correct).length / above;
    if (errorRate >= risk) continue;
    const needed = neededAbove(errorRate, risk, delta);
    const missing = Math.ceil(((needed - above) * sorted.length) / above);
    if (missing > 0 && (least === null || missing < least)) least = missing;
  }
  return least;
}

const enormous = 1_000_000;

/** The smallest n for which P(Binomial(n, risk) <= errorRate x n) <= delta. */
function neededAbove(errorRate: number, risk: number, delta: number): number {
  let low = 1;
  let high = 2;
  const passes = (n: number) => binomialCdf(Math.ceil(errorRate * n), n, risk) <= delta;
  while (high < enormous && !passes(high)) [low, high] = [high, high * 2];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (passes(middle)) high = middle;
    else low = middle;
  }
  return high;
}
