import { z } from 'zod';
import type { EnsembleWeights } from '../intents/index.js';
import { featureNames, provisionalFeatures, trustedFeature, type Features } from './features.js';
import { applyCalibrator, fitCalibrator, logisticCalibrator, type WeightedExample } from './logistic-calibrator.js';

/** Turns model outputs into P(the prediction is right) over live traffic and an out-of-scope score, both 0 to 1. */
export const calibration = z.object({
  /** `provisional`: fitted without real out-of-scope messages. */
  kind: z.enum(['provisional', 'fitted']),
  /** Weight of the TF-IDF classifier beside the encoder, 0 to 1. */
  ensembleWeight: z.number(),
  /** Weight of the nearest training rows on top of both; models made before they had a say have none. */
  neighbourWeight: z.number().default(0),
  confidence: logisticCalibrator,
  outOfScope: logisticCalibrator,
  /** Answer from this confidence up; call an escalated message out of scope above this score. */
  threshold: z.number(),
  oosLimit: z.number(),
});
export type Calibration = z.infer<typeof calibration>;

/** A message whose right intent is known. `correct` is false for every out-of-scope message. */
export interface Audited {
  features: Features;
  correct: boolean;
  oos: boolean;
}

/** Fewer real out-of-scope messages than this do not represent the live ones. */
const enoughOutOfScope = 30;

export function knowsOutOfScope(rows: { oos: boolean }[]): boolean {
  return rows.filter(({ oos }) => oos).length >= enoughOutOfScope;
}

/** What stands for out-of-scope messages where no real ones are known. */
export interface Unknown {
  /** Features of messages of intents that a cross-validation fold did not learn. */
  pseudoOutOfScope: Features[];
  /** Features of background rows on topics that a cross-validation fold did not learn. */
  background: Features[];
}

/**
 * The background's share among the messages that stand for out-of-scope ones. They are about anything but the shop, and easier to tell than
 * most of what customers ask.
 */
const backgroundShare = 0.25;

/** See docs/confidence.md: with less, a fitted score can be worse than the cosine of the nearest row alone. */
const provisionalRestraint = { confidence: 0.01, outOfScope: 0.03 };

/** The share of wrong answers that the suggested threshold aims at. */
const targetRisk = 0.05;
/** Fewer messages cannot show that one in twenty is wrong. */
const fewestAnswered = 1 / targetRisk;
/** No message is answered whose intent is more likely wrong than right, whatever the few messages of a small shop seem to say. */
const leastThreshold = 0.5;

/**
 * Fits the confidence on `audited` messages that the model was not trained on. With 30 real out-of-scope messages among them, all features
 * are used and every message has the same weight.
 *
 * With fewer, messages that stand for them are added. Together they weigh as much as the audited ones, and only the features in which they
 * resemble real out-of-scope messages are used.
 */
export async function fitCalibration(
  audited: Audited[],
  { pseudoOutOfScope, background }: Unknown,
): Promise<Omit<Calibration, keyof EnsembleWeights>> {
  const fitted = knowsOutOfScope(audited);
  const share = background.length ? backgroundShare : 0;
  const standIns = (of: Features[], part: number) =>
    fitted
      ? []
      : of.map((features) => ({ features, correct: false, oos: true, weight: (part * audited.length) / of.length }));
  const rows = [
    ...audited.map((row) => ({ ...row, weight: 1 })),
    ...standIns(pseudoOutOfScope, 1 - share),
    ...standIns(background, share),
  ];
  const fit = (score: keyof typeof provisionalFeatures, positive: (row: Audited) => boolean) => {
    const names: (keyof Features)[] = fitted ? [...featureNames] : provisionalFeatures[score];
    const examples = rows.map((row): WeightedExample => ({
      features: names.map((name) => row.features[name]),
      positive: positive(row),
      weight: row.weight,
    }));
    const restraint = names.map((name) => (fitted || name === trustedFeature ? 0 : provisionalRestraint[score]));
    return fitCalibrator(names, examples, restraint);
  };
  const confidence = await fit('confidence', ({ correct }) => correct);
  const outOfScope = await fit('outOfScope', ({ oos }) => oos);
  const scored = rows.map(({ features, ...row }) => ({ ...row, confidence: applyCalibrator(confidence, features) }));
  return {
    kind: fitted ? 'fitted' : 'provisional',
    confidence,
    outOfScope,
    threshold: suggestThreshold(scored),
    oosLimit: 0.5,
  };
}

/**
 * The lowest confidence from which at most 5 % of the answers are wrong, but never below a half; 0.95 if there is none. It is a suggestion:
 * the rows that it is read off also fitted the confidence.
 */
export function suggestThreshold(rows: { weight: number; correct: boolean; confidence: number }[]): number {
  let threshold = 0.95;
  let answered = 0;
  let wrong = 0;
  const sorted = rows.toSorted((a, b) => b.confidence - a.confidence);
  for (const [i, row] of sorted.entries()) {
    answered += row.weight;
    if (!row.correct) wrong += row.weight;
    if (i + 1 < fewestAnswered || sorted[i + 1]?.confidence === row.confidence) continue;
    if (wrong <= targetRisk * answered) threshold = row.confidence;
  }
  return Math.max(leastThreshold, threshold);
}
