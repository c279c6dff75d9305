import { Inject, Injectable } from '@nestjs/common';
import type { IntegrationActor, SettingsActor } from '#administration';
import { BatonError, type SentEvent, type WebhookDelivery as View, type WebhookProblem } from '#contracts';
import { DATABASE, Prisma, type Database, type WebhookAttempt, type WebhookDelivery } from '#database';
import { attemptsOf, writeDeliveries } from './deliveries.js';
import { findWebhook } from './webhooks.js';

const pageSize = 20;
const withAttempts = { log: { orderBy: { createdAt: 'desc' } } } as const;

type Actor = SettingsActor | IntegrationActor;

/** What was sent to a webhook, and what it answered. */
@Injectable()
export class DeliveryLog {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /** Newest first: those after the delivery `cursor`. Throws NOT_FOUND. */
  async page(
    workspaceId: string,
    webhookId: string,
    cursor: string | undefined,
  ): Promise<{ items: View[]; nextCursor: string | null }> {
    await findWebhook(this.db, workspaceId, webhookId);
    const rows = await this.db.webhookDelivery.findMany({
      where: { workspaceId, webhookId },
      orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
      ...(cursor && { cursor: { id: cursor }, skip: 1 }),
      take: pageSize + 1,
      include: withAttempts,
    });
    const items = rows.slice(0, pageSize).map(deliveryView);
    return { items, nextCursor: rows.length > pageSize ? items.at(-1)!.id : null };
  }

  /** Sends a `webhook.test` event. Throws NOT_FOUND or WEBHOOK_DISABLED. */
  async test({ workspaceId }: Actor, webhookId: string): Promise<View> {
    const { disabledAt } = await findWebhook(this.db, workspaceId, webhookId);
    if (disabledAt) throw new BatonError('WEBHOOK_DISABLED');
    const test = { event: 'webhook.test', subject: {} } as const;
    const [id] = await writeDeliveries(this.db, test, Prisma.sql`id = ${webhookId}::uuid`);
    return this.find(workspaceId, id!);
  }

  /** Sends the same bytes again under the same id, with as many attempts as a new one has. Throws NOT_FOUND or WEBHOOK_DISABLED. */
  async replay({ workspaceId }: Actor, webhookId: string, deliveryId: string): Promise<View> {
    const { disabledAt } = await findWebhook(this.db, workspaceId, webhookId);
    if (disabledAt) throw new BatonError('WEBHOOK_DISABLED');
    const [replayed] = await this.db.$queryRaw<unknown[]>`
      WITH replayed AS (
        UPDATE webhook_delivery SET status = 'pending', attempts = 0, "nextAttemptAt" = now()
        WHERE id = ${deliveryId}::uuid AND "webhookId" = ${webhookId}::uuid AND "workspaceId" = ${workspaceId}::uuid
        RETURNING id, "workspaceId"
      ), due AS (${attemptsOf(Prisma.sql`replayed`)})
      SELECT id FROM replayed`;
    if (!replayed) throw new BatonError('NOT_FOUND');
    return this.find(workspaceId, deliveryId);
  }

  private async find(workspaceId: string, id: string): Promise<View> {
    return deliveryView(
      await this.db.webhookDelivery.findFirstOrThrow({ where: { id, workspaceId }, include: withAttempts }),
    );
  }
}

function deliveryView(delivery: WebhookDelivery & { log: WebhookAttempt[] }): View {
  const { id, webhookId, event, status, body, nextAttemptAt, createdAt, log } = delivery;
  return {
    ...{ id, webhookId, event: event as SentEvent, status, body },
    nextAttemptAt: nextAttemptAt?.toISOString() ?? null,
    attempts: log.map(({ createdAt: at, durationMs, status: answered, problem, responseBody }) => ({
      at: at.toISOString(),
      durationMs,
      status: answered,
      problem: problem as WebhookProblem | null,
      responseBody,
    })),
    createdAt: createdAt.toISOString(),
  };
}
