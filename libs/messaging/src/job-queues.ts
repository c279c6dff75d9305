import { Queue, type QueueOptions } from 'bullmq';
import type { Redis } from 'ioredis';
import pTimeout from 'p-timeout';
import { queueNames, type InferenceJob, type QueueName } from '#contracts';
import { loadConfig } from '#config';

/** Injection token of the queues, by name. */
export const QUEUES = Symbol('QUEUES');

export const queuePrefix = (): string => `${loadConfig().redisPrefix}:queue`;

/**
 * For `new Worker(name, processor, { connection, prefix, ...workerTiming })`: after a worker is killed mid-job, its job
 * resumes about 6 s later (60 by default), or a second after another worker has started.
 */
export const workerTiming = { lockDuration: 5000, stalledInterval: 1000, maxStalledCount: 2 } as const;

export function createQueues(connection: Redis): Record<QueueName, Queue> {
  const options: QueueOptions = {
    connection,
    prefix: queuePrefix(),
    defaultJobOptions: {
      attempts: 3,
      backoff: { type: 'exponential', delay: 250, jitter: 0.5 },
      removeOnComplete: true,
      removeOnFail: { age: 86_400, count: 1000 },
    },
  };
  const queueOf = (name: QueueName) => {
    const queue = new Queue(name, options);
    queue.on('error', () => undefined); // its connection says so
    return queue;
  };
  const names = Object.keys(queueNames) as QueueName[];
  return Object.fromEntries(names.map((name) => [name, queueOf(name)])) as Record<QueueName, Queue>;
}

/** BullMQ waits for Redis without end; a transaction, the sweep and a process that stops must not. */
export const redisDeadline = { milliseconds: 3000, message: 'Redis is away' };

/** Adds jobs by their ids: one that is there already, in whatever state, is not added again. `delay`: ms. Throws when Redis is away. */
export async function addJobs(queue: Queue, jobs: { id: string; data: object; delay?: number }[]): Promise<void> {
  const added = queue.addBulk(
    jobs.map(({ id, data, delay = 0 }) => ({ name: queue.name, data, opts: { jobId: id, delay } })),
  );
  await pTimeout(added, redisDeadline);
}

/** One job a message, however often it is added. */
export const inferenceJobId = ({ messageId }: InferenceJob): string => messageId;

export async function addInferenceJobs(queue: Queue, jobs: InferenceJob[]): Promise<void> {
  await addJobs(
    queue,
    jobs.map((job) => ({ id: inferenceJobId(job), data: job })),
  );
}
