import { Inject, Injectable } from '@nestjs/common';
import { recordChange, type SettingsActor } from '#administration';
import { BatonError, type Activity, type ConversationExport } from '#contracts';
import { extrasOf } from '#conversation';
import { DATABASE, type Database } from '#database';

/** One conversation whole, for a printer or a file; that it was taken out is written down. */
@Injectable()
export class ConversationExports {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /** Throws CONVERSATION_UNKNOWN. */
  async of(actor: SettingsActor, conversationId: string): Promise<ConversationExport> {
    const { workspaceId } = actor;
    return this.db.$transaction(async (tx) => {
      const conversation = await tx.conversation.findFirst({ where: { id: conversationId, workspaceId } });
      if (!conversation) throw new BatonError('CONVERSATION_UNKNOWN');
      const [contact, inbox, messages] = await Promise.all([
        tx.contact.findFirstOrThrow({ where: { id: conversation.contactId, workspaceId } }),
        tx.inbox.findFirstOrThrow({ where: { id: conversation.inboxId, workspaceId } }),
        tx.message.findMany({ where: { workspaceId, conversationId }, orderBy: { seq: 'asc' } }),
      ]);
      const ids = messages.map(({ id }) => id);
      const extras = await extrasOf(tx, ids, 'agent');
      await recordChange(tx, actor, {
        ...{ action: 'conversation.exported', subjectType: 'conversation', subjectId: conversationId },
        after: { messages: messages.length },
      });
      return {
        id: conversationId,
        inboxName: inbox.name,
        status: conversation.status,
        createdAt: conversation.createdAt.toISOString(),
        contact: { id: contact.id, name: contact.name, email: contact.email },
        messages: messages.map(({ id, seq, kind, senderType, senderName, text, activity, createdAt }) => ({
          ...{ seq, kind, senderType, senderName, text },
          activity: activity as Activity | null,
          attachments: extras.get(id)?.attachments ?? [],
          createdAt: createdAt.toISOString(),
        })),
      };
    });
  }
}
