import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { recordChange } from '#administration';
import { webhookSubject, type SentEvent, type WebhookJob, type WebhookProblem, type WebhookSubject } from '#contracts';
import { DATABASE, type Database, type Transaction, type Webhook, type WebhookDelivery } from '#database';
import { retryDelaySeconds } from './retry.js';
import { giveUpPending } from './webhooks.js';

/** An attempt whose process died is made again after so long; no attempt takes longer, s. */
const leaseSeconds = 60;
/** A webhook that nothing reached for so long is disabled, days. */
const patienceDays = 5;
/** Deliveries and their log are kept for, days. */
const keptDays = 30;
/** Jobs come by themselves; one that is later than this was lost, s. */
const lostAfterSeconds = 3;

export interface DueDelivery {
  id: string;
  workspaceId: string;
  event: SentEvent;
  subject: WebhookSubject;
  /** Null: it was never sent. */
  body: string | null;
  attempts: number;
  createdAt: Date;
  webhook: Webhook;
}

export interface AttemptResult {
  durationMs: number;
  status: number | null;
  problem: WebhookProblem | null;
  responseBody: string;
}

/** What is to be sent next, and what became of it. Its times are the database's, so that no loss of Redis loses a delivery. */
@Injectable()
export class DueDeliveries {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /**
   * Takes an attempt that is due: nobody else makes it. Null: it is not due, somebody has taken it, or its webhook has no room now, and
   * then it is found again as a lost one.
   */
  async claim(
    { workspaceId, deliveryId: id }: WebhookJob,
    hasRoom: (webhookId: string) => boolean,
  ): Promise<DueDelivery | null> {
    const found = await this.db.webhookDelivery.findFirst({ where: { id, workspaceId }, include: { webhook: true } });
    if (!found || !hasRoom(found.webhookId)) return null;
    const [delivery] = await this.db.$queryRaw<WebhookDelivery[]>`
      UPDATE webhook_delivery SET attempts = attempts + 1, "nextAttemptAt" = now() + make_interval(secs => ${leaseSeconds})
      WHERE id = ${id}::uuid AND "workspaceId" = ${workspaceId}::uuid AND status = 'pending' AND "nextAttemptAt" <= now()
      RETURNING *`;
    if (!delivery) return null;
    const { body, attempts, createdAt } = delivery;
    const subject = webhookSubject.parse(delivery.subject);
    const event = delivery.event as SentEvent;
    return { id, workspaceId, event, subject, body, attempts, createdAt, webhook: found.webhook };
  }

  async keepBody({ id, workspaceId }: DueDelivery, body: string): Promise<void> {
    await this.db.webhookDelivery.update({ where: { id, workspaceId }, data: { body } });
  }

  /** What it was about is gone: there is nothing to send. */
  async drop({ id, workspaceId }: DueDelivery): Promise<void> {
    const data = { status: 'failed', nextAttemptAt: null } as const;
    await this.db.webhookDelivery.update({ where: { id, workspaceId }, data });
  }

  /** Writes an attempt down. After how many seconds the next one is due; null: none is. */
  async settle(delivery: DueDelivery, result: AttemptResult): Promise<number | null> {
    const { id, workspaceId, attempts, webhook } = delivery;
    const delivered = result.status !== null && result.status >= 200 && result.status < 300;
    const retrySeconds = delivered ? null : retryDelaySeconds(attempts, Math.random());
    const status = delivered ? 'delivered' : retrySeconds === null ? 'failed' : 'pending';
    return this.db.$transaction(async (tx) => {
      await tx.webhookAttempt.create({ data: { id: uuidv7(), workspaceId, deliveryId: id, ...result } });
      await tx.$executeRaw`
        UPDATE webhook_delivery SET status = ${status}::"WebhookDeliveryStatus",
          "nextAttemptAt" = now() + make_interval(secs => ${retrySeconds}::float8)
        WHERE id = ${id}::uuid AND status = 'pending'`;
      const [now] = await tx.$queryRaw<{ tooLong: boolean; disabledAt: Date | null }[]>`
        UPDATE webhook SET "failingSince" = CASE WHEN ${delivered} THEN NULL ELSE coalesce("failingSince", now()) END
        WHERE id = ${webhook.id}::uuid
        RETURNING coalesce("failingSince" < now() - make_interval(days => ${patienceDays}), false) AS "tooLong", "disabledAt"`;
      if (!now || now.disabledAt) return null;
      const reason = result.status === 410 ? 'gone' : now.tooLong ? 'failing' : null;
      if (!reason) return retrySeconds;
      await disable(tx, webhook, reason);
      return null;
    });
  }

  /** Due, and nobody makes them: their job was lost with Redis, or with the process that had it. */
  async lost(limit = 100): Promise<WebhookJob[]> {
    return this.db.$queryRaw<WebhookJob[]>`
      SELECT "workspaceId", id AS "deliveryId" FROM webhook_delivery
      WHERE status = 'pending' AND "nextAttemptAt" < now() - make_interval(secs => ${lostAfterSeconds})
      ORDER BY "nextAttemptAt" LIMIT ${limit}`;
  }

  async forgetOld(): Promise<void> {
    await this.db.$executeRaw`
      DELETE FROM webhook_delivery WHERE "createdAt" < now() - make_interval(days => ${keptDays}) AND status <> 'pending'`;
  }
}

/** Owners and admins see it in the settings and in the log of changes. */
async function disable(tx: Transaction, { id, workspaceId, url }: Webhook, reason: 'failing' | 'gone'): Promise<void> {
  await tx.webhook.update({ where: { id }, data: { disabledAt: new Date(), disabledReason: reason } });
  await giveUpPending(tx, id);
  const change = { action: 'webhook.disabled', subjectType: 'webhook', subjectId: id };
  await recordChange(tx, { type: 'system', workspaceId }, { ...change, before: {}, after: { url, reason } });
}
