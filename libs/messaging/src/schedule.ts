import type { Queue } from 'bullmq';
import pTimeout from 'p-timeout';
import { redisDeadline } from './job-queues.js';

/** Redis may be wiped at any time, and schedules with it: how often to see to them, ms. */
export const scheduleEveryMs = 60_000;

/** Every so many ms, or by a cron line in a time zone. */
export type Repeat = { every: number } | { pattern: string; tz: string };

interface Template {
  name: string;
  data: object;
  opts?: { attempts: number; removeOnComplete: boolean };
}

/**
 * Writes a job schedule unless it stands there unchanged with its next job, so that seeing to it again and again neither
 * moves nor skips a turn. Throws when Redis is away.
 */
export async function keepSchedule(queue: Queue, id: string, repeat: Repeat, template: Template): Promise<void> {
  await pTimeout(write(queue, id, repeat, template), redisDeadline);
}

async function write(queue: Queue, id: string, repeat: Repeat, template: Template): Promise<void> {
  const written = await queue.getJobScheduler(id);
  const unchanged = Object.entries(repeat).every(
    ([key, value]) => written?.[key as 'every' | 'pattern' | 'tz'] === value,
  );
  // BullMQ's name for a schedule's next job; a schedule that lost it never comes round again.
  const waits = written?.next !== undefined && (await queue.getJob(`repeat:${id}:${written.next}`)) !== undefined;
  if (!unchanged || !waits) await queue.upsertJobScheduler(id, repeat, template);
}
