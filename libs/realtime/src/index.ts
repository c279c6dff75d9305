/** What sockets are told, wherever they are connected: rooms, the adapter between processes, typed emitters. No database. */
export * from './cluster-adapter.js';
export { dropOldEvents } from './event-stream.js';
export * from './headless-app.js';
export * from './realtime.js';
export * from './realtime.module.js';
export * from './rooms.js';
