/** Everything that makes a model folder of rows: fitting, fine-tuning, cross-validation, the choice of a model, and its checkpoints. */
export {
  encode,
  frozenCandidate,
  outputsOf,
  outputsOfVectors,
  tunedCandidate,
  type CandidateModel,
} from './candidate-model.js';
export { withBackground } from './background.js';
export { crossValidate, mostFolds } from './cross-validation.js';
export { evaluateCandidate } from './evaluate-candidate.js';
export { supplement } from './supplement.js';
export { learnAnswerSelection, type LogOdds } from './learn-answer-selection.js';
export { heldOutProbabilities, type HeldOutProbabilities } from './held-out-probabilities.js';
export { trainHead, type Trained, type TrainHeadOptions, type TrainPhase } from './train-head.js';
export { trainModel, type TrainModelOptions, type TuningPhase } from './train-model.js';
export { heldOutPredictions, unknownPredictions, type HeldOutPrediction } from './validation-results.js';
