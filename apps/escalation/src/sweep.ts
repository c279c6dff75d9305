import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Queue } from 'bullmq';
import type { QueueName } from '#contracts';
import { loadConfig } from '#config';
import { BotTurns, Handoff, Offers, Presence, QuietEpisodes, Sla, Snoozes } from '#conversation';
import { DATABASE, type Database } from '#database';
import { addInferenceJobs, QUEUES } from '#messaging';
import { Router } from './router.js';

/** Expired offers ended in one sweep. */
const batchSize = 100;
/** The relay adds a message's job within a second: a message that waits longer may have lost it with a wiped Redis, seconds. */
const lostJobSeconds = 2;

/** Finds whatever was left behind and moves it on. PostgreSQL alone is enough for all of it. */
@Injectable()
export class Sweep {
  private readonly logger = new Logger('sweep');
  private running?: Promise<void>;
  private endedAt = -Infinity;

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(QUEUES) private readonly queues: Record<QueueName, Queue>,
    private readonly botTurns: BotTurns,
    private readonly handoff: Handoff,
    private readonly presence: Presence,
    private readonly offers: Offers,
    private readonly router: Router,
    private readonly sla: Sla,
    private readonly quietEpisodes: QuietEpisodes,
    private readonly snoozes: Snoozes,
  ) {}

  /** One sweep at a time in a process; a call during one waits for it. */
  run(): Promise<void> {
    this.running ??= this.all().finally(() => {
      this.endedAt = performance.now();
      this.running = undefined;
    });
    return this.running;
  }

  async runIfIdle(ms: number): Promise<void> {
    if (performance.now() - this.endedAt >= ms) await this.run();
  }

  private async all(): Promise<void> {
    await this.step('messages without a decision', () => this.overdueMessages());
    await this.step('agents who are gone', () => this.lostAgents());
    await this.step('offers without an answer', () => this.expiredOffers());
    await this.step('conversations offered to nobody', () => this.unoffered());
    await this.step('promises of time', () => this.sla.sweep());
    await this.step('snoozed conversations', () => this.dueSnoozes());
    await this.step('episodes that went quiet', () => this.quietOnes());
    await this.step('messages without a job', () => this.lostJobs()); // last: the others need no Redis
  }

  /** Model down, late or crashing: people take over. */
  private async overdueMessages(): Promise<void> {
    for (const job of await this.botTurns.overdue(loadConfig().decisionDeadlineSeconds)) {
      await this.step(`message ${job.messageId}`, async () => void (await this.botTurns.fail(job)));
    }
  }

  private async lostAgents(): Promise<void> {
    for (const { workspaceId, userId, conversationIds } of await this.presence.lostAgents()) {
      for (const id of conversationIds) {
        await this.step(`conversation ${id}`, () => this.handoff.requeue(workspaceId, id, userId));
      }
    }
  }

  private async expiredOffers(): Promise<void> {
    const expired = await this.db.$queryRaw<{ workspaceId: string; id: string }[]>`
      SELECT "workspaceId", id FROM assignment WHERE status = 'offered' AND "expiresAt" <= now() LIMIT ${batchSize}`;
    for (const { workspaceId, id } of expired) await this.offers.timeOut(workspaceId, id);
  }

  private async unoffered(): Promise<void> {
    const workspaces = await this.db.$queryRaw<{ workspaceId: string }[]>`
      SELECT DISTINCT "workspaceId" FROM queue_entry entry WHERE NOT EXISTS (
        SELECT FROM assignment WHERE "conversationId" = entry."conversationId" AND status = 'offered')`;
    for (const { workspaceId } of workspaces) await this.router.route(workspaceId);
  }

  private async lostJobs(): Promise<void> {
    await addInferenceJobs(this.queues.inference, await this.botTurns.overdue(lostJobSeconds));
  }

  private async dueSnoozes(): Promise<void> {
    for (const due of await this.snoozes.due()) {
      await this.step(`conversation ${due.conversationId}`, () => this.snoozes.wakeDue(due));
    }
  }

  private async quietOnes(): Promise<void> {
    for (const quiet of await this.quietEpisodes.due()) {
      await this.step(`conversation ${quiet.conversationId}`, () => this.quietEpisodes.close(quiet));
    }
  }

  /** A step that fails is logged and tried again by the next sweep; the other steps go on. */
  private async step(what: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.logger.error(`${what}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
