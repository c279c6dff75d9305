import { Inject, Injectable } from '@nestjs/common';
import { loadConfig } from '#config';
import { BatonError, type MailView, type SendReceipt } from '#contracts';
import { DATABASE, type Database, type MailDelivery, type Message, type Transaction } from '#database';
import type { AgentActor } from '../actors.js';
import { bindUploads, lockUploads, mailView, namesOf } from '../attachments.js';
import { appendMessage, DuplicateMessage, lockConversation, storedMessage } from '../append.js';
import { Realtime } from '#realtime';
import { ChangeNews } from '../inbox/change-news.js';
import { mentionedIn } from './mentions.js';

interface AgentText {
  conversationId: string;
  clientMessageId: string;
  text: string;
  attachmentIds?: string[];
}

/** The customer may read a reply in the widget first: only then it goes by e-mail, seconds. */
const mailAfterSeconds = 60;

/** What an agent writes: replies, by the owner only, and notes, by any agent of the workspace. */
@Injectable()
export class AgentMessages {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly realtime: Realtime,
    private readonly news: ChangeNews,
  ) {}

  reply(agent: AgentActor, input: AgentText): Promise<SendReceipt> {
    return this.write(agent, input, 'outbound');
  }

  note(agent: AgentActor, input: AgentText): Promise<SendReceipt> {
    return this.write(agent, input, 'note');
  }

  /** Shown to colleagues, and the owner's to the visitor too, since only the owner can reply. */
  async typing(agent: AgentActor, id: string, typing: boolean): Promise<void> {
    const { workspaceId, userId, name } = agent;
    const conversation = await this.db.conversation.findFirst({ where: { id, workspaceId } });
    if (!conversation) throw new BatonError('CONVERSATION_UNKNOWN');
    this.realtime.agentTyping(userId, id, name, typing);
    if (conversation.ownerId === userId) this.realtime.visitorSeesTyping(conversation.contactId, typing);
  }

  private async write(agent: AgentActor, input: AgentText, kind: 'outbound' | 'note'): Promise<SendReceipt> {
    const { workspaceId } = agent;
    const { conversationId, clientMessageId, text, attachmentIds = [] } = input;
    try {
      const { message, contactId, attachments, mail, mentioned } = await this.db.$transaction(async (tx) => {
        const conversation = await lockConversation(tx, workspaceId, conversationId);
        const foreign = kind === 'outbound' && conversation.ownerId !== agent.userId;
        if (foreign || attachmentIds.length > 0) {
          const repeated = await tx.message.count({ where: { workspaceId, conversationId, clientMessageId } });
          if (repeated > 0) throw new DuplicateMessage();
          if (foreign) throw new BatonError('NOT_OWNER');
        }
        const uploads = await lockUploads(tx, workspaceId, agent.userId, attachmentIds);
        const draft = {
          kind,
          senderType: 'agent',
          senderId: agent.userId,
          senderName: agent.name,
          text,
          preview: namesOf(uploads),
          clientMessageId,
        } as const;
        const stored = await appendMessage(tx, conversation, draft);
        await bindUploads(tx, stored, uploads);
        const { contactId } = conversation;
        const mailed = kind === 'outbound' ? await mailLater(tx, stored, contactId) : null;
        const mentioned = kind === 'note' ? await mention(tx, agent, stored) : [];
        return { message: stored, contactId, attachments: uploads, mail: mailed, mentioned };
      });
      this.news.plainMessage(contactId, message, { attachments, mail });
      for (const userId of mentioned) {
        this.realtime.mentioned(userId, { conversationId, messageId: message.id, byName: agent.name });
      }
      return { id: message.id, seq: message.seq, conversationId };
    } catch (error) {
      if (!(error instanceof DuplicateMessage)) throw error;
      const stored = await storedMessage(this.db, { workspaceId, conversationId, clientMessageId });
      return { id: stored.id, seq: stored.seq, conversationId };
    }
  }
}

/** Where the contact has agreed to it, and there is a mail server. */
async function mailLater(tx: Transaction, message: Message, contactId: string): Promise<MailView | null> {
  if (!loadConfig().smtp) return null;
  const [row] = await tx.$queryRaw<MailDelivery[]>`
    INSERT INTO mail_delivery ("messageId", "workspaceId", "conversationId", "to", "dueAt")
    SELECT ${message.id}::uuid, "workspaceId", ${message.conversationId}::uuid, email, now() + make_interval(secs => ${mailAfterSeconds})
    FROM contact WHERE id = ${contactId}::uuid AND "workspaceId" = ${message.workspaceId}::uuid
      AND email IS NOT NULL AND "emailConsentAt" IS NOT NULL
    RETURNING *`;
  return row ? mailView(row) : null;
}

/** Writes down whom the note names; nobody names themselves. */
async function mention(tx: Transaction, { workspaceId, userId: author }: AgentActor, note: Message): Promise<string[]> {
  if (!note.text.includes('@')) return [];
  const colleagues = await tx.user.findMany({
    where: { workspaceId, disabledAt: null, id: { not: author } },
    select: { id: true, name: true },
  });
  const mentioned = mentionedIn(note.text, colleagues);
  await tx.mention.createMany({
    data: mentioned.map((userId) => ({
      ...{ messageId: note.id, userId, workspaceId },
      conversationId: note.conversationId,
    })),
  });
  return mentioned;
}
