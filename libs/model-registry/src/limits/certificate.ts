import type { Certification, RiskLimits } from '#contracts';

/** What a version made of a message of its test set: enough to certify a threshold, and nothing of what the customer wrote. */
export interface TestSetOutcome {
  /** P(the answer is right), as the model gave it. */
  confidence: number;
  correct: boolean;
  oos: boolean;
}

export type TestedLimits = Pick<RiskLimits, 'riskLimit' | 'confidenceLevel'>;

/** What a test of one version at these limits found. It holds for no other version. */
export interface Certificate {
  limits: TestedLimits;
  result: Exclude<Certification, { state: 'pending' }>;
}

/** From which confidence a version may answer, by the policy of its workspace. */
export interface ThresholdRule {
  /** Certified for this very version, at the limits before where the present ones are still to be tested; null: none is. */
  certified: number | null;
  /** Without a certified one it answers nothing, rather than by its own. */
  certifiedOnly: boolean;
}

export const sameLimits = (one: TestedLimits, other: TestedLimits): boolean =>
  one.riskLimit === other.riskLimit && one.confidenceLevel === other.confidenceLevel;

/**
 * What a version serves by. A certificate for the same or stricter limits proves the present ones too. One for laxer limits proves
 * nothing about the present ones, but while they are tested its threshold stays: the model's own provisional threshold may be laxer still.
 * Where only certified thresholds may serve, nothing is answered meanwhile.
 */
export function servingRule(certificate: Certificate | null, limits: RiskLimits): ThresholdRule {
  const { certifiedOnly } = limits;
  if (certificate?.result.state !== 'certified') return { certified: null, certifiedOnly };
  const { threshold } = certificate.result;
  return { certified: covers(certificate.limits, limits) || !certifiedOnly ? threshold : null, certifiedOnly };
}

function covers(tested: TestedLimits, { riskLimit, confidenceLevel }: TestedLimits): boolean {
  return tested.riskLimit <= riskLimit && tested.confidenceLevel >= confidenceLevel;
}

/** What people are told: the certificate, if it is about the present limits. */
export function certificationOf(certificate: Certificate | null, limits: RiskLimits): Certification {
  if (certificate && sameLimits(certificate.limits, limits)) return certificate.result;
  return { state: 'pending', threshold: servingRule(certificate, limits).certified };
}
