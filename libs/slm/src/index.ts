/**
 * The small language model of a shop: trained on its tickets, written as a folder, served from there. Each sub-folder says in its index.ts
 * what belongs in it; figures and seeded random numbers are in `#statistics`.
 */
export { writeKnownBackground } from './auxiliary/index.js';
export {
  clusterMessages,
  clusterNeighbours,
  messageNeighbours,
  tellingWords,
  type ClusteredMessage,
} from './clustering/index.js';
export { applyCalibrator, fitCalibration, fitCalibrator, type Audited } from './confidence/index.js';
export {
  afterPrevious,
  checkTrainingRows,
  epochBatches,
  makeCorpus,
  stratifiedSplit,
  supportOf,
  withNames,
  type LabelledText,
  type Row,
} from './data/index.js';
export { convertBase, loadBase, pick, readTokenizer, shippedBase, writeBase, type BaseModel } from './encoder/index.js';
export { fitTfidf, tfidfOutputs, wordsOf, type ModelOutputs, type Neighbours } from './intents/index.js';
export {
  folderFormat,
  isOfOtherFormat,
  Classifier,
  htmlReport,
  judge,
  riskCoverageChart,
  summarise,
  type Curve,
  type Metrics,
  type Prediction,
} from './model/index.js';
export {
  between,
  distinct,
  objectives,
  pretrain,
  pretrainEncoder,
  pulling,
  type MakeObjective,
  type ObjectiveName,
  type TextSet,
} from './pretraining/index.js';
export {
  crossValidate,
  encode,
  evaluateCandidate,
  frozenCandidate,
  heldOutPredictions,
  heldOutProbabilities,
  learnAnswerSelection,
  mostFolds,
  outputsOf,
  outputsOfVectors,
  supplement,
  trainHead,
  trainModel,
  tunedCandidate,
  unknownPredictions,
  withBackground,
  type CandidateModel,
  type HeldOutPrediction,
  type HeldOutProbabilities,
  type Trained,
  type TrainHeadOptions,
  type TrainModelOptions,
  type TrainPhase,
  type TuningPhase,
} from './training/index.js';
