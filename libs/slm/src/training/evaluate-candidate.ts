import type { ModelMethod } from '#contracts';
import { outcomeOf, type Judged, type Outcome } from '#statistics';
import { applyCalibrator, fitCalibration, type Calibration } from '../confidence/index.js';
import type { EnsembleWeights } from '../intents/index.js';
import { summarise, type Metrics } from '../model/index.js';
import type { CandidateModel } from './candidate-model.js';
import { chooseEnsembleWeight, tfidfAlone } from './ensemble-weight.js';
import { selectModel } from './model-selection.js';
import {
  heldOutPredictions,
  unknownPredictions,
  type HeldOutPrediction,
  type ValidationResults,
} from './validation-results.js';

/** A candidate with its confidence, and its figures on messages that it was not trained on. */
export interface EvaluatedCandidate {
  candidate: CandidateModel;
  method: ModelMethod;
  calibration: Calibration;
  metrics: Metrics;
  /** Of held-out messages that resemble live traffic; the same messages for every candidate. */
  outcomes: Outcome[];
}

/** The better of two candidates that need no tuning: the TF-IDF classifier alone, and the head on the frozen encoder. */
export async function evaluateFrozen(
  candidate: CandidateModel,
  results: ValidationResults,
): Promise<EvaluatedCandidate> {
  return selectModel([
    await evaluateCandidate(candidate, results, 'tfidf', { ensembleWeight: tfidfAlone, neighbourWeight: 0 }),
    await evaluateCandidate(candidate, results, 'head'),
  ]);
}

/** Fits the confidence on the validation results and measures the candidate on them. */
export async function evaluateCandidate(
  candidate: CandidateModel,
  results: ValidationResults,
  method: ModelMethod,
  weights = weightsOf(candidate, results),
): Promise<EvaluatedCandidate> {
  const heldOut = heldOutPredictions(results, weights);
  const pseudo = unknownPredictions(results, 'pseudoOutOfScope', weights);
  const background = unknownPredictions(results, 'background', weights);
  const featuresOnly = (predictions: HeldOutPrediction[]) => predictions.map(({ features }) => features);
  const fitted = await fitCalibration(heldOut, {
    pseudoOutOfScope: featuresOnly(pseudo),
    background: featuresOnly(background),
  });
  const calibration = { ...weights, ...fitted };
  const metrics = summarise(heldOut.map((one) => judgedBy(calibration, one)));
  return { candidate, method, calibration, metrics, outcomes: liveOutcomes(calibration, heldOut, pseudo) };
}

function weightsOf({ neighbourWeight }: CandidateModel, results: ValidationResults): EnsembleWeights {
  return { ensembleWeight: chooseEnsembleWeight(results, neighbourWeight), neighbourWeight };
}

/** Without real out-of-scope messages, pseudo-out-of-scope messages are half of all, as when the confidence was fitted. */
function liveOutcomes(calibration: Calibration, heldOut: HeldOutPrediction[], pseudo: HeldOutPrediction[]): Outcome[] {
  const available = calibration.kind === 'fitted' ? [] : pseudo;
  // Messages of one intent follow one another, so every nth is an even choice over the intents.
  const step = Math.max(1, Math.ceil(available.length / heldOut.length));
  const used = available.filter((_, i) => i % step === 0);
  const times = Math.max(1, Math.round(heldOut.length / Math.max(1, used.length)));
  const live = [...heldOut, ...Array<HeldOutPrediction[]>(times).fill(used).flat()];
  return live.map((one) => outcomeOf(judgedBy(calibration, one)));
}

function judgedBy(
  { confidence, outOfScope }: Calibration,
  { features, intent, predicted, oos }: HeldOutPrediction,
): Judged {
  return {
    ...{ intent, predicted, oos },
    confidence: applyCalibrator(confidence, features),
    oosScore: applyCalibrator(outOfScope, features),
  };
}
