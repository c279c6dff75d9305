import type { Classifier } from './classifier.js';
import { auroc } from './metrics/auroc.js';
import { ece } from './metrics/calibration.js';
import { accuracy, macroF1 } from './metrics/classification.js';
import { aurc, coverageAt } from './metrics/selective.js';
import type { Metrics } from './model-folder.js';

/** A judged message: what it was, what the model said, and how sure it was. `intent` is empty for out-of-scope ones. */
export interface Judged {
  intent: string;
  oos: boolean;
  predicted: string;
  confidence: number;
  oosScore: number;
  latencyMs?: number;
}

/**
 * Accuracy and macro-F1 are over in-scope messages; everything else over all of them, where an answered out-of-scope message counts
 * as wrong.
 */
export function summarise(judged: Judged[]): Metrics {
  const inScope = judged.filter(({ oos }) => !oos);
  const labelled = inScope.map(({ intent, predicted }) => ({ label: intent, predicted }));
  const outcomes = judged.map(outcomeOf);
  return {
    n: judged.length,
    nOos: judged.length - inScope.length,
    accuracy: labelled.length ? accuracy(labelled) : 0,
    macroF1: labelled.length ? macroF1(labelled) : 0,
    ece: ece(outcomes),
    aurc: aurc(outcomes),
    oosAuroc: oosAuroc(judged),
    coverageAt5: coverageAt(outcomes, 0.05),
    coverageAt10: coverageAt(outcomes, 0.1),
  };
}

/** Null when either side is empty. */
export function oosAuroc(judged: Judged[]): number | null {
  const scores = (oos: boolean) => judged.filter((row) => row.oos === oos).map(({ oosScore }) => oosScore);
  return auroc(scores(true), scores(false));
}

export function outcomeOf({ intent, oos, predicted, confidence }: Judged): { confidence: number; correct: boolean } {
  return { confidence, correct: !oos && intent === predicted };
}

/** Runs every row through the model, as it is served. `previous`: the customer's message before it. */
export async function judge(
  classifier: Classifier,
  rows: { text: string; previous?: string; intent: string; oos: boolean }[],
  onDone: (done: number) => void = () => {},
): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const { text, previous, intent, oos } of rows) {
    const { intent: predicted, confidence, oosScore, latencyMs } = await classifier.classify(text, { previous });
    judged.push({ intent, oos, predicted, confidence, oosScore, latencyMs });
    onDone(judged.length);
  }
  return judged;
}

/** The value that a share `p` of the values do not exceed (nearest rank). */
export function percentile(values: number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)] ?? 0;
}
