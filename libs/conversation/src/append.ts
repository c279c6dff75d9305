import { uuidv7 } from 'uuidv7';
import {
  BatonError,
  type Activity,
  type EpisodeCloser,
  type EpisodeOutcome,
  type MessageKind,
  type OutboxPayload,
  type QuickReply,
  type SenderType,
} from '#contracts';
import { Prisma, violates, type Conversation, type Message, type RawQueries, type Transaction } from '#database';
import { plainText } from '#formatted-text';
import { conversationDeliveries } from '#webhooks';
import { eventsOf } from './events.js';
import type { ConversationState } from './state.js';
import { isUnanswered } from './unanswered.js';

export interface MessageDraft {
  kind: MessageKind;
  senderType: SenderType;
  senderId?: string;
  senderName?: string;
  text: string;
  activity?: Activity;
  quickReplies?: QuickReply[];
  /** Unique in its conversation: the same id again is the same message. */
  clientMessageId: string;
  modelVersionId?: string;
  awaitingDecision?: boolean;
  /** What lists show of it; without, its text. */
  preview?: string;
  /** Needed where the message resolves the conversation: it is the last of its episode. */
  closes?: { by: EpisodeCloser; outcome: EpisodeOutcome };
  /** Needed where the message snoozes the conversation: until when. */
  snoozedUntil?: Date;
  /** Its episode goes on as if it had not been closed. */
  undoesClosing?: true;
}

/** A line about what happened; its reader words it. */
export function activityDraft(activity: Activity): MessageDraft {
  return { kind: 'activity', senderType: 'system', text: '', activity, clientMessageId: uuidv7() };
}

/** A line that agents see and the visitor does not. */
export function privateActivityDraft(activity: Activity): MessageDraft {
  return { ...activityDraft(activity), kind: 'note' };
}

/** The message exists already: the transaction rolls back and the caller answers with the stored row. */
export class DuplicateMessage extends Error {}

const previewLength = 120;

