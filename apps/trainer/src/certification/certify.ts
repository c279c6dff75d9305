import { leastConfidence } from '#decision';
import { limitGrid, type Certificate, type TestedLimits } from '#model-registry';
import { learnThenTest, selectiveRisk, type Outcome } from '#statistics';
import { liveTestSetShare } from '../dataset/test-set.js';

/**
 * A certificate for each limit that people may choose, the present ones among them. Each keeps its own promise. The confidence level is
 * that of each, not of all together: whoever tries limits until one suits chooses by the same messages.
 */
export function certifyAll(outcomes: readonly Outcome[], present: TestedLimits): Certificate[] {
  return limitGrid(present).map((limits) => ({ limits, result: certify(outcomes, limits) }));
}

/**
 * The lowest threshold that keeps the risk limit and is no lower than the least confidence that is ever answered from; or why there is
 * none. The certificate is about messages that come as those of the test set do, out-of-scope ones included. It holds for the version
 * whose outcomes these are and for no other.
 *
 * It is one test of one version. Certifying again on more messages is another test, and the confidence level is that of each test, not of
 * all together. The promotion gate used the same messages to choose the version, which favours the version a little.
 */
export function certify(
  outcomes: readonly Outcome[],
  { riskLimit, confidenceLevel }: TestedLimits,
): Certificate['result'] {
  const certificate = learnThenTest(outcomes, { risk: riskLimit, confidence: confidenceLevel });
  if (certificate.certified) {
    const threshold = Math.max(certificate.threshold, leastConfidence);
    return { state: 'certified', threshold, coverage: selectiveRisk([...outcomes], threshold).coverage };
  }
  const { missing } = certificate;
  if (missing === null) return { state: 'too_often_wrong' };
  return { state: 'too_few_labels', missingLabels: Math.ceil(missing / liveTestSetShare) };
}
