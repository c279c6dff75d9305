export * from './model-registry.js';
export * from './model-registry.module.js';
export * from './promotion.js';
export * from './training-runs.js';