/** Without the marks of formatting, which are drawn in what is sent to customers, and stand as typed in what they write. */
function previewOf({ kind, text, preview = '' }: Pick<MessageDraft, 'kind' | 'text' | 'preview'>): string {
  return ((kind === 'outbound' ? plainText(text) : text) || preview).slice(0, previewLength);
}

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
 * The one statement that writes a message: takes the next seq, moves the conversation to `state`, opens or closes its
 * episode, stores the message, its outbox row and what webhooks are told. Needs the lock of `lockConversation`. Throws DuplicateMessage. Brings
 * `conversation` up to date, so that several messages can follow in one transaction.
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
  const reopens = conversation.status === 'resolved' && state.status !== 'resolved';
  const opens = conversation.episodeId === null || (reopens && !draft.undoesClosing);
  const resolves = conversation.status !== 'resolved' && state.status === 'resolved';
  if (resolves !== Boolean(draft.closes)) throw new Error('A message ends its episode exactly where it resolves');
  const next = {
    lastMessagePreview: conversation.lastMessagePreview,
    lastSenderType: conversation.lastSenderType,
    ...state,
    lastContactSeq: draft.kind === 'inbound' ? seq : conversation.lastContactSeq,
    snoozedUntil: state.status === 'snoozed' ? (draft.snoozedUntil ?? conversation.snoozedUntil) : null,
    nextSeq: seq + 1,
    lastPublicSeq: isPublic ? seq : conversation.lastPublicSeq,
    episodeId: opens ? uuidv7() : conversation.episodeId,
    reason: opens ? null : conversation.reason,
    ...(draft.kind === 'inbound' || draft.kind === 'outbound'
      ? {
          lastMessagePreview: previewOf(draft),
          lastSenderType: draft.senderType,
        }
      : {}),
  };
  const payload = typeof outbox === 'function' ? outbox(id) : outbox;
  const outboxRow = payload
    ? Prisma.sql`, relayed AS (
        INSERT INTO outbox (id, "workspaceId", topic, payload)
        SELECT ${uuidv7()}::uuid, ${conversation.workspaceId}::uuid, ${payload.topic}, ${JSON.stringify(payload.job)}::jsonb FROM moved)`
    : Prisma.empty;
  const episode = opens ? openEpisode(next.episodeId, seq) : changeEpisode(next.episodeId, seq, draft);
  const promises = settlePromises(conversation, draft, state);
  const told = conversationDeliveries(eventsOf(conversation, draft.kind, state), id);

  const [message] = await tx.$queryRaw<Message[]>`
    WITH moved AS (
      UPDATE conversation SET
        status = ${next.status}::"ConversationStatus", "ownerType" = ${next.ownerType}::"OwnerType",
        "ownerId" = ${next.ownerId}::uuid, "ownerEpoch" = ${next.ownerEpoch}, "nextSeq" = ${next.nextSeq},
        "lastPublicSeq" = ${next.lastPublicSeq}, "episodeId" = ${next.episodeId}::uuid,
        reason = ${next.reason}::"EscalationReason", "lastMessagePreview" = ${next.lastMessagePreview},
        "lastSenderType" = ${next.lastSenderType}::"SenderType",
        "waitingSince" = ${waitingSince(draft, conversation, state)}, "lastContactSeq" = ${next.lastContactSeq},
        "snoozedUntil" = ${next.snoozedUntil}, "lastMessageAt" = now()
      WHERE id = ${conversation.id}::uuid
      RETURNING id, "workspaceId", "contactId", "inboxId"
    )${episode}${promises}${outboxRow}${told}, stored AS (
    INSERT INTO message (id, "workspaceId", "conversationId", seq, "previousPublicSeq", kind, "senderType", "senderId",
      "senderName", text, activity, "quickReplies", "clientMessageId", "modelVersionId", "awaitingDecision")
    SELECT ${id}::uuid, ${conversation.workspaceId}::uuid, moved.id, ${seq}, ${conversation.lastPublicSeq},
      ${draft.kind}::"MessageKind", ${draft.senderType}::"SenderType", ${draft.senderId ?? null}::uuid,
      ${draft.senderName ?? null}, ${draft.text}, ${draft.activity ? JSON.stringify(draft.activity) : null}::jsonb,
      ${JSON.stringify(draft.quickReplies ?? [])}::jsonb,
      ${draft.clientMessageId}::uuid, ${draft.modelVersionId ?? null}::uuid, ${draft.awaitingDecision ?? false}
    FROM moved
    ON CONFLICT ("conversationId", "clientMessageId") DO NOTHING
    RETURNING *)${foundBy} SELECT * FROM stored`;
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
          "lastMessagePreview" = ${previewOf(draft)}, "lastSenderType" = ${draft.senderType}::"SenderType",
          "waitingSince" = ${draft.kind === 'inbound' ? waits : answered},
          "lastContactSeq" = ${draft.kind === 'inbound' ? Prisma.sql`locked.seq` : Prisma.sql`c."lastContactSeq"`}
        FROM locked WHERE c.id = locked.id
        RETURNING c.id, c."workspaceId", c."ownerType", locked.seq, locked."lastPublicSeq" AS "previousPublicSeq"
      )${conversationDeliveries(['message.created'], draft.id)}${also}, stored AS (
      INSERT INTO message (id, "workspaceId", "conversationId", seq, "previousPublicSeq", kind, "senderType", "senderId",
        text, "quickReplies", "clientMessageId", "modelVersionId", "awaitingDecision")
      SELECT ${draft.id}::uuid, "workspaceId", id, seq, "previousPublicSeq", ${draft.kind}::"MessageKind",
        ${draft.senderType}::"SenderType", ${draft.senderId ?? null}::uuid, ${draft.text}::text,
        ${JSON.stringify(draft.quickReplies ?? [])}::jsonb, ${draft.clientMessageId}::uuid,
        ${draft.modelVersionId ?? null}::uuid, ${draft.kind === 'inbound'}::boolean AND "ownerType" = 'bot'
      FROM moved
      RETURNING *)${foundBy} SELECT * FROM stored`;
    return message ?? null;
  } catch (error) {
    throw violates(error, 'message_conversationId_clientMessageId_key') ? new DuplicateMessage() : error;
  }
}

/** What the stored message is found by. */
const foundBy = Prisma.sql`, found_by AS (
  INSERT INTO message_search ("messageId", "workspaceId", "conversationId", document)
  SELECT id, "workspaceId", "conversationId", search_document(text) FROM stored WHERE text <> '')`;

const waits = Prisma.sql`coalesce("waitingSince", now())`;
const answered = Prisma.sql`NULL`;

const waitedSince = Prisma.sql`(SELECT min(asked."createdAt") FROM message asked WHERE ${isUnanswered('asked')})`;

/** A message answers the contact, whoever writes it, unless it is what the bot says as it hands over. */
function waitingSince(draft: MessageDraft, before: ConversationState, after: ConversationState): Prisma.Sql {
  if (after.status === 'resolved') return answered;
  if (draft.undoesClosing) return waitedSince;
  if (draft.kind === 'inbound' || (after.status === 'queued' && before.status !== 'queued')) return waits;
  return draft.kind === 'outbound' ? answered : Prisma.sql`"waitingSince"`;
}

/** With the language and page of the contact's latest session. */
function openEpisode(id: string | null, firstSeq: number): Prisma.Sql {
  return Prisma.sql`, opened AS (
      INSERT INTO episode (id, "workspaceId", "conversationId", "firstSeq", locale, "pageUrl")
      SELECT ${id}::uuid, moved."workspaceId", moved.id, ${firstSeq}, session.locale, session."pageUrl"
      FROM moved LEFT JOIN LATERAL (
        SELECT locale, "pageUrl" FROM contact_session
        WHERE "contactId" = moved."contactId" AND "inboxId" = moved."inboxId" ORDER BY "createdAt" DESC LIMIT 1
      ) session ON true)`;
}

function changeEpisode(id: string | null, seq: number, draft: MessageDraft): Prisma.Sql {
  const { closes, undoesClosing, kind, senderType } = draft;
  if (closes) {
    return Prisma.sql`, closed AS (
      UPDATE episode SET "lastSeq" = ${seq}, "closedAt" = now(), "closedBy" = ${closes.by}::"EpisodeCloser",
        outcome = ${closes.outcome}::"EpisodeOutcome"
      WHERE id = ${id}::uuid)`;
  }
  if (undoesClosing) {
    return Prisma.sql`, reopened AS (
      UPDATE episode SET "lastSeq" = NULL, "closedAt" = NULL, "closedBy" = NULL, outcome = NULL WHERE id = ${id}::uuid)`;
  }
  if (kind === 'outbound' && senderType === 'agent') {
    return Prisma.sql`, answered AS (
      UPDATE episode SET "firstHumanResponseAt" = now()
      WHERE id = ${id}::uuid AND "firstHumanResponseAt" IS NULL
        AND EXISTS (SELECT FROM escalation WHERE "episodeId" = ${id}::uuid))`;
  }
  return Prisma.empty;
}

/** A reply keeps the promises of one, closing keeps that of closing; what people have no more to do with is promised no more. */
function settlePromises(before: Conversation, draft: MessageDraft, after: ConversationState): Prisma.Sql {
  const { kind, senderType, undoesClosing } = draft;
  if (undoesClosing) {
    return Prisma.sql`, kept AS (UPDATE sla_timer t SET "metAt" = NULL, "cancelledAt" = NULL FROM episode e
      WHERE e.id = ${before.episodeId}::uuid AND t."episodeId" = e.id AND coalesce(t."metAt", t."cancelledAt") >= e."closedAt")`;
  }
  const open = Prisma.sql`"conversationId" = ${before.id}::uuid AND "metAt" IS NULL AND "cancelledAt" IS NULL`;
  if (kind === 'outbound' && senderType === 'agent') {
    return Prisma.sql`, kept AS (UPDATE sla_timer SET "metAt" = now() WHERE ${open} AND kind <> 'resolution')`;
  }
  if (before.ownerType === 'bot' || after.ownerType !== 'bot') return Prisma.empty;
  if (after.status !== 'resolved')
    return Prisma.sql`, kept AS (UPDATE sla_timer SET "cancelledAt" = now() WHERE ${open})`;
  return Prisma.sql`, kept AS (UPDATE sla_timer SET
      "metAt" = CASE WHEN kind = 'resolution' THEN now() END, "cancelledAt" = CASE WHEN kind <> 'resolution' THEN now() END
    WHERE ${open})`;
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
