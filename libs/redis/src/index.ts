/** Connections to Redis: how they reconnect, and what is logged while it is away. */
export { createRedis } from './connection.js';
