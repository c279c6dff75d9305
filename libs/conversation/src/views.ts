import type { ConversationItem, MessageView, QuickReply, VisitorConversation } from '#contracts';
import { Prisma, type Conversation, type Database, type Message, type Transaction } from '#database';

/** `audience` decides what "the message before" is: visitors never see notes. */
export function messageView(message: Message, audience: 'visitor' | 'agent'): MessageView {
  return {
    id: message.id,
    conversationId: message.conversationId,
    seq: message.seq,
    previousSeq: audience === 'visitor' ? message.previousPublicSeq : message.seq - 1,
    kind: message.kind,
    senderType: message.senderType,
    senderName: message.senderName,
    text: message.text,
    quickReplies: message.quickReplies as unknown as QuickReply[],
    clientMessageId: message.clientMessageId,
    modelVersionId: message.modelVersionId,
    createdAt: message.createdAt.toISOString(),
  };
}

export type ConversationItemRow = Conversation & {
  contactName: string | null;
  ownerName: string | null;
  enqueuedAt: Date | null;
};

/** FROM … of an inbox row: the conversation (c) with the names and the waiting time that its row shows. */
export const conversationItemSource = Prisma.sql`
  SELECT c.*, contact.name AS "contactName", owner.name AS "ownerName", entry."enqueuedAt"
  FROM conversation c
  JOIN contact ON contact.id = c."contactId"
  LEFT JOIN "user" owner ON owner.id = c."ownerId"
  LEFT JOIN queue_entry entry ON entry."conversationId" = c.id`;

export function conversationItem(row: ConversationItemRow): ConversationItem {
  return {
    id: row.id,
    contactName: row.contactName ?? `Visitor ${row.contactId.slice(-4)}`,
    status: row.status,
    owner: { type: row.ownerType, id: row.ownerId, epoch: row.ownerEpoch },
    ownerName: row.ownerName,
    reason: row.reason,
    preview: row.lastMessagePreview,
    lastSeq: row.nextSeq - 1,
    lastMessageAt: row.lastMessageAt.toISOString(),
    queuedAt: row.enqueuedAt?.toISOString() ?? null,
  };
}

export async function findItems(
  db: Database | Transaction,
  workspaceId: string,
  ids: string[],
): Promise<{ item: ConversationItem; contactId: string }[]> {
  const rows = await db.$queryRaw<ConversationItemRow[]>`
    ${conversationItemSource} WHERE c."workspaceId" = ${workspaceId}::uuid AND c.id = ANY(${ids}::uuid[])`;
  return rows.map((row) => ({ item: conversationItem(row), contactId: row.contactId }));
}

/** `agentsOnline`: somebody could take it; `presenceLeaseSeconds` as in agent presence. */
export async function visitorConversation(
  db: Database | Transaction,
  conversation: Conversation,
  presenceLeaseSeconds: number,
): Promise<VisitorConversation> {
  const [facts] = await db.$queryRaw<{ position: bigint | null; agentsOnline: boolean; agentName: string | null }[]>`
    SELECT
      (SELECT count(*) FROM queue_entry ahead, queue_entry own
        WHERE own."conversationId" = ${conversation.id}::uuid AND ahead."workspaceId" = own."workspaceId"
          AND (ahead."enqueuedAt", ahead."conversationId") <= (own."enqueuedAt", own."conversationId")) AS position,
      EXISTS (SELECT 1 FROM agent_status WHERE "workspaceId" = ${conversation.workspaceId}::uuid AND status = 'online'
        AND "seenAt" > now() - make_interval(secs => ${presenceLeaseSeconds})) AS "agentsOnline",
      (SELECT name FROM "user" WHERE id = ${conversation.ownerId}::uuid) AS "agentName"`;
  return {
    id: conversation.id,
    status: conversation.status,
    ownerType: conversation.ownerType,
    agentName: facts?.agentName ?? null,
    queuePosition: facts?.position ? Number(facts.position) : null,
    agentsOnline: facts?.agentsOnline ?? false,
    lastSeq: conversation.lastPublicSeq,
  };
}
