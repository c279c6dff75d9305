import type { Outcome } from './selective.js';

export interface ReliabilityBin {
  from: number;
  to: number;
  n: number;
  confidence: number;
  accuracy: number;
}

/** Equal-width bins of confidence, each with its mean confidence and accuracy. An empty bin has n = 0. */
export function reliability(outcomes: Outcome[], bins = 15): ReliabilityBin[] {
  return Array.from({ length: bins }, (_, i) => {
    const inside = outcomes.filter(({ confidence }) => Math.min(bins - 1, Math.floor(confidence * bins)) === i);
    const n = inside.length;
    return {
      from: i / bins,
      to: (i + 1) / bins,
      n,
      confidence: n ? inside.reduce((sum, o) => sum + o.confidence, 0) / n : 0,
      accuracy: n ? inside.filter((o) => o.correct).length / n : 0,
    };
  });
}

/**
 * Expected calibration error, 0 to 1: the gap between confidence and accuracy, averaged over 15 equal-width bins weighted by their size.
 * Guo and others, "On calibration of modern neural networks", arXiv 1706.04599, section 3.
 */
export function ece(outcomes: Outcome[]): number {
  return meanGap(outcomes, Math.abs);
}

/** The part of the expected calibration error that comes from bins whose confidence exceeds their accuracy. */
export function overconfidence(outcomes: Outcome[]): number {
  return meanGap(outcomes, (gap) => Math.max(0, gap));
}

function meanGap(outcomes: Outcome[], counted: (gap: number) => number): number {
  return reliability(outcomes).reduce(
    (sum, bin) => sum + (bin.n / outcomes.length) * counted(bin.confidence - bin.accuracy),
    0,
  );
}
