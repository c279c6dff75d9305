import { z } from 'zod';
import { applyBinaryHead, binaryHead, fitBinaryHead, type WeightedExample } from './binary-head.js';
import { featureNames, provisionalFeatures, type Features } from './signal.js';

/** Turns a signal into P(right over live traffic) and an out-of-scope score, both 0 to 1. */
export const calibration = z.object({
  /** `provisional`: fitted without real out-of-scope messages. */
  kind: z.enum(['provisional', 'fitted']),
  /** How much the word model counts beside the encoder, 0 to 1. */
  wordShare: z.number(),
  confidence: binaryHead,
  outOfScope: binaryHead,
  /** Answer from this confidence up, and call an escalated message out of scope above this score. */
  threshold: z.number(),
  oosLimit: z.number(),
});
export type Calibration = z.infer<typeof calibration>;

/** A message whose right answer is known; an out-of-scope one is never answered right. */
export interface Audited {
  features: Features;
  correct: boolean;
  oos: boolean;
}

/** Fewer real out-of-scope messages than this cannot speak for the live ones. */
const enoughOutOfScope = 30;

export function knowsOutOfScope(rows: { oos: boolean }[]): boolean {
  return rows.filter(({ oos }) => oos).length >= enoughOutOfScope;
}

/** The share of wrong answers that the suggested threshold aims at. */
const targetRisk = 0.05;

/**
 * Fits the confidence head on `audited` messages that the model was not trained on. With enough real out-of-scope messages among
 * them all features are used, at the messages' own shares. Without, `leftOut` stands in: messages of intents that a rehearsal's model
 * has never met. They count as half of all traffic, and only the features in which they resemble real out-of-scope messages are used.
 */
export async function fitCalibration(wordShare: number, audited: Audited[], leftOut: Features[]): Promise<Calibration> {
  const fitted = knowsOutOfScope(audited);
  const names: (keyof Features)[] = fitted ? [...featureNames] : provisionalFeatures;
  const weightLeftOut = leftOut.length ? audited.length / leftOut.length : 0;
  const rows = [
    ...audited.map((row) => ({ ...row, weight: 1 })),
    ...(fitted ? [] : leftOut.map((features) => ({ features, correct: false, oos: true, weight: weightLeftOut }))),
  ];
  const examples = (positive: (row: Audited) => boolean): WeightedExample[] =>
    rows.map((row) => ({ features: names.map((f) => row.features[f]), positive: positive(row), weight: row.weight }));
  const confidence = await fitBinaryHead(
    names,
    examples(({ correct }) => correct),
  );
  const outOfScope = await fitBinaryHead(
    names,
    examples(({ oos }) => oos),
  );
  const scored = rows.map((row) => ({
    weight: row.weight,
    correct: row.correct,
    oos: row.oos,
    confidence: applyBinaryHead(confidence, row.features),
    oosScore: applyBinaryHead(outOfScope, row.features),
  }));
  return {
    kind: fitted ? 'fitted' : 'provisional',
    wordShare,
    confidence,
    outOfScope,
    threshold: suggestThreshold(scored),
    oosLimit: 0.5,
  };
}

/** The lowest confidence above which at most 5 % of the answers are wrong; 0.95 where there is none. */
function suggestThreshold(rows: { weight: number; correct: boolean; confidence: number }[]): number {
  let threshold = 0.95;
  let answered = 0;
  let wrong = 0;
  const sorted = rows.toSorted((a, b) => b.confidence - a.confidence);
  for (const [i, row] of sorted.entries()) {
    answered += row.weight;
    if (!row.correct) wrong += row.weight;
    if (sorted[i + 1]?.confidence !== row.confidence && wrong <= targetRisk * answered) threshold = row.confidence;
  }
  return threshold;
}
