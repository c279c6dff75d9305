import { featuresOf, type Audited } from '../confidence/index.js';
import type { Corpus, LabelledText } from '../data/index.js';
import { argmax, ensembleProbabilities, type EnsembleWeights, type ModelOutputs } from '../intents/index.js';
import { outputsOf, type CandidateModel } from './candidate-model.js';

/** The outputs of one model for messages that it was not trained on. */
export interface FoldResults {
  /** The model's intents, names by number. */
  intents: string[];
  rows: LabelledText[];
  /** [rows] */
  outputs: ModelOutputs[];
  /** For messages of intents that the model did not learn. */
  pseudoOutOfScope: ModelOutputs[];
  /** For background rows of topics that the model did not learn. */
  background: ModelOutputs[];
}

/** The results of every fold of a cross-validation, or of one model on rows that were kept for validation. */
export type ValidationResults = FoldResults[];

/** A prediction for a message that the model was not trained on. */
export type HeldOutPrediction = Audited & { intent: string; predicted: string };

export function heldOutPredictions(results: ValidationResults, weights: EnsembleWeights): HeldOutPrediction[] {
  return results.flatMap(({ intents, rows, outputs }) =>
    outputs.map((one, i) => prediction(one, rows[i]!, intents, weights)),
  );
}

/** Predictions for the pseudo-out-of-scope messages, or for background rows; none is correct. */
export function unknownPredictions(
  results: ValidationResults,
  part: 'pseudoOutOfScope' | 'background',
  weights: EnsembleWeights,
): HeldOutPrediction[] {
  const outOfScope = { intent: '', oos: true };
  return results.flatMap((fold) => fold[part].map((one) => prediction(one, outOfScope, fold.intents, weights)));
}

function prediction(
  outputs: ModelOutputs,
  { intent, oos }: Omit<LabelledText, 'text'>,
  intents: string[],
  weights: EnsembleWeights,
): HeldOutPrediction {
  const probabilities = ensembleProbabilities(outputs, weights);
  const predicted = intents[argmax(probabilities)]!;
  const correct = !oos && intent === predicted;
  return { features: featuresOf(outputs, probabilities), intent, predicted, correct, oos };
}

/**
 * Results of `candidate` on the validation rows, with the pseudo-out-of-scope messages of the cross-validation. Without validation rows,
 * the results of the cross-validation.
 */
export async function validate(
  candidate: CandidateModel,
  validation: Corpus,
  crossValidation: ValidationResults,
  onDone: (done: number, total: number) => void,
): Promise<ValidationResults> {
  const { rows } = validation;
  if (rows.length === 0) return crossValidation;
  const outputs = await outputsOf(candidate, validation, onDone);
  const pseudo = crossValidation.map((fold) => ({ ...fold, rows: [], outputs: [] }));
  return [{ intents: candidate.intents, rows, outputs, pseudoOutOfScope: [], background: [] }, ...pseudo];
}
