import type {
  Activity,
  BusinessHours,
  ContactSeen,
  ConversationItem,
  EpisodeView,
  SlaView,
  MessageView,
  QueuePlace,
  QuickReply,
  VisitorConversation,
  WaitEstimate,
} from '#contracts';
import { isOpen } from '#administration';
import { loadConfig } from '#config';
import { Prisma, type Conversation, type Episode, type Message, type RawQueries } from '#database';
import { estimateWait } from './wait-estimate.js';
import type { MessageExtras } from '../attachments.js';

/** `audience` decides what "the message before" is: visitors never see notes. */
export function messageView(
  message: Message,
  audience: 'visitor' | 'agent',
  { attachments = [], mail = null }: MessageExtras = {},
): MessageView {
  return {
    id: message.id,
    conversationId: message.conversationId,
    seq: message.seq,
    previousSeq: audience === 'visitor' ? message.previousPublicSeq : message.seq - 1,
    kind: message.kind,
    senderType: message.senderType,
    senderName: message.senderName,
    text: message.text,
    activity: message.activity as Activity | null,
    quickReplies: message.quickReplies as unknown as QuickReply[],
    attachments,
    mail,
    clientMessageId: message.clientMessageId,
    modelVersionId: message.modelVersionId,
    createdAt: message.createdAt.toISOString(),
  };
}

export type ConversationItemRow = Conversation & {
  contactName: string | null;
  ownerName: string | null;
  enqueuedAt: Date | null;
  /** Of its place in the waiting line. */
  queuePriority: number | null;
  orderedAt: Date | null;
  labelIds: string[];
  sla: SlaView | null;
  episode: EpisodeRow | null;
};
/** Made by to_jsonb: its times are text, with an offset. */
type EpisodeRow = Omit<Episode, 'openedAt' | 'closedAt' | 'firstHumanResponseAt'> &
  Record<'openedAt', string> &
  Record<'closedAt' | 'firstHumanResponseAt', string | null>;

/** FROM … of an inbox row: the conversation (c) with the names, the waiting time and the episode that its row shows. */
export const conversationItemSource = Prisma.sql`
  SELECT c.*, coalesce(person.name, contact.name) AS "contactName", coalesce(owner.name, api_key.name) AS "ownerName",
    entry."enqueuedAt", entry.priority AS "queuePriority", entry."orderedAt",
    ARRAY(SELECT "labelId"::text FROM conversation_label WHERE "conversationId" = c.id) AS "labelIds",
    to_jsonb(episode) AS episode, (
      SELECT json_build_object('kind', t.kind, 'warnAt', t."warnAt", 'dueAt', t."dueAt", 'breached', t."breachedAt" IS NOT NULL)
      FROM sla_timer t WHERE t."conversationId" = c.id AND t."metAt" IS NULL AND t."cancelledAt" IS NULL
      ORDER BY t."dueAt" LIMIT 1) AS sla
  FROM conversation c
  JOIN contact ON contact.id = c."contactId"
  LEFT JOIN contact person ON person.id = contact."mergedIntoId"
  LEFT JOIN "user" owner ON owner.id = c."ownerId"
  LEFT JOIN api_key ON api_key.id = c."ownerId"
  LEFT JOIN queue_entry entry ON entry."conversationId" = c.id
  LEFT JOIN episode ON episode.id = c."episodeId"`;

