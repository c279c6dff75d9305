import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { outboxPayload, type QueueName } from '#contracts';
import { Statements, type Outbox } from '#database';
import { QUEUES } from './job-queues.js';

const batchSize = 100;
/** Rows of a process that died between commit and relay are picked up by any other within this time, ms. */
const pollMs = 1000;
const lateSeconds = 10;
/** BullMQ waits for Redis without end; a transaction must not, ms. */
const redisDeadlineMs = 3000;

/**
 * Moves outbox rows to their BullMQ queues. Every process that writes rows runs one: woken after its own commits, and
 * by a poll for what others left behind. SKIP LOCKED lets them run side by side. A row is deleted only in the transaction
 * that added its job, so it is delivered at least once; the job id is the row's id, and consumers are idempotent.
 */
@Injectable()
export class OutboxRelay implements OnApplicationBootstrap, OnApplicationShutdown {
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
      for (const topic of new Set(rows.map((row) => row.topic))) {
        await this.add(rows.filter((row) => row.topic === topic));
      }
      return rows.length;
    });
  }

  private async add(rows: Outbox[]): Promise<void> {
    const jobs = rows.map((row) => ({
      id: row.id,
      payload: outboxPayload.parse({ topic: row.topic, job: row.payload }),
    }));
    const queue = this.queues[jobs[0]!.payload.topic];
    const added = queue.addBulk(
      jobs.map(({ id, payload }) => ({ name: payload.topic, data: payload.job, opts: { jobId: id } })),
    );
    const settled = new AbortController();
    const late = pause(redisDeadlineMs, undefined, { signal: settled.signal }).then(() => {
      throw new Error('Redis is away');
    });
    await Promise.race([added, late]).finally(() => settled.abort());
  }
}
