import { Inject, Injectable } from '@nestjs/common';
import { DATABASE, type Database, type SlaTimer } from '#database';
import { Realtime } from '#realtime';
import { tellWebhooks } from '#webhooks';
import { lockConversation } from '../append.js';
import { ChangeNews } from '../inbox/change-news.js';
import { startNextResponse } from './timers.js';

/** Timers told of in one sweep. */
const batchSize = 200;

/** Promises of time to customers, as they run out: the sweep's work, by the database's clock. */
@Injectable()
export class Sla {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly realtime: Realtime,
    private readonly news: ChangeNews,
  ) {}

  /** Starts what the contact's messages to agents promise, since the message, and tells of what is nearly, or quite, too late. */
  async sweep(): Promise<void> {
    await this.startNextResponses();
    const warned = await this.db.$queryRaw<SlaTimer[]>`
      UPDATE sla_timer SET "warnedAt" = now() WHERE id IN (
        SELECT id FROM sla_timer WHERE "metAt" IS NULL AND "cancelledAt" IS NULL AND "warnAt" <= now() AND "warnedAt" IS NULL
        ORDER BY "warnAt" LIMIT ${batchSize} FOR UPDATE SKIP LOCKED) RETURNING *`;
    const breached = await this.db.$transaction(async (tx) => {
      const timers = await tx.$queryRaw<SlaTimer[]>`
        UPDATE sla_timer SET "breachedAt" = now() WHERE id IN (
          SELECT id FROM sla_timer WHERE "metAt" IS NULL AND "cancelledAt" IS NULL AND "warnAt" <= now() AND "dueAt" <= now()
            AND "breachedAt" IS NULL
          ORDER BY "dueAt" LIMIT ${batchSize} FOR UPDATE SKIP LOCKED) RETURNING *`;
      for (const { id, workspaceId, conversationId } of timers)
        await tellWebhooks(tx, workspaceId, 'sla.breached', { slaTimerId: id, conversationId });
      return timers;
    });
    for (const timer of warned) if (timer.dueAt > timer.warnedAt!) this.passed(timer, 'warning');
    for (const timer of breached) this.passed(timer, 'breach');
  }

  /** The one place that hears of every warning and every breach, once each. */
  private passed({ workspaceId, conversationId, kind }: SlaTimer, passed: 'warning' | 'breach'): void {
    this.realtime.slaPassed(workspaceId, { conversationId, kind, passed });
    this.news.conversationChanged(workspaceId, conversationId);
  }

  /**
   * Here and not with the message, which would pay for it at every send. They count from the message all the same, and an answer that
   * is there before the sweep has kept its promise.
   */
  private async startNextResponses(): Promise<void> {
    const due = await this.db.$queryRaw<{ workspaceId: string; id: string }[]>`
      SELECT c."workspaceId", c.id FROM sla_policy p JOIN conversation c ON c."workspaceId" = p."workspaceId"
      WHERE p."nextResponseSeconds" IS NOT NULL AND c.status = 'open' AND c."waitingSince" IS NOT NULL AND NOT EXISTS (
        SELECT FROM sla_timer t WHERE t."conversationId" = c.id AND t.kind IN ('first_response', 'next_response')
          AND t."metAt" IS NULL AND t."cancelledAt" IS NULL)
      LIMIT ${batchSize}`;
    for (const { workspaceId, id } of due) {
      const started = await this.db.$transaction(async (tx) => {
        const conversation = await lockConversation(tx, workspaceId, id);
        const { status, waitingSince } = conversation;
        if (status !== 'open' || !waitingSince) return false;
        await startNextResponse(tx, conversation, waitingSince);
        return true;
      });
      if (started) this.news.conversationChanged(workspaceId, id);
    }
  }
}
