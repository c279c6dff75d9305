/**
 * Pure numbers: metrics, exact and resampled tests, Learn then Test, an optimiser and seeded random numbers. Nothing in here reads files,
 * runs a model or imports another lib, so every process may use it without loading ONNX Runtime.
 */
export * from './auroc.js';
export * from './binomial.js';
export * from './calibration.js';
export * from './classification.js';
export * from './dot.js';
export * from './group-by.js';
export * from './judged.js';
export * from './lbfgs.js';
export * from './learn-then-test.js';
export * from './mean.js';
export * from './paired-bootstrap.js';
export * from './paired-tests.js';
export * from './percentile.js';
export * from './random.js';
export * from './selective.js';
export * from './wilson.js';
