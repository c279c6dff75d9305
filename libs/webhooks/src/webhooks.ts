import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { recordChange, type IntegrationActor, type SettingsActor } from '#administration';
import {
  BatonError,
  type WebhookEvent,
  type WebhookSettings,
  type WebhookView,
  type WebhookWithSecret,
} from '#contracts';
import { DATABASE, lockWorkspace, type Database, type Transaction, type Webhook } from '#database';
import { newSecret, sealSecret } from './secrets.js';

/** For so long after a rotation the former secret signs too, ms. */
const overlapMs = 24 * 3_600_000;

type Actor = SettingsActor | IntegrationActor;

/** Addresses of other programs that are told of what happens. */
@Injectable()
export class Webhooks {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /** Newest first. */
  async list(workspaceId: string): Promise<WebhookView[]> {
    return (await this.db.webhook.findMany({ where: { workspaceId }, orderBy: { id: 'desc' } })).map(webhookView);
  }

  /** The secret is shown this once. */
  async create(actor: Actor, settings: WebhookSettings): Promise<WebhookWithSecret> {
    const { workspaceId } = actor;
    const [id, secret] = [uuidv7(), newSecret()];
    return this.db.$transaction(async (tx) => {
      const webhook = await tx.webhook.create({
        data: { id, workspaceId, ...settings, secret: sealSecret(id, secret) },
      });
      await record(tx, actor, 'webhook.created', id, { after: settings });
      return { webhook: webhookView(webhook), secret };
    });
  }

  /** Throws NOT_FOUND; so do the others. */
  change(actor: Actor, id: string, settings: WebhookSettings): Promise<WebhookView> {
    return this.changing(actor, id, 'webhook.changed', () => settings);
  }

  /** What was on its way is not sent any more. */
  disable(actor: Actor, id: string): Promise<WebhookView> {
    return this.changing(actor, id, 'webhook.disabled', ({ disabledAt, disabledReason }) => ({
      disabledAt: disabledAt ?? new Date(),
      disabledReason: disabledReason ?? 'person',
    }));
  }

  enable(actor: Actor, id: string): Promise<WebhookView> {
    const enabled = { disabledAt: null, disabledReason: null, failingSince: null };
    return this.changing(actor, id, 'webhook.enabled', () => enabled);
  }

  /** The former secret signs beside the new one for a day, so that receivers change it without a gap. */
  async rotate(actor: Actor, id: string): Promise<WebhookWithSecret> {
    const secret = newSecret();
    const webhook = await this.changing(actor, id, 'webhook.secret_rotated', (before) => ({
      secret: sealSecret(id, secret),
      formerSecret: before.secret,
      formerSecretUntil: new Date(Date.now() + overlapMs),
    }));
    return { webhook, secret };
  }

  /** Its log goes with it. */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.db.$transaction(async (tx) => {
      const before = await findWebhook(tx, actor.workspaceId, id);
      await tx.webhook.delete({ where: { id } });
      await record(tx, actor, 'webhook.deleted', id, { before: told(before) });
    });
  }

  private changing(
    actor: Actor,
    id: string,
    action: string,
    change: (before: Webhook) => Partial<Webhook>,
  ): Promise<WebhookView> {
    return this.db.$transaction(async (tx) => {
      await lockWorkspace(tx, actor.workspaceId);
      const before = await findWebhook(tx, actor.workspaceId, id);
      const after = await tx.webhook.update({ where: { id }, data: change(before) });
      if (after.disabledAt) await giveUpPending(tx, id);
      await record(tx, actor, action, id, { before: told(before), after: told(after) });
      return webhookView(after);
    });
  }
}

/** Throws NOT_FOUND. */
export async function findWebhook(db: Database | Transaction, workspaceId: string, id: string): Promise<Webhook> {
  const webhook = await db.webhook.findFirst({ where: { id, workspaceId } });
  if (!webhook) throw new BatonError('NOT_FOUND');
  return webhook;
}

/** A disabled webhook is sent nothing any more. */
export async function giveUpPending(tx: Transaction, webhookId: string): Promise<void> {
  const data = { status: 'failed', nextAttemptAt: null } as const;
  await tx.webhookDelivery.updateMany({ where: { webhookId, status: 'pending' }, data });
}

function webhookView(webhook: Webhook): WebhookView {
  const { id, url, events, failingSince, disabledAt, disabledReason, formerSecretUntil, createdAt } = webhook;
  return {
    ...{ id, url, events: events as WebhookEvent[], disabledReason },
    failingSince: failingSince?.toISOString() ?? null,
    disabledAt: disabledAt?.toISOString() ?? null,
    formerSecretUntil: formerSecretUntil?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  };
}

/** As the log of changes has it; a rotation changes the last of these. */
const told = ({ url, events, disabledAt, formerSecretUntil }: Webhook) => ({
  ...{ url, events, disabledAt, formerSecretUntil },
});

function record(
  tx: Transaction,
  actor: Actor,
  action: string,
  subjectId: string,
  change: { before?: object; after?: object },
): Promise<void> {
  return recordChange(tx, actor, { action, subjectType: 'webhook', subjectId, ...change });
}
