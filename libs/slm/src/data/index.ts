/** Labelled rows: checked, split, encoded to token ids and dealt into batches. */
export { epochBatches, type Batch } from './batches.js';
export {
  enoughSupport,
  makeCorpus,
  ownRows,
  subset,
  supportOf,
  type Corpus,
  type LabelledText,
  type Target,
  type TrainingText,
} from './corpus.js';
export {
  epochOf,
  longestBeside,
  pairsFor,
  type Epoch,
  type Labels,
  type SecondMessages,
  type Supplement,
} from './epoch.js';
export { withNames } from './intent-names.js';
export { afterPrevious } from './previous-message.js';
export { checkTrainingRows, type Row } from './rows.js';
export { stratifiedFolds, stratifiedSplit } from './split.js';
