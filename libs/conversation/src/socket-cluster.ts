import { createAdapter } from '@socket.io/redis-streams-adapter';
import { Server, type ServerOptions } from 'socket.io';
import { loadConfig } from '#config';
import { createRedis } from './queues.js';

/**
 * The Socket.IO adapter over Redis streams: an event emitted in any process reaches sockets in every gateway. A short
 * outage of Redis loses no event within the stream's length; what is lost comes by `sync`.
 */
export function clusterAdapter(): NonNullable<ServerOptions['adapter']> {
  return createAdapter(createRedis(true), {
    streamName: `${loadConfig().redisPrefix}:socket.io`,
    channelPrefix: `${loadConfig().redisPrefix}:socket.io`,
    sessionKeyPrefix: `${loadConfig().redisPrefix}:sio:session:`,
    maxLen: 10_000,
  }) as NonNullable<ServerOptions['adapter']>;
}

/** For processes without sockets of their own: a server that only emits. */
export function headlessServer(): Server {
  const server = new Server({ adapter: clusterAdapter() });
  server.of('/visitor');
  server.of('/agent');
  return server;
}
