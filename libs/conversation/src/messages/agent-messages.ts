import { Inject, Injectable } from '@nestjs/common';
import { BatonError, type SendReceipt } from '#contracts';
import { DATABASE, type Database, type Message, type Transaction } from '#database';
import type { AgentActor } from '../actors.js';
import { appendMessage, DuplicateMessage, lockConversation, storedMessage } from '../append.js';
import { Realtime } from '#realtime';
import { ChangeNews } from '../inbox/change-news.js';
import { mentionedIn } from './mentions.js';

interface AgentText {
  conversationId: string;
  clientMessageId: string;
  text: string;
}

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
    const { conversationId, clientMessageId, text } = input;
    try {
      const { message, contactId, mentioned } = await this.db.$transaction(async (tx) => {
        const conversation = await lockConversation(tx, workspaceId, conversationId);
        if (kind === 'outbound' && conversation.ownerId !== agent.userId) {
          const repeated = await tx.message.count({ where: { workspaceId, conversationId, clientMessageId } });
          throw repeated > 0 ? new DuplicateMessage() : new BatonError('NOT_OWNER');
        }
        const draft = {
          kind,
          senderType: 'agent',
          senderId: agent.userId,
          senderName: agent.name,
          text,
          clientMessageId,
        } as const;
        const message = await appendMessage(tx, conversation, draft);
        const mentioned = kind === 'note' ? await mention(tx, agent, message) : [];
        return { message, contactId: conversation.contactId, mentioned };
      });
      this.news.plainMessage(contactId, message);
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
