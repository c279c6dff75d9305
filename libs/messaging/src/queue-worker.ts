import { Logger } from '@nestjs/common';
import { Worker, type Job } from 'bullmq';
import pTimeout from 'p-timeout';
import type { z } from 'zod';
import type { QueueName } from '#contracts';
import { createRedis } from '#redis';
import { queuePrefix, workerTiming } from './job-queues.js';

/** A job that is still running this long after the order to stop is left to another worker, ms. */
const stopDeadlineMs = 5000;

/**
 * Runs `handle` for each job of a queue, payload checked, up to `concurrency` at a time. Not by @nestjs/bullmq (12.0.0), which
 * starts a worker before the application is ready, gives it the queue's connection, and closes it without a deadline at the
 * moment when the database closes.
 */
export function startWorker<S extends z.ZodType>(
  queue: QueueName,
  schema: S,
  handle: (payload: z.output<S>, job: Job) => Promise<unknown>,
  concurrency: number,
): Worker {
  const logger = new Logger(`${queue} worker`);
  const connection = createRedis(true);
  const worker = new Worker(queue, (job) => handle(schema.parse(job.data), job), {
    connection,
    prefix: queuePrefix(),
    concurrency,
    ...workerTiming,
  });
  worker.on('error', (error) => logger.debug(error.message)); // mostly Redis away, which its connection says
  worker.on('failed', (job, error) => logger.warn(`job ${job?.id ?? '?'} failed: ${error.message}`));
  worker.on('closed', () => connection.disconnect()); // BullMQ leaves a connection that was given to it open
  return worker;
}

export async function stopWorker(worker: Worker): Promise<void> {
  await pTimeout(worker.close(), { milliseconds: stopDeadlineMs, fallback: () => undefined });
}
