/** The model folder: written, read, served, evaluated and reported. */
export { adaptersToTensors, fingerprintOf } from './adapted-model.js';
export { Classifier, type Prediction } from './classifier.js';
export { judge, summarise } from './evaluate.js';
export { LoadedModel, type ComparedText } from './loaded-model.js';
export { modelCard } from './model-card.js';
export { checkOutput, folderFormat, isOfOtherFormat, writeModelFolder, type Metrics } from './model-folder.js';
export { htmlReport } from './report.js';
export { followUpOf, similaritiesOf } from './similarities.js';
export { riskCoverageChart, type Curve } from './risk-coverage-chart.js';
