import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { outboxPayload, type OutboxPayload, type QueueName } from '#contracts';
import { Statements, type Outbox } from '#database';
import { addJobs, inferenceJobId, QUEUES } from './job-queues.js';

const batchSize = 100;
/** How often rows of this age and older are read: what a process that died after its commit, or a Redis that was away, left behind, ms. */
const pollMs = 1000;
const lateSeconds = 10;
/** Rows that were delivered are deleted together, after this time, ms; the poll leaves rows alone for longer. */
const tidyMs = 100;

/** A row of the outbox. */
export interface OutboxRow {
  id: string;
  payload: OutboxPayload;
}

/**
 * Moves outbox rows to their BullMQ queues. The process that has committed a row delivers it from memory at once. Rows whose
 * writer has not got them at hand are read after a `wake`; those that a dead process or a lost Redis left behind, by a poll.
 * SKIP LOCKED lets relays run side by side. A row is deleted only after its job was added, so it is delivered at least once, and
 * consumers are idempotent.
 */
@Injectable()
export class OutboxRelay implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('outbox');
  private timer?: NodeJS.Timeout;
  private reading?: Promise<void>;
  /** The least age of the rows that are to be read next, s. */
  private leastAge?: number;
  private committed: OutboxRow[] = [];
  private delivering?: Promise<void>;
  /** Ids of rows whose jobs were added, until the rows are deleted. */
  private delivered: string[] = [];
  private tidying?: Promise<void>;

  constructor(
    private readonly statements: Statements,
    @Inject(QUEUES) private readonly queues: Record<QueueName, Queue>,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.read(pollMs / 1000), pollMs);
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await Promise.all([this.reading, this.delivering]);
    await this.tidying;
  }

  /** Call after the commit of the row. Returns at once; an error leaves the row for the next poll. */
  deliver(row: OutboxRow): void {
    this.committed.push(row);
    this.delivering ??= this.deliverCommitted().catch(() => undefined);
  }

  /** Call after the commit of rows that are not at hand. Returns at once; an error leaves the rows for the next poll. */
  wake(): void {
    this.read(0);
  }

  /** False while rows wait longer than any relay should leave them. */
  async keepsUp(): Promise<boolean> {
    const [late] = await this.statements.$queryRaw<unknown[]>`
      SELECT 1 FROM outbox WHERE "createdAt" < now() - make_interval(secs => ${lateSeconds}) LIMIT 1`;
    return late === undefined;
  }

  private read(leastAge: number): void {
    this.leastAge = Math.min(leastAge, this.leastAge ?? leastAge);
    this.reading ??= this.drain().catch(() => undefined);
  }

  private async deliverCommitted(): Promise<void> {
    try {
      while (this.committed.length > 0) {
        const rows = this.committed.splice(0, batchSize);
        await this.add(rows);
        this.delivered.push(...rows.map(({ id }) => id));
        this.tidying ??= pause(tidyMs).then(() => this.tidy());
      }
    } finally {
      this.delivering = undefined;
      this.committed = [];
    }
  }

  /** What it fails to delete is delivered again by the poll. */
  private async tidy(): Promise<void> {
    const ids = this.delivered;
    this.delivered = [];
    this.tidying = undefined;
    await this.statements.$executeRaw`DELETE FROM outbox WHERE id = ANY(${ids}::uuid[])`.catch(() => undefined);
  }

  private async drain(): Promise<void> {
    try {
      while (this.leastAge !== undefined) {
        const leastAge = this.leastAge;
        this.leastAge = undefined;
        while ((await this.relayBatch(leastAge)) === batchSize);
      }
    } finally {
      this.reading = undefined;
      this.leastAge = undefined;
    }
  }

  private async relayBatch(leastAge: number): Promise<number> {
    return this.statements.$transaction(async (tx) => {
      const rows = await tx.$queryRaw<Outbox[]>`
        DELETE FROM outbox WHERE id IN (
          SELECT id FROM outbox WHERE "createdAt" <= now() - make_interval(secs => ${leastAge})
          ORDER BY id LIMIT ${batchSize} FOR UPDATE SKIP LOCKED)
        RETURNING *`;
      await this.add(rows.flatMap((row) => this.understood(row)));
      return rows.length;
    });
  }

  /** A row that this version does not understand must not keep the others back; what it asked for, the sweep finds. */
  private understood({ id, topic, payload }: Outbox): OutboxRow[] {
    const parsed = outboxPayload.safeParse({ topic, job: payload });
    if (parsed.success) return [{ id, payload: parsed.data }];
    this.logger.error(`Row ${id} of topic ${topic} is dropped: ${parsed.error.message}`);
    return [];
  }

  private async add(rows: OutboxRow[]): Promise<void> {
    for (const topic of new Set(rows.map(({ payload }) => payload.topic))) {
      const own = rows.filter(({ payload }) => payload.topic === topic);
      await addJobs(
        this.queues[topic],
        own.map(({ id, payload }) => ({ id: jobId(payload, id), data: payload.job })),
      );
    }
  }
}

function jobId({ topic, job }: OutboxPayload, rowId: string): string {
  return topic === 'inference' ? inferenceJobId(job) : rowId;
}
