import type { Certificate, TestedLimits } from '#model-registry';
import { liveTestSetShare } from '../dataset/test-set.js';
import { learnThenTest, type Outcome, type RiskLimit } from '#statistics';

/**
 * The lowest threshold that keeps the risk limit, or why there is none. The certificate is about messages that come as those of the test
 * set do, out-of-scope ones included. It holds for the version whose outcomes these are and for no other.
 *
 * It is one test of one version. Certifying again on more messages is another test, and the confidence level is that of each test, not of
 * all together. The promotion gate used the same messages to choose the version, which favours the version a little.
 */
export function certify(
  outcomes: readonly Outcome[],
  { riskLimit, confidenceLevel }: TestedLimits,
): Certificate['result'] {
  const limit = { risk: riskLimit, confidence: confidenceLevel };
  const certificate = learnThenTest([...outcomes], limit);
  if (certificate.certified) {
    return { state: 'certified', threshold: certificate.threshold, coverage: certificate.coverage };
  }
  const missing = certificate.missing ?? missingOfTheSame(outcomes, limit);
  if (missing === null) return { state: 'too_often_wrong' };
  return { state: 'too_few_labels', missingLabels: Math.ceil(missing / liveTestSetShare) };
}

/** The search for the number of missing messages ends at this multiple of the present number. */
const mostTimes = 32;

/**
 * How many more messages would certify a threshold, if they were like the present ones. With few messages only lax thresholds can be
 * tested; with more, stricter ones too. Null when even the messages of the highest confidence are wrong too often.
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
