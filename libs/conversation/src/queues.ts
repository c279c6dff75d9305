import { Queue, type QueueOptions } from 'bullmq';
import { Redis } from 'ioredis';
import { queueNames, type QueueName } from '#contracts';
import { loadConfig } from '#config';

/** Injection token of the queues, by name. */
export const QUEUES = Symbol('QUEUES');

/** BullMQ's default backoff lets jobs resume 18 s late after a 20 s outage: never wait more than a second, ms. */
const retryStrategy = (attempt: number): number => Math.min(50 * 2 ** Math.min(attempt, 5), 1000);

/** A connection for BullMQ (`blocking` for its workers, which must never give up a command). */
export function createRedis(blocking = false): Redis {
  return new Redis(loadConfig().redisUrl, {
    retryStrategy,
    maxRetriesPerRequest: blocking ? null : 3,
    enableReadyCheck: true,
  });
}

export const queuePrefix = (): string => `${loadConfig().redisPrefix}:queue`;

/**
 * For `new Worker(name, processor, { connection, prefix, ...workerTiming })`: after a worker is killed mid-job its job
 * resumes in about 5 s instead of BullMQ's 60.
 */
export const workerTiming = { lockDuration: 5000, stalledInterval: 2500, maxStalledCount: 2 } as const;

export function createQueues(connection: Redis): Record<QueueName, Queue> {
  const options: QueueOptions = {
    connection,
    prefix: queuePrefix(),
    defaultJobOptions: {
      attempts: 3,
      backoff: { type: 'exponential', delay: 250, jitter: 0.5 },
      removeOnComplete: { age: 60, count: 1000 },
      removeOnFail: { age: 86_400, count: 1000 },
    },
  };
  const names = Object.keys(queueNames) as QueueName[];
  return Object.fromEntries(names.map((name) => [name, new Queue(name, options)])) as Record<QueueName, Queue>;
}
