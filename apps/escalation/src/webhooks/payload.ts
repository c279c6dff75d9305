import { Inject, Injectable } from '@nestjs/common';
import { BatonError, type WebhookData, type WebhookSubject } from '#contracts';
import { PublicConversations } from '#conversation';
import { DATABASE, type Database } from '#database';
import type { DueDelivery } from '#webhooks';

type About<E extends keyof WebhookData> = (delivery: DueDelivery) => Promise<WebhookData[E] | null>;

/** What is sent: the ids that an event was written with, as what they stand for. */
@Injectable()
export class Payloads {
  private readonly data: { [E in keyof WebhookData]: About<E> } = {
    'conversation.created': (delivery) => this.conversation(delivery),
    'conversation.reopened': (delivery) => this.conversation(delivery),
    'conversation.handed_off': (delivery) => this.conversation(delivery),
    'conversation.assigned': (delivery) => this.conversation(delivery),
    'conversation.resolved': (delivery) => this.conversation(delivery),
    'message.created': async ({ workspaceId, subject }) => ({
      message: await this.conversations.message(workspaceId, subject.messageId!),
    }),
    'csat.submitted': async ({ workspaceId, subject: { csatResponseId: id } }) => {
      const response = await this.db.csatResponse.findFirst({ where: { id, workspaceId } });
      if (!response) return null;
      const { conversationId, score, comment, answeredBy, agentId } = response;
      return { conversationId, score, comment, answeredBy, agentId };
    },
    'sla.breached': async ({ workspaceId, subject: { slaTimerId: id } }) => {
      const timer = await this.db.slaTimer.findFirst({ where: { id, workspaceId } });
      if (!timer) return null;
      const { conversationId, kind, dueAt, breachedAt } = timer;
      return { conversationId, kind, dueAt: dueAt.toISOString(), breachedAt: breachedAt?.toISOString() ?? null };
    },
    'model.activated': async ({ workspaceId, subject: { modelVersionId: id } }) => {
      const model = await this.db.modelVersion.findFirst({ where: { id, workspaceId } });
      return model && { modelVersionId: model.id, version: model.version };
    },
    'webhook.test': async ({ webhook }) => ({ webhookId: webhook.id }),
  };

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly conversations: PublicConversations,
  ) {}

  /** Null: what it was about is gone. */
  async of(delivery: DueDelivery): Promise<string | null> {
    const { event: type, createdAt } = delivery;
    const data = await this.data[type](delivery).catch((error: unknown) => {
      if (error instanceof BatonError) return null;
      throw error;
    });
    return data && JSON.stringify({ type, timestamp: createdAt.toISOString(), data });
  }

  private async conversation({ workspaceId, subject }: { workspaceId: string; subject: WebhookSubject }) {
    return { conversation: await this.conversations.find(workspaceId, subject.conversationId!) };
  }
}
