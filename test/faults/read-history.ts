import type { Scene } from './fault-case.js';
import { activityOf, type History } from './history.js';

export type ReadHistory = History & { texts: { id: string; text: string }[] };

/** Everything that PostgreSQL holds and every client shows, straight from the source. */
export async function readHistory({ stack, visitors, agents, sent }: Scene): Promise<ReadHistory> {
  const { db } = stack;
  const messages = await db.message.findMany({ orderBy: [{ conversationId: 'asc' }, { seq: 'asc' }] });
  const decisions = await db.decision.findMany();
  const conversations = await db.conversation.findMany();
  const waiting = new Set((await db.queueEntry.findMany()).map(({ conversationId }) => conversationId));
  return {
    sent: [...visitors.flatMap((visitor) => visitor.history()), ...agents.flatMap((agent) => agent.history()), ...sent],
    texts: messages.map(({ id, text }) => ({ id, text })),
    messages: messages.map((message) => ({
      ...message,
      activity: activityOf(message),
      createdAt: message.createdAt.getTime(),
    })),
    decisions: decisions.map((decision) => ({ ...decision, createdAt: decision.createdAt.getTime() })),
    conversations: conversations.map(({ id, ownerType }) => ({ id, owner: ownerType, waits: waiting.has(id) })),
    views: visitors.flatMap((visitor) => visitor.view() ?? []),
  };
}
