/** Work that one process leaves to another: BullMQ queues and workers, and the relay from the database's outbox to them. */
export * from './job-queues.js';
export * from './messaging.module.js';
export * from './outbox-relay.js';
export * from './queue-worker.js';
export * from './schedule.js';
