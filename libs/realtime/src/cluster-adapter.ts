import { createAdapter } from '@socket.io/redis-streams-adapter';
import { Server, type Namespace, type ServerOptions } from 'socket.io';
import { ClusterAdapter, type ClusterMessage } from 'socket.io-adapter';
import { loadConfig } from '#config';
import { createRedis } from '#redis';

const streamName = () => `${loadConfig().redisPrefix}:socket.io`;
/** Events kept for gateways that lost Redis for a moment. */
const maxStreamLength = 10_000;
/** Whoever was away for longer has synced since, ms. */
const oldestEventMs = 3_600_000;

/**
 * The Socket.IO adapter over Redis streams: an event emitted in any process reaches sockets in every gateway. A short
 * outage of Redis loses no event within the stream's length; what is lost comes by `sync`.
 */
export function clusterAdapter(): NonNullable<ServerOptions['adapter']> {
  return createAdapter(createRedis(true), {
    streamName: streamName(),
    channelPrefix: `${loadConfig().redisPrefix}:socket.io`,
    sessionKeyPrefix: `${loadConfig().redisPrefix}:sio:session:`,
    maxLen: maxStreamLength,
  }) as NonNullable<ServerOptions['adapter']>;
}

/** For processes without sockets of their own: a server that only emits, and reads nothing of what others emit. */
export function headlessServer(): Server {
  const server = new Server({ adapter: emittingAdapter() });
  server.of('/visitor');
  server.of('/agent');
  return server;
}

/** Writes to the stream that the gateways' adapters read, in their format. */
function emittingAdapter(): NonNullable<ServerOptions['adapter']> {
  const redis = createRedis(true);
  return class extends ClusterAdapter {
    constructor(namespace: Namespace) {
      super(namespace);
    }

    protected override async doPublish(message: ClusterMessage): Promise<string> {
      const data = 'data' in message ? JSON.stringify(message.data) : '';
      const fields = ['uid', message.uid, 'nsp', message.nsp, 'type', String(message.type), 'data', data];
      return (await redis.xadd(streamName(), 'MAXLEN', '~', maxStreamLength, '*', ...fields)) ?? '';
    }

    /** Nobody is asked for answers here. */
    protected override async doPublishResponse(): Promise<void> {}
  };
}

/** Ends events that no gateway can want any more. Returns how many. */
export async function dropOldEvents(): Promise<number> {
  const redis = createRedis();
  try {
    const [seconds] = await redis.time(); // its own clock made the ids
    return await redis.xtrim(streamName(), 'MINID', Number(seconds) * 1000 - oldestEventMs);
  } finally {
    redis.disconnect();
  }
}
