import { activity } from '#contracts';
import type { Scene } from './fault-case.js';
import type { Activity, History } from './history.js';

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

/** Whose turn an activity makes it; null: nobody else's. */
function activityOf(message: { activity: unknown }): Activity | null {
  const { code } = activity.nullable().parse(message.activity) ?? {};
  switch (code) {
    case 'handed_over':
    case 'requeued':
    case 'transferred':
      return 'handed_over';
    case 'resolved':
    case 'closed_by_bot':
      return 'resolved';
    case 'joined':
    case 'taken_over':
    case 'returned':
      return 'joined';
    case 'handed_back':
      return code;
    default:
      return null;
  }
}