export function conversationItem(row: ConversationItemRow): ConversationItem {
  return {
    id: row.id,
    contactId: row.contactId,
    contactName: row.contactName,
    status: row.status,
    owner: { type: row.ownerType, id: row.ownerId, epoch: row.ownerEpoch },
    ownerName: row.ownerName,
    reason: row.reason,
    teamId: row.teamId,
    priority: row.priority,
    snoozedUntil: row.snoozedUntil?.toISOString() ?? null,
    labelIds: row.labelIds,
    preview: row.lastMessagePreview,
    lastSenderType: row.lastSenderType,
    waitingSince: row.waitingSince?.toISOString() ?? null,
    lastSeq: row.nextSeq - 1,
    lastContactSeq: row.lastContactSeq,
    lastMessageAt: row.lastMessageAt.toISOString(),
    queuedAt: row.enqueuedAt?.toISOString() ?? null,
    urgent: (row.queuePriority ?? 0) > 1,
    sla: row.sla && { ...row.sla, warnAt: time(row.sla.warnAt), dueAt: time(row.sla.dueAt) },
    episode: row.episode && episodeView(row.episode),
  };
}

/** Made by to_jsonb, with an offset. */
const time = (value: string) => new Date(value).toISOString();

function episodeView(row: EpisodeRow): EpisodeView {
  const { firstSeq, closedBy, outcome, locale, pageUrl } = row;
  return {
    firstSeq,
    openedAt: time(row.openedAt),
    closedAt: row.closedAt && time(row.closedAt),
    closedBy,
    outcome,
    firstHumanResponseAt: row.firstHumanResponseAt && time(row.firstHumanResponseAt),
    locale,
    pageUrl,
  };
}

export async function findItems(
  db: RawQueries,
  workspaceId: string,
  ids: string[],
): Promise<{ item: ConversationItem; contactId: string; seen: ContactSeen }[]> {
  const rows = await db.$queryRaw<ConversationItemRow[]>`
    ${conversationItemSource} WHERE c."workspaceId" = ${workspaceId}::uuid AND c.id = ANY(${ids}::uuid[])`;
  return rows.map((row) => ({ item: conversationItem(row), contactId: row.contactId, seen: contactSeen(row) }));
}

type VisitorConversationRow = Conversation & {
  position: number | null;
  agentsOnline: boolean;
  servedLastHour: number;
  ownerName: string | null;
  csatScore: number | null;
  rateable: boolean | null;
  /** Where the contact agreed to be answered. */
  consentedEmail: string | null;
  hours: BusinessHours | null;
};

/** So long after its end an episode may still be rated, days. */
const rateableDays = 7;

/**
 * Conversations as their visitors and as agents see them, in one statement; `presenceLeaseSeconds` as in agent presence. It is run at every
 * message, and to plan it takes several times as long: where PostgreSQL cannot count the ids, it keeps one plan instead of planning anew.
 */
export async function findViews(
  db: RawQueries,
  workspaceId: string,
  ids: string[],
  presenceLeaseSeconds: number,
): Promise<{ item: ConversationItem; contactId: string; visitor: VisitorConversation }[]> {
  const rows = await db.$queryRaw<(ConversationItemRow & VisitorConversationRow)[]>`
    WITH ${presence(workspaceId, presenceLeaseSeconds)}
    SELECT found.*, presence.*,
      (SELECT score FROM csat_response WHERE "episodeId" = found."episodeId") AS "csatScore",
      (SELECT e."closedAt" > now() - make_interval(days => ${rateableDays}) AND (e."closedBy" = 'agent' OR e.outcome <> 'abandoned')
        FROM episode e WHERE e.id = found."episodeId") AS rateable,
      (SELECT email FROM contact WHERE id = found."contactId" AND "emailConsentAt" IS NOT NULL) AS "consentedEmail",
      (SELECT to_jsonb(h) FROM business_hours h WHERE h."workspaceId" = found."workspaceId") AS hours,
      CASE WHEN found."enqueuedAt" IS NOT NULL THEN (SELECT count(*)::int FROM queue_entry ahead
        WHERE ahead."workspaceId" = found."workspaceId"
          AND (ahead."orderedAt", ahead."conversationId") <= (found."orderedAt", found.id)) END AS position
    FROM presence, (${conversationItemSource}
      WHERE c."workspaceId" = ${workspaceId}::uuid AND c.id = ANY(ARRAY(SELECT unnest(${ids}::uuid[])))) found`;
  return rows.map((row) => ({
    item: conversationItem(row),
    contactId: row.contactId,
    visitor: {
      id: row.id,
      // Its owner has put it off; to the customer that is nobody's business.
      status: row.status === 'snoozed' ? 'open' : row.status,
      ownerType: row.ownerType,
      agentName: row.ownerName,
      queuePosition: row.position,
      queueWait: row.position === null ? null : waitOf(row.position, row),
      agentsOnline: row.agentsOnline,
      lastSeq: row.lastPublicSeq,
      agentReadSeq: row.agentReadSeq,
      asksEmail: asksEmail(row),
      email: row.consentedEmail,
      rating: row.status === 'resolved' && row.rateable ? { score: row.csatScore } : null,
    },
  }));
}

