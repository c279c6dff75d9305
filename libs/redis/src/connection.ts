import { Logger } from '@nestjs/common';
import { Redis, type RedisOptions } from 'ioredis';
import { loadConfig } from '#config';

/** BullMQ's default backoff lets jobs resume 18 s late after a 20 s outage: never wait more than a second, ms. */
const retryStrategy = (attempt: number): number => Math.min(50 * 2 ** Math.min(attempt, 5), 1000);

/** A connection whose other end is gone without a word (half-open) is given up and made anew, ms. */
const connectTimeout = 2000;
const keepAlive = 10_000;
/** No byte within this time while an answer is due. */
const silence = 5000;
/** BullMQ's workers let Redis hold back an answer for up to 10 s. */
const blockingSilence = 15_000;
const bestEffortSilence = 1000;
const bestEffortAnswer = 500;

const logger = new Logger('redis');

/** A connection for BullMQ (`blocking` for its workers, which must never give up a command). */
export function createRedis(blocking = false): Redis {
  return connect({
    maxRetriesPerRequest: blocking ? null : 3,
    socketTimeout: blocking ? blockingSilence : silence,
  });
}

/**
 * A connection for what must not wait for Redis and can do without it: a command fails at once while there is no connection, and within
 * half a second otherwise. Nothing is kept for later.
 */
export function createBestEffortRedis(): Redis {
  return connect({ ...unbuffered, commandTimeout: bestEffortAnswer, socketTimeout: bestEffortSilence });
}

/** As best effort, for commands whose answer Redis may hold back for up to `blockMs`. */
export function createReadingRedis(blockMs: number): Redis {
  return connect({ ...unbuffered, socketTimeout: blockMs + bestEffortSilence });
}

const unbuffered = {
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
  maxRetriesPerRequest: 0,
} as const;

function connect(options: RedisOptions): Redis {
  const redis = new Redis(loadConfig().redisUrl, {
    retryStrategy,
    connectTimeout,
    keepAlive,
    enableReadyCheck: true,
    ...options,
  });
  let away = false; // said once, not at every attempt
  redis.on('error', (error: Error) => {
    if (!away) logger.warn(`Redis is away: ${error.message}`);
    away = true;
  });
  redis.on('ready', () => {
    if (away) logger.log('Redis is back');
    away = false;
  });
  return redis;
}
