export * from './agent-events.js';
export * from './errors.js';
export * from './jobs.js';
export * from './model-errors.js';
export * from './rest.js';
export * from './views.js';
export * from './visitor-events.js';
export * from './words.js';
