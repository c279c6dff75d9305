/** The files of model versions: PostgreSQL keeps them, so that replicas share nothing else, and each machine caches what it serves. */
export * from './model-artifacts.js';
export * from './model-artifacts.module.js';
export * from './superseded.js';
