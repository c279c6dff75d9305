import type { Conversation, Decision, Message, Transaction } from '#database';
import { carriesRequest } from '#decision';
import { isUnanswered } from './unanswered.js';

export interface OpenQuestion {
  message: Message;
  /** What the bot decided about it, which stands; null: it has not been asked. */
  decision: Decision | null;
}

/**
 * What the customer waits for: of the messages that nobody has answered, the last one that asks for something, else the last one. Null:
 * nothing is open.
 */
export async function findOpenQuestion(
  tx: Transaction,
  { id: conversationId, workspaceId, waitingSince }: Conversation,
): Promise<OpenQuestion | null> {
  if (waitingSince === null) return null;
  const messages = await tx.$queryRaw<Message[]>`
    SELECT m.* FROM conversation JOIN message m ON ${isUnanswered('m')}
    WHERE conversation.id = ${conversationId}::uuid AND conversation."workspaceId" = ${workspaceId}::uuid ORDER BY m.seq`;
  const decisions = await tx.decision.findMany({
    where: { workspaceId, messageId: { in: messages.map(({ id }) => id) } },
  });
  const decided = new Map(decisions.map((decision) => [decision.messageId, decision]));
  const unanswered = messages.map((message) => ({ message, decision: decided.get(message.id) ?? null }));
  const asks = ({ message, decision }: OpenQuestion) => carriesRequest(message.text, decision);
  return unanswered.findLast(asks) ?? unanswered.at(-1) ?? null;
}
