/** How sure a prediction is: features of the model's outputs, the calibrators fitted on them, and the decision that follows. */
export { calibration, fitCalibration, knowsOutOfScope, type Audited, type Calibration } from './calibration.js';
export { decide, type Decided, type DecisionInput, type DecisionPolicy } from './decide.js';
export { featuresOf, type Features } from './features.js';
export { applyCalibrator, fitCalibrator, type LogisticCalibrator } from './logistic-calibrator.js';
