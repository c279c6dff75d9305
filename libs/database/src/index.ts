export * from './client.js';
export * from './database.module.js';
export * from './generated/client.js';
export * from './migrate.js';
export * from './statements.js';
