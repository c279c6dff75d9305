import type { LimitOption, RiskLimits, ThresholdEffect } from '#contracts';
import { thresholdOf } from '#decision';
import { selectiveRisk } from '#statistics';
import { certificationOf, servingRule, type Certificate, type TestSetOutcome } from './certificate.js';
import { limitGrid } from './limit-grid.js';

/** A version as it was judged. */
export interface Judged {
  outcomes: TestSetOutcome[];
  table: Certificate[];
  /** The provisional threshold that came with it. */
  provisional: number;
}

/** What the version does at these limits, by its test set. */
export function effectOf({ outcomes, table, provisional }: Judged, limits: RiskLimits): ThresholdEffect {
  const threshold = thresholdOf(provisional, servingRule(table, limits));
  const { coverage, selectiveError } = selectiveRisk(outcomes, threshold);
  return { threshold, coverage, expectedWrong: 100 * coverage * (selectiveError ?? 0) };
}

/** What it would do at each limit that people may choose. */
export function limitOptions(judged: Judged, present: RiskLimits): LimitOption[] {
  return limitGrid(present).map((limits) => ({
    ...limits,
    certification: certificationOf(judged.table, limits),
    ...effectOf(judged, { ...limits, certifiedOnly: false }),
  }));
}
