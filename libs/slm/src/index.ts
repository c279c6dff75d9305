export { loadBase, shippedBase } from './base-model.js';
export { Classifier, type Prediction } from './classifier.js';
export { convertBase } from './convert-base.js';
export { decide, type Decided, type DecisionInput, type DecisionPolicy } from './decide.js';
export { judge, outcomeOf, percentile, summarise, type Judged } from './evaluate.js';
export type { Metrics } from './model-folder.js';
export { checkTrainingRows, readRecords, readRows, type Row } from './rows.js';
export { trainHead, type Trained, type TrainHeadOptions, type TrainPhase } from './train-head.js';
