/** Connections to Redis: how they reconnect, how long they wait for an answer, and what is logged while it is away. */
export { createBestEffortRedis, createReadingRedis, createRedis } from './connection.js';