function asksEmail({ status, consentedEmail, agentsOnline, hours }: VisitorConversationRow): boolean {
  if (status !== 'queued' || consentedEmail !== null || !loadConfig().smtp) return false;
  return !agentsOnline || (hours !== null && !isOpen(hours, new Date()));
}

export function contactSeen(row: Conversation): ContactSeen {
  return {
    deliveredSeq: row.contactDeliveredSeq,
    deliveredAt: row.contactDeliveredAt?.toISOString() ?? null,
    readSeq: row.contactReadSeq,
    readAt: row.contactReadAt?.toISOString() ?? null,
  };
}

/** The place of everybody who waits in the workspace, 1 = next. */
export async function findQueuePlaces(
  db: RawQueries,
  workspaceId: string,
  presenceLeaseSeconds: number,
): Promise<(QueuePlace & { contactId: string })[]> {
  type Row = { contactId: string; queuePosition: number } & ServiceNow;
  const rows = await db.$queryRaw<Row[]>`
    WITH ${presence(workspaceId, presenceLeaseSeconds)}
    SELECT c."contactId", presence.*,
      (row_number() OVER (ORDER BY entry."orderedAt", entry."conversationId"))::int AS "queuePosition"
    FROM presence, queue_entry entry JOIN conversation c ON c.id = entry."conversationId"
    WHERE entry."workspaceId" = ${workspaceId}::uuid`;
  return rows.map(({ contactId, queuePosition, ...now }) => ({
    ...{ contactId, queuePosition, agentsOnline: now.agentsOnline },
    queueWait: waitOf(queuePosition, now),
  }));
}

/** `servedLastHour`: conversations that agents took up. */
interface ServiceNow {
  agentsOnline: boolean;
  servedLastHour: number;
}

function waitOf(position: number, { agentsOnline, servedLastHour }: ServiceNow): WaitEstimate | null {
  return agentsOnline ? estimateWait(position, servedLastHour, 60) : null;
}

function presence(workspaceId: string, leaseSeconds: number): Prisma.Sql {
  return Prisma.sql`presence AS (
    SELECT EXISTS (SELECT FROM agent_status WHERE "workspaceId" = ${workspaceId}::uuid AND status = 'online'
      AND "takesChats" AND "seenAt" > now() - make_interval(secs => ${leaseSeconds})) AS "agentsOnline",
    (SELECT count(*)::int FROM assignment WHERE "workspaceId" = ${workspaceId}::uuid AND "acceptedAt" > now() - interval '1 hour') AS "servedLastHour")`;
}

/** What one page of messages may hold, bytes: a socket's buffer takes several. */
const maxPageBytes = 262_144;

/** The first of `messages`, at most `limit` and at most a page's bytes, but one at least. */
export function firstPage(messages: Message[], limit: number): Message[] {
  let bytes = 0;
  const end = messages.findIndex(({ text }, index) => {
    bytes += Buffer.byteLength(text);
    return index > 0 && bytes > maxPageBytes;
  });
  return messages.slice(0, end < 0 ? limit : Math.min(end, limit));
}
