/** PostgreSQL: the pool and its deadlines, Prisma's client and bare statements over it, migrations. */
export * from './actor-names.js';
export * from './backup/index.js';
export * from './client.js';
export * from './database.module.js';
export * from './generated/client.js';
export * from './migrate.js';
export { numberPatterns, type NumberPatterns } from './number-patterns.js';
export { Pulse } from './pulse.js';
export * from './statements.js';
export { isUnavailable } from './unavailable.js';
export { lockWorkspace } from './workspace-lock.js';
