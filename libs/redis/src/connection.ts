import { Logger } from '@nestjs/common';
import { Redis } from 'ioredis';
import { loadConfig } from '#config';

/** BullMQ's default backoff lets jobs resume 18 s late after a 20 s outage: never wait more than a second, ms. */
const retryStrategy = (attempt: number): number => Math.min(50 * 2 ** Math.min(attempt, 5), 1000);

const logger = new Logger('redis');

/** A connection for BullMQ (`blocking` for its workers, which must never give up a command). */
export function createRedis(blocking = false): Redis {
  const redis = new Redis(loadConfig().redisUrl, {
    retryStrategy,
    maxRetriesPerRequest: blocking ? null : 3,
    enableReadyCheck: true,
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
