import { auroc } from './auroc.js';
import type { Outcome } from './selective.js';

/** A labelled message and what a model predicted for it. */
export interface Judged {
  /** The right intent; empty for an out-of-scope message. */
  intent: string;
  oos: boolean;
  predicted: string;
  /** P(the prediction is right) and P(no intent fits), as the model gives them: 0 to 1. */
  confidence: number;
  oosScore: number;
  latencyMs?: number;
}

/** An answer to an out-of-scope message counts as wrong. */
export function outcomeOf({ intent, oos, predicted, confidence }: Judged): Outcome {
  return { confidence, correct: !oos && intent === predicted };
}

/** AUROC of the out-of-scope score. Null without an out-of-scope message or without an in-scope one. */
export function oosAuroc(judged: Judged[]): number | null {
  const scores = (oos: boolean) => judged.filter((row) => row.oos === oos).map(({ oosScore }) => oosScore);
  return auroc(scores(true), scores(false));
}
