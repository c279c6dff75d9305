import { Injectable } from '@nestjs/common';
import { BatonError } from '#contracts';
import { Statements } from '#database';
import type { ContactActor } from '../actors.js';
import { activityDraft, appendMessage, lockConversation } from '../append.js';
import { ChangeNews } from '../inbox/change-news.js';

/** The address at which a visitor agrees to be answered when nobody is there. */
@Injectable()
export class ContactEmail {
  constructor(
    private readonly statements: Statements,
    private readonly news: ChangeNews,
  ) {}

  /** With the time of the consent. A later address takes the place of an earlier one. */
  async leave({ workspaceId, contactId, inboxId }: ContactActor, email: string): Promise<void> {
    const message = await this.statements.$transaction(async (tx) => {
      const [found] = await tx.$queryRaw<{ id: string }[]>`
        SELECT id FROM conversation WHERE "contactId" = ${contactId}::uuid AND "inboxId" = ${inboxId}::uuid
          AND "workspaceId" = ${workspaceId}::uuid`;
      if (!found) throw new BatonError('CONVERSATION_UNKNOWN');
      const conversation = await lockConversation(tx, workspaceId, found.id);
      await tx.$executeRaw`
        UPDATE contact SET email = ${email}, "emailConsentAt" = now()
        WHERE id = ${contactId}::uuid AND "workspaceId" = ${workspaceId}::uuid`;
      const left = { ...activityDraft({ code: 'email_left', params: {} }), senderType: 'contact' } as const;
      return appendMessage(tx, conversation, left);
    });
    this.news.message(contactId, message);
  }
}
