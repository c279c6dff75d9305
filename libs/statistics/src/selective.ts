/** One message as selective prediction sees it: the model's confidence, and whether its answer was right. */
export interface Outcome {
  confidence: number;
  correct: boolean;
}

export interface CurvePoint {
  /** `coverage`: share of all messages with a confidence of at least `threshold`. `risk`: share of wrong answers among those. */
  threshold: number;
  coverage: number;
  risk: number;
}

/**
 * The risk-coverage curve: one point for each distinct confidence, highest threshold first. El-Yaniv and Wiener, "On the foundations
 * of noise-free selective classification", JMLR 11 (2010).
 */
export function riskCoverage(outcomes: Outcome[]): CurvePoint[] {
  const sorted = [...outcomes].sort((a, b) => b.confidence - a.confidence);
  const points: CurvePoint[] = [];
  let wrong = 0;
  for (const [i, { confidence, correct }] of sorted.entries()) {
    if (!correct) wrong++;
    if (sorted[i + 1]?.confidence === confidence) continue;
    points.push({ threshold: confidence, coverage: (i + 1) / sorted.length, risk: wrong / (i + 1) });
  }
  return points;
}

/**
 * Area under the risk-coverage curve: the selective risk averaged over every number of answered messages, 1 to n. Geifman and
 * El-Yaniv, arXiv 1705.08500 and 1805.08206. Messages of equal confidence share their errors evenly, so the order of rows does not matter.
 */
export function aurc(outcomes: Outcome[]): number {
  let sum = 0;
  let answered = 0;
  let wrong = 0;
  for (const { coverage, risk } of riskCoverage(outcomes)) {
    const end = Math.round(coverage * outcomes.length);
    const errorRate = (risk * end - wrong) / (end - answered);
    const before = answered;
    while (answered < end) sum += (wrong + errorRate * (++answered - before)) / answered;
    wrong += errorRate * (end - before);
  }
  return sum / outcomes.length;
}

/** The largest share of all messages that can be answered with at most `maxRisk` of the answers wrong; 0 if none. */
export function coverageAt(outcomes: Outcome[], maxRisk: number): number {
  return riskCoverage(outcomes).reduce((best, { coverage, risk }) => (risk <= maxRisk ? coverage : best), 0);
}

/** Coverage and selective error when answering from `threshold` up. The error is null when nothing is answered. */
export function selectiveRisk(
  outcomes: Outcome[],
  threshold: number,
): { coverage: number; selectiveError: number | null } {
  const answered = outcomes.filter(({ confidence }) => confidence >= threshold);
  const wrong = answered.filter(({ correct }) => !correct).length;
  return {
    coverage: answered.length / outcomes.length,
    selectiveError: answered.length ? wrong / answered.length : null,
  };
}
