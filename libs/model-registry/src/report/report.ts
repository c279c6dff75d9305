import type { ModelReport } from '#contracts';
import { reliability, riskCoverage, selectiveRisk, type CurvePoint } from '#statistics';
import type { TestSetOutcome } from '../limits/certificate.js';

/** More than a picture shows. */
const mostPoints = 50;
const bins = 10;

/** A version in words and pictures, where it answers from `threshold` up. `outcomes` must not be empty. */
export function reportOf(
  outcomes: TestSetOutcome[],
  threshold: number,
): Omit<ModelReport, 'modelVersionId' | 'version'> {
  const { coverage, selectiveError } = selectiveRisk(outcomes, threshold);
  return {
    nTest: outcomes.length,
    answered: 100 * coverage,
    wrong: 100 * coverage * (selectiveError ?? 0),
    riskCoverage: thinned(riskCoverage(outcomes)),
    reliability: reliability(outcomes, bins)
      .filter(({ n }) => n > 0)
      .map(({ confidence, accuracy, n }) => ({ confidence, accuracy, n })),
  };
}

/** Evenly along the curve, its last point included. */
function thinned(points: CurvePoint[]): { coverage: number; risk: number }[] {
  const every = points.length / Math.min(points.length, mostPoints);
  return Array.from({ length: Math.min(points.length, mostPoints) }, (_, i) => {
    const { coverage, risk } = points[Math.ceil((i + 1) * every) - 1]!;
    return { coverage, risk };
  });
}
