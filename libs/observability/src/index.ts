export * from './countdown.js';
export * from './health.js';
export * from './logger.js';
export * from './metrics.js';
export * from './repeat.js';
export * from './shutdown.js';
