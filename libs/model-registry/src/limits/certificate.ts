import type { Certification, CertificationResult, RiskLimits } from '#contracts';

/** What a version made of a message of its test set: enough to certify a threshold, and nothing of what the customer wrote. */
export interface TestSetOutcome {
  /** P(the answer is right), as the model gave it. */
  confidence: number;
  correct: boolean;
  oos: boolean;
}

export type TestedLimits = Pick<RiskLimits, 'riskLimit' | 'confidenceLevel'>;

/** What a test of one version at these limits found. It holds for no other version. A version has a table of them. */
export interface Certificate {
  limits: TestedLimits;
  result: CertificationResult;
}

/** From which confidence a version may answer, by the policy of its workspace. */
export interface ThresholdRule {
  /** Certified for this very version, at the present limits or stricter ones; null: none is. */
  certified: number | null;
  /** Where none is: the strictest one that is certified at laxer limits. Answers by anything laxer are known to be wrong more often. */
  least: number;
  /** Certified at twice the risk, for answers that say what they take a message for; null: none is. */
  likely: number | null;
  /** Without a certified one it answers nothing, rather than by its own. */
  certifiedOnly: boolean;
}

export const sameLimits = (one: TestedLimits, other: TestedLimits): boolean =>
  one.riskLimit === other.riskLimit && one.confidenceLevel === other.confidenceLevel;

/**
 * What a version serves by. It is monotone in both limits, whatever the table holds: stricter limits never make a laxer rule. A
 * certificate at stricter limits proves the present ones, so the laxest of these is the threshold. Without one, the provisional threshold
 * is held to what serves at every laxer limit: each certificate, and the laxest limits below it and the present ones, say what that is.
 */
export function servingRule(table: readonly Certificate[], limits: RiskLimits): ThresholdRule {
  const { certifiedOnly } = limits;
  const certified = certifiedAt(table, limits);
  const likely = certifiedAt(table, { ...limits, riskLimit: 2 * limits.riskLimit });
  if (certified !== null) return { certified, least: 0, likely, certifiedOnly };
  const laxer = table.map((certificate) => certifiedAt(table, bothLaxer(certificate.limits, limits)) ?? 0);
  return { certified: null, least: Math.max(0, ...laxer), likely, certifiedOnly };
}

function certifiedAt(table: readonly Certificate[], limits: TestedLimits): number | null {
  const thresholds = table.flatMap((certificate) =>
    certificate.result.state === 'certified' && proves(certificate.limits, limits) ? certificate.result.threshold : [],
  );
  return thresholds.length ? Math.min(...thresholds) : null;
}

function proves(tested: TestedLimits, { riskLimit, confidenceLevel }: TestedLimits): boolean {
  return tested.riskLimit <= riskLimit && tested.confidenceLevel >= confidenceLevel;
}

function bothLaxer(one: TestedLimits, other: TestedLimits): TestedLimits {
  return {
    riskLimit: Math.max(one.riskLimit, other.riskLimit),
    confidenceLevel: Math.min(one.confidenceLevel, other.confidenceLevel),
  };
}

/** What people are told: the certificate for the limits, if they were tested. */
export function certificationOf(table: readonly Certificate[], limits: TestedLimits): Certification {
  const certificate = table.find((one) => sameLimits(one.limits, limits));
  return certificate?.result ?? { state: 'pending', threshold: certifiedAt(table, limits) };
}
