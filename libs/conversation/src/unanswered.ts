import { Prisma } from '#database';

/**
 * That a message, by its alias, is one of the customer's that nobody has answered, in a statement on `conversation`. What the bot says as
 * it hands over stands right before the hand-over, and answers nothing.
 */
export function isUnanswered(alias: string): Prisma.Sql {
  const message = Prisma.raw(alias);
  return Prisma.sql`${message}."conversationId" = conversation.id AND ${message}.kind = 'inbound' AND ${message}.seq > greatest(
    (SELECT "firstSeq" - 1 FROM episode WHERE id = conversation."episodeId"),
    (SELECT max(said.seq) FROM message said WHERE said."conversationId" = conversation.id AND said.kind = 'outbound'
      AND (said."senderType" = 'agent' OR NOT EXISTS (SELECT FROM message next WHERE next."conversationId" = conversation.id
        AND next.seq = said.seq + 1 AND next.activity->>'code' = 'handed_over'))))`;
}
