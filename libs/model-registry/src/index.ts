export { liveTestSetShare, testSetOutcome, type TestSetOutcome } from './certification.js';
export * from './model-registry.js';
export * from './superseded.js';
export * from './model-registry.module.js';
export * from './promotion.js';
export * from './threshold-policies.js';
export * from './training-runs.js';
