import { Inject, Injectable, Logger } from '@nestjs/common';
import { loadConfig } from '#config';
import { BotTurns, Handoff, Presence, QuietEpisodes } from '#conversation';
import { DATABASE, type Database } from '#database';
import { Offers } from './offers.js';

/** Expired offers ended in one sweep. */
const batchSize = 100;

/** Finds whatever was left behind and moves it on. PostgreSQL alone is enough for all of it. */
@Injectable()
export class Sweep {
  private readonly logger = new Logger('sweep');
  private running?: Promise<void>;
  private endedAt = 0;

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly botTurns: BotTurns,
    private readonly handoff: Handoff,
    private readonly presence: Presence,
    private readonly offers: Offers,
    private readonly quietEpisodes: QuietEpisodes,
  ) {}

  /** One sweep at a time in a process; a call during one waits for it. */
  run(): Promise<void> {
    this.running ??= this.all().finally(() => {
      this.endedAt = Date.now();
      this.running = undefined;
    });
    return this.running;
  }

  async runIfIdle(ms: number): Promise<void> {
    if (Date.now() - this.endedAt >= ms) await this.run();
  }

  private async all(): Promise<void> {
    await this.step('messages without a decision', () => this.overdueMessages());
    await this.step('agents who are gone', () => this.lostAgents());
    await this.step('offers without an answer', () => this.expiredOffers());
    await this.step('conversations offered to nobody', () => this.unoffered());
    await this.step('episodes that went quiet', () => this.quietOnes());
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
    const where = { status: 'offered', expiresAt: { lte: new Date() } } as const;
    for (const { workspaceId, id } of await this.db.assignment.findMany({ where, take: batchSize })) {
      await this.handoff.timeOut(workspaceId, id);
    }
  }

  private async unoffered(): Promise<void> {
    const workspaces = await this.db.$queryRaw<{ workspaceId: string }[]>`
      SELECT DISTINCT "workspaceId" FROM queue_entry entry WHERE NOT EXISTS (
        SELECT FROM assignment WHERE "conversationId" = entry."conversationId" AND status = 'offered')`;
    for (const { workspaceId } of workspaces) await this.offers.route(workspaceId);
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
