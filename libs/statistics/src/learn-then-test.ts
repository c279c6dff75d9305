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

/** A threshold that is tested: the share of the messages that reach it, and the share of these that are wrong. */
interface Tested {
  threshold: number;
  coverage: number;
  errorRate: number;
}

/** Thresholds are evenly spaced in coverage, from `strictest` to 1. */
const steps = 50;
const strictest = 1 / 20;
const coverages = Array.from({ length: steps + 1 }, (_, step) => strictest + ((1 - strictest) * step) / steps);

/** A test sequence starts at a coverage `from` and gets a `part` of the error budget 1 - confidence. */
type Start = Readonly<{ from: number; part: number }>;

/**
 * A low error rate is easier to show the more messages are above a threshold. So most of the budget starts at a coverage of 25 %. The
 * starts from 60 % serve traffic of which nearly all can be answered although a few messages of the highest confidence are mislabelled.
 * The one from the strictest threshold serves traffic of which less than a quarter can be answered.
 */
const starts: readonly Start[] = [
  { from: 0, part: 0.1 },
  { from: 0.25, part: 0.5 },
  { from: 0.6, part: 0.2 },
  { from: 0.9, part: 0.2 },
];
/** Of few messages a part cannot show much, however right they are. */
const few = 250;
const startsOfFew: readonly Start[] = [
  { from: 0.5, part: 0.3 },
  { from: 0.9, part: 0.7 },
];

/**
 * The lowest threshold for which "at most `risk` of the answers are wrong" holds with probability `confidence`. The method is Learn then
 * Test (Angelopoulos and others, arXiv 2110.01052) on the selective risk (Geifman and El-Yaniv, arXiv 1705.08500), with the fallback
 * procedure for fixed sequences (Wiens, Pharmaceutical Statistics 2, 2003).
 *
 * Thresholds are tested from strict to lax. With n messages above a threshold and k of them wrong, p = P(Binomial(n, risk) <= k). A
 * threshold passes if p does not exceed the part of 1 - confidence that is available. This part grows at each start. After a pass it goes
 * on to the next threshold, after a failure it is lost. The last threshold that passed is the result.
 *
 * Which thresholds are tested, and where sequences start, does not depend on the limit. So whatever passes at a limit passes at every
 * laxer one: p falls with the risk, and the parts grow as the confidence falls. The result is monotone in both.
 *
 * `calibration` must hold messages that neither the model nor its confidence was fitted on, out-of-scope ones at their live share.
 */
export function learnThenTest(calibration: readonly Outcome[], limit: RiskLimit): Certificate {
  const n = calibration.length;
  const tested = testedThresholds(calibration);
  const passed = lastPassed(tested, n, limit);
  if (passed) return { certified: true, threshold: passed.threshold, coverage: passed.coverage };
  return { certified: false, missing: missingLabels(tested, n, limit) };
}

function testedThresholds(calibration: readonly Outcome[]): Tested[] {
  const n = calibration.length;
  if (n === 0) return coverages.map((coverage) => ({ threshold: 1, coverage, errorRate: 0 }));
  const sorted = calibration.toSorted((a, b) => b.confidence - a.confidence);
  const wrong = [0];
  for (const { correct } of sorted) wrong.push(wrong.at(-1)! + (correct ? 0 : 1));
  return coverages.map((coverage) => {
    const threshold = sorted[Math.max(1, Math.round(coverage * n)) - 1]!.confidence;
    const above = sorted.findLastIndex((outcome) => outcome.confidence === threshold) + 1;
    return { threshold, coverage: above / n, errorRate: wrong[above]! / above };
  });
}

/** The last threshold that passes where there are `n` messages in all. */
function lastPassed(tested: readonly Tested[], n: number, { risk, confidence }: RiskLimit): Tested | undefined {
  const ahead = n < few ? [...startsOfFew] : [...starts];
  let passed: Tested | undefined;
  let level = 0;
  for (const point of tested) {
    while (ahead[0] && point.coverage >= ahead[0].from) level += ahead.shift()!.part * (1 - confidence);
    const above = Math.round(point.coverage * n);
    const wrong = Math.ceil(point.errorRate * above - rounding);
    if (level === 0 || above === 0 || binomialCdf(wrong, above, risk) > level) level = 0;
    else passed = point;
  }
  return passed;
}

/** Counts come back whole from the shares that are kept of them. */
const rounding = 1e-6;
/** As many labels as this are never missing: nobody would make them. */
const enormous = 100_000;

/**
 * How many more messages would make a threshold pass if error rates stayed as they are; while there are fewer than even messages without
 * an error would need, how many these would need. Null when no number will do.
 */
function missingLabels(tested: readonly Tested[], n: number, limit: RiskLimit): number | null {
  const spotless = tested.map((point) => ({ ...point, errorRate: 0 }));
  const curve = lastPassed(spotless, n, limit) ? tested : spotless;
  const passes = (messages: number) => lastPassed(curve, messages, limit) !== undefined;
  let [low, high] = [n, Math.max(2 * n, 1)];
  while (!passes(high)) {
    if (high >= enormous) return null;
    [low, high] = [high, high * 2];
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (passes(middle)) high = middle;
    else low = middle;
  }
  return high - n;
}
