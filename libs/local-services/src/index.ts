/** PostgreSQL and Redis as child processes of this machine: for the launcher, tests and benchmarks. */
export * from './cannot-start.js';
export * from './embedded.js';
export * from './ports.js';
export * from './postgres.js';
export * from './program.js';
export { postgresAccount } from './reachable.js';
export * from './ready.js';
export * from './redis.js';
export * from './secrets.js';
