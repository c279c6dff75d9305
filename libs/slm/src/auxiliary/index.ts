/** What is told of a message beside its intent: sensitive topics and dialogue acts, by one linear head on the encoder. */
export {
  auxiliaryLabels,
  auxiliaryProbabilities,
  sigmoid,
  type AuxiliaryHead,
  type AuxiliaryLabel,
} from './auxiliary-head.js';
export { asks } from './asks.js';
export { actRows, topicRows } from './auxiliary-rows.js';
export { joinedRequests } from './joined-requests.js';
export { knownBackground, vectorsOf, writeKnownBackground, type KnownBackground } from './known-background.js';
export { mostPieces, waysToSplit, type Cue, type Way } from './pieces.js';
export { trainAuxiliary } from './train-auxiliary.js';
