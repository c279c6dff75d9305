/**
 * Models as rows of the database: versions/ and which of them answers, limits/ and the certificates for them, runs/ that make
 * versions, report/ of what the active one is good for. No files and no arithmetic of models, so that the gateway may use it without loading ONNX Runtime.
 */
export type { Certificate, TestedLimits, TestSetOutcome, ThresholdRule } from './limits/certificate.js';
export type { JudgedVersion } from './limits/calibration-sets.js';
export * from './limits/certificates.js';
export { limitGrid } from './limits/limit-grid.js';
export { ThresholdPolicies } from './limits/threshold-policies.js';
export * from './model-registry.module.js';
export { ModelReports } from './report/model-reports.js';
export * from './runs/training-runs.js';
export * from './runs/training-schedules.js';
export * from './versions/model-registry.js';
export * from './versions/new-version.js';
