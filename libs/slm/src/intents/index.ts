/** What a model says about the intent of a message: the head on the encoder, the TF-IDF classifier beside it, and the nearest training rows. */
export { fitIntentHead, headLogits, outOfScopeWeight, type IntentHead, type LinearLayer } from './intent-head.js';
export type { Examples } from './examples.js';
export { intentModel, type AuxiliaryLayer } from './intent-graph.js';
export { ensembleProbabilities, type EnsembleWeights, type ModelOutputs } from './model-outputs.js';
export { nearestRows, type Neighbours } from './nearest-rows.js';
export {
  chooseIndexRows,
  inScopeRows,
  neighbourCount,
  outOfScopeIntent,
  type NeighbourIndex,
} from './neighbour-index.js';
export { argmax, softmax } from './softmax.js';
export { fitTfidf, tfidfFromTensors, tfidfOutputs, tfidfToTensors, type TfidfClassifier } from './tfidf-classifier.js';
export { wordsOf } from './tfidf-terms.js';
