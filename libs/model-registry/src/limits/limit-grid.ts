import { testedConfidenceLevels, testedRisks } from '#contracts';
import type { TestedLimits } from './certificate.js';

/** The limits that a version is tested at: each risk with each level, those of the present limits among them. Strictest risk first. */
export function limitGrid(present: TestedLimits): TestedLimits[] {
  const risks = ascending(testedRisks, present.riskLimit);
  const levels = ascending(testedConfidenceLevels, present.confidenceLevel);
  return risks.flatMap((riskLimit) => levels.map((confidenceLevel) => ({ riskLimit, confidenceLevel })));
}

const ascending = (tested: readonly number[], present: number) =>
  [...new Set([...tested, present])].toSorted((a, b) => a - b);
