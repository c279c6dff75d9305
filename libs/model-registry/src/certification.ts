import type { Certification, RiskLimits } from '#contracts';
import { learnThenTest, outcomeOf, type Judged, type Outcome, type RiskLimit } from '#slm';

/** What a version made of a gold message: enough to certify a threshold, and nothing of what the customer wrote. */
export interface GoldOutcome extends Outcome {
  oos: boolean;
}

/**
 * This share of the messages that agents label is kept as gold. Only gold ones count towards a certificate, so the number of
 * labels that people still have to give is larger than the number of calibration messages that is missing.
 */
export const liveGoldShare = 1 / 3;

export function goldOutcome(judged: Judged): GoldOutcome {
  return { ...outcomeOf(judged), oos: judged.oos };
}

/**
 * The lowest threshold that keeps the risk limit, or why there is none. The certificate is about messages that come as the gold
 * ones do, out-of-scope ones included; it holds for the version whose outcomes these are and for no other. It is one test of one
 * version: certifying again on more messages is another test, and the confidence level is that of each, not of all together. The
 * gate has looked at the same messages when it chose the version, which flatters the version a little.
 */
export function certify(
  outcomes: readonly Outcome[],
  { riskLimit, confidenceLevel }: Pick<RiskLimits, 'riskLimit' | 'confidenceLevel'>,
): Certification {
  const limit = { risk: riskLimit, confidence: confidenceLevel };
  const certificate = learnThenTest([...outcomes], limit);
  if (certificate.certified) {
    return { state: 'certified', threshold: certificate.threshold, coverage: certificate.coverage };
  }
  const missing = certificate.missing ?? missingOfTheSame(outcomes, limit);
  if (missing === null) return { state: 'too_often_wrong' };
  return { state: 'too_few_labels', missingLabels: Math.ceil(missing / liveGoldShare) };
}

/** What so many times the messages would not certify, more of the same kind will not. */
const mostTimes = 32;

/**
 * Few messages allow lax thresholds alone to be tested; more would allow stricter ones. How many more, if they were like those that
 * are there; null when even the surest of them are wrong too often.
 */
function missingOfTheSame(outcomes: readonly Outcome[], limit: RiskLimit): number | null {
  const enough = (times: number) =>
    learnThenTest(Array<readonly Outcome[]>(times).fill(outcomes).flat(), limit).certified;
  let [low, high] = [1, 2];
  while (high <= mostTimes && !enough(high)) [low, high] = [high, high * 2];
  if (high > mostTimes) return null;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (enough(middle)) high = middle;
    else low = middle;
  }
  return (high - 1) * outcomes.length;
}
