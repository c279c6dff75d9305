import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { outboxPayload, type OutboxPayload, type QueueName } from '#contracts';
import { Statements, type Outbox } from '#database';
import { addJobs, inferenceJobId, QUEUES } from './job-queues.js';

const batchSize = 100;
/** Rows of a process that died between commit and relay are picked up by any other within this time, ms. */
const pollMs = 1000;
const lateSeconds = 10;

/**
 * Moves outbox rows to their BullMQ queues. Every process that writes rows runs one: woken after its own commits, and
 * by a poll for what others left behind. SKIP LOCKED lets them run side by side. A row is deleted only in the transaction
 * that added its job, so it is delivered at least once; consumers are idempotent.
 */
@Injectable()
export class OutboxRelay implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('outbox');
  private timer?: NodeJS.Timeout;
  private running?: Promise<void>;
  private again = false;

  constructor(
    private readonly statements: Statements,
    @Inject(QUEUES) private readonly queues: Record<QueueName, Queue>,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.wake(), pollMs);
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** Returns at once; an error (Redis or PostgreSQL away) leaves the rows for the next poll. */
  wake(): void {
    this.again = true;
    this.running ??= this.drain().catch(() => undefined);
  }

  /** False while rows wait longer than any relay should leave them. */
  async keepsUp(): Promise<boolean> {
    const [late] = await this.statements.$queryRaw<unknown[]>`
      SELECT 1 FROM outbox WHERE "createdAt" < now() - make_interval(secs => ${lateSeconds}) LIMIT 1`;
    return late === undefined;
  }

  private async drain(): Promise<void> {
    try {
      while (this.again) {
        this.again = false;
        while ((await this.relayBatch()) === batchSize);
      }
    } finally {
      this.running = undefined;
    }
  }

  private async relayBatch(): Promise<number> {
    return this.statements.$transaction(async (tx) => {
      const rows = await tx.$queryRaw<Outbox[]>`
        DELETE FROM outbox WHERE id IN (SELECT id FROM outbox ORDER BY id LIMIT ${batchSize} FOR UPDATE SKIP LOCKED)
        RETURNING *`;
      const jobs = rows.flatMap((row) => this.jobOf(row));
      for (const topic of new Set(jobs.map((job) => job.topic))) {
        await addJobs(
          this.queues[topic],
          jobs.filter((job) => job.topic === topic),
        );
      }
      return rows.length;
    });
  }

  /** A row that this version does not understand must not keep the others back; what it asked for, the sweep finds. */
  private jobOf({ id, topic, payload }: Outbox): { topic: QueueName; id: string; data: object }[] {
    const parsed = outboxPayload.safeParse({ topic, job: payload });
    if (!parsed.success) {
      this.logger.error(`Row ${id} of topic ${topic} is dropped: ${parsed.error.message}`);
      return [];
    }
    return [{ topic: parsed.data.topic, id: jobId(parsed.data, id), data: parsed.data.job }];
  }
}

function jobId({ topic, job }: OutboxPayload, rowId: string): string {
  return topic === 'inference' ? inferenceJobId(job) : rowId;
}
