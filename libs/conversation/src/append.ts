import { uuidv7 } from 'uuidv7';
import { BatonError, type MessageKind, type OutboxPayload, type QuickReply, type SenderType } from '#contracts';
import { Prisma, violates, type Conversation, type Message, type RawQueries, type Transaction } from '#database';
import type { ConversationState } from './state.js';

export interface MessageDraft {
  kind: MessageKind;
  senderType: SenderType;
  senderId?: string;
  senderName?: string;
  text: string;
  quickReplies?: QuickReply[];
  /** Unique in its conversation: the same id again is the same message. */
  clientMessageId: string;
  modelVersionId?: string;
  awaitingDecision?: boolean;
}

/** The message exists already: the transaction rolls back and the caller answers with the stored row. */
export class DuplicateMessage extends Error {}

const previewLength = 120;

/**
 * Takes the conversation's row lock for the rest of the transaction, so that writers of one conversation follow one
 * another. Throws CONVERSATION_UNKNOWN, also for another workspace's id.
 */
export async function lockConversation(tx: RawQueries, workspaceId: string, id: string): Promise<Conversation> {
  const [row] = await tx.$queryRaw<Conversation[]>`
    SELECT * FROM conversation WHERE id = ${id}::uuid AND "workspaceId" = ${workspaceId}::uuid FOR UPDATE`;
  if (!row) throw new BatonError('CONVERSATION_UNKNOWN');
  return row;
}

/**
 * The one statement that writes a message: takes the next seq, moves the conversation to `state`, stores the message and
 * its outbox row. Needs the lock of `lockConversation`. Throws DuplicateMessage. Brings `conversation` up to date, so that
 * several messages can follow in one transaction.
 */
export async function appendMessage(
  tx: RawQueries,
  conversation: Conversation,
  draft: MessageDraft,
  state: ConversationState = conversation,
  outbox?: OutboxPayload | ((messageId: string) => OutboxPayload),
): Promise<Message> {
  const id = uuidv7();
  const seq = conversation.nextSeq;
  const isPublic = draft.kind !== 'note';
  const reopened = conversation.status === 'resolved' && state.status !== 'resolved';
  const next = {
    ...state,
    nextSeq: seq + 1,
    lastPublicSeq: isPublic ? seq : conversation.lastPublicSeq,
    episodeStartSeq: reopened ? seq : conversation.episodeStartSeq,
    reason: reopened ? null : conversation.reason,
    lastMessagePreview:
      draft.kind === 'inbound' || draft.kind === 'outbound'
        ? draft.text.slice(0, previewLength)
        : conversation.lastMessagePreview,
  };
  const payload = typeof outbox === 'function' ? outbox(id) : outbox;
  const outboxRow = payload
    ? Prisma.sql`, relayed AS (
        INSERT INTO outbox (id, "workspaceId", topic, payload)
        SELECT ${uuidv7()}::uuid, ${conversation.workspaceId}::uuid, ${payload.topic}, ${JSON.stringify(payload.job)}::jsonb FROM moved)`
    : Prisma.empty;

  const [message] = await tx.$queryRaw<Message[]>`
    WITH moved AS (
      UPDATE conversation SET
        status = ${next.status}::"ConversationStatus", "ownerType" = ${next.ownerType}::"OwnerType",
        "ownerId" = ${next.ownerId}::uuid, "ownerEpoch" = ${next.ownerEpoch}, "nextSeq" = ${next.nextSeq},
        "lastPublicSeq" = ${next.lastPublicSeq}, "episodeStartSeq" = ${next.episodeStartSeq},
        reason = ${next.reason}::"EscalationReason", "lastMessagePreview" = ${next.lastMessagePreview},
        "lastMessageAt" = now(), "resolvedAt" = CASE WHEN ${next.status === 'resolved'} THEN now() END
      WHERE id = ${conversation.id}::uuid
      RETURNING id
    )${outboxRow}
    INSERT INTO message (id, "workspaceId", "conversationId", seq, "previousPublicSeq", kind, "senderType", "senderId",
      "senderName", text, "quickReplies", "clientMessageId", "modelVersionId", "awaitingDecision")
    SELECT ${id}::uuid, ${conversation.workspaceId}::uuid, moved.id, ${seq}, ${conversation.lastPublicSeq},
      ${draft.kind}::"MessageKind", ${draft.senderType}::"SenderType", ${draft.senderId ?? null}::uuid,
      ${draft.senderName ?? null}, ${draft.text}, ${JSON.stringify(draft.quickReplies ?? [])}::jsonb,
      ${draft.clientMessageId}::uuid, ${draft.modelVersionId ?? null}::uuid, ${draft.awaitingDecision ?? false}
    FROM moved
    ON CONFLICT ("conversationId", "clientMessageId") DO NOTHING
    RETURNING *`;
  if (!message) throw new DuplicateMessage();
  Object.assign(conversation, next);
  return message;
}

/**
 * A message that leaves the conversation's owner and status as they are, by one statement: a transaction of its own, in one round
 * trip. `which` names the one conversation (c), and what must still hold when its row is locked; null where it does not. `also`:
 * further parts of the statement, each after a comma, that write with it or not at all; they see `moved`, the conversation with
 * the message's seq. A contact's message awaits a decision where the bot owns the conversation. Throws DuplicateMessage.
 */
export async function appendAtOnce(
  db: RawQueries,
  which: Prisma.Sql,
  draft: Omit<MessageDraft, 'awaitingDecision'> & { id: string; kind: 'inbound' | 'outbound' },
  also: Prisma.Sql,
): Promise<Message | null> {
  try {
    const [message] = await db.$queryRaw<Message[]>`
      WITH locked AS (
        SELECT c.id, c."nextSeq" AS seq, c."lastPublicSeq" FROM conversation c WHERE ${which} FOR NO KEY UPDATE
      ), moved AS (
        UPDATE conversation c SET "nextSeq" = locked.seq + 1, "lastPublicSeq" = locked.seq, "lastMessageAt" = now(),
          "lastMessagePreview" = ${draft.text.slice(0, previewLength)}
        FROM locked WHERE c.id = locked.id
        RETURNING c.id, c."workspaceId", c."ownerType", locked.seq, locked."lastPublicSeq" AS "previousPublicSeq"
      )${also}
      INSERT INTO message (id, "workspaceId", "conversationId", seq, "previousPublicSeq", kind, "senderType", "senderId",
        text, "quickReplies", "clientMessageId", "modelVersionId", "awaitingDecision")
      SELECT ${draft.id}::uuid, "workspaceId", id, seq, "previousPublicSeq", ${draft.kind}::"MessageKind",
        ${draft.senderType}::"SenderType", ${draft.senderId ?? null}::uuid, ${draft.text}::text,
        ${JSON.stringify(draft.quickReplies ?? [])}::jsonb, ${draft.clientMessageId}::uuid,
        ${draft.modelVersionId ?? null}::uuid, ${draft.kind === 'inbound'}::boolean AND "ownerType" = 'bot'
      FROM moved
      RETURNING *`;
    return message ?? null;
  } catch (error) {
    throw violates(error, 'message_conversationId_clientMessageId_key') ? new DuplicateMessage() : error;
  }
}

/** The stored message of a repeated send. */
export async function storedMessage(
  tx: Transaction,
  where: { workspaceId: string; conversationId: string; clientMessageId: string },
): Promise<Message> {
  const message = await tx.message.findFirst({ where });
  if (!message) throw new BatonError('CONVERSATION_UNKNOWN');
  return message;
}
