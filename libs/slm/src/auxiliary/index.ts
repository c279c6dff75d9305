/** What is told of a message beside its intent: sensitive topics and dialogue acts, by one linear head on the encoder. */
export {
  auxiliaryLabels,
  auxiliaryProbabilities,
  targetsOf,
  type AuxiliaryHead,
  type AuxiliaryLabel,
  type AuxiliaryTargets,
} from './auxiliary-head.js';
export { fitAuxiliary } from './fit-auxiliary.js';
export { joinedRequests } from './joined-requests.js';
