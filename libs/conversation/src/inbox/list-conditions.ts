import type { InboxCursor, InboxFilter, InboxQuery, InboxSort, InboxView } from '#contracts';
import { Prisma } from '#database';

/** In which order a view stands where nobody chose one: `line` is that of the waiting line. */
type Order = InboxSort | 'line';

export const orderOf = ({ view, sort }: InboxQuery): Order => sort ?? (view === 'waiting' ? 'line' : 'newest');

export function viewCondition(view: InboxView, userId: string): Prisma.Sql {
  switch (view) {
    case 'waiting':
      return Prisma.sql`entry."enqueuedAt" IS NOT NULL`;
    case 'mine':
      return Prisma.sql`c."ownerId" = ${userId}::uuid AND c.status = 'open'`;
    case 'bot':
      return Prisma.sql`c.status = 'bot'`;
    case 'team':
      return Prisma.sql`c."teamId" IN (SELECT "teamId" FROM team_member WHERE "userId" = ${userId}::uuid)
        AND c.status IN ('bot', 'queued', 'open', 'snoozed')`;
    case 'mentions':
      return Prisma.sql`c.id IN (SELECT "conversationId" FROM mention WHERE "userId" = ${userId}::uuid)`;
    case 'all': // a list, not "<> 'resolved'", which no index answers
      return Prisma.sql`c.status IN ('bot', 'queued', 'open', 'snoozed')`;
    case 'snoozed':
      return Prisma.sql`c."ownerId" = ${userId}::uuid AND c.status = 'snoozed'`;
    case 'resolved':
      return Prisma.sql`c.status = 'resolved'`;
  }
}

/** AND … for each field of the filter that is not empty. */
export function filterCondition(filter: InboxFilter): Prisma.Sql {
  const { teamIds, labelIds, agentIds, intents, reasons, languages, olderThanHours, newerThanHours } = filter;
  const conditions = [
    teamIds.length > 0 && Prisma.sql`c."teamId" = ANY(${teamIds}::uuid[])`,
    agentIds.length > 0 && Prisma.sql`c."ownerId" = ANY(${agentIds}::uuid[])`,
    labelIds.length > 0 &&
      Prisma.sql`EXISTS (SELECT FROM conversation_label WHERE "conversationId" = c.id AND "labelId" = ANY(${labelIds}::uuid[]))`,
    intents.length > 0 &&
      Prisma.sql`(SELECT "topK" -> 0 ->> 'intent' FROM prediction WHERE "conversationId" = c.id
        ORDER BY "createdAt" DESC LIMIT 1) = ANY(${intents}::text[])`,
    reasons.length > 0 && Prisma.sql`c.reason = ANY(${reasons}::"EscalationReason"[])`,
    languages.length > 0 &&
      Prisma.sql`split_part(translate(lower(episode.locale), '_', '-'), '-', 1) = ANY(${languages}::text[])`,
    olderThanHours !== null && Prisma.sql`episode."openedAt" < now() - make_interval(hours => ${olderThanHours}::int)`,
    newerThanHours !== null && Prisma.sql`episode."openedAt" > now() - make_interval(hours => ${newerThanHours}::int)`,
  ].filter((condition) => condition !== false);
  return conditions.length > 0 ? Prisma.sql`AND ${Prisma.join(conditions, ' AND ')}` : Prisma.empty;
}

/** When the next promise is due that nobody has kept yet. */
export const slaDueAt = Prisma.sql`(SELECT min("dueAt") FROM sla_timer
  WHERE "conversationId" = c.id AND "metAt" IS NULL AND "cancelledAt" IS NULL)`;

const order: Record<Order, Prisma.Sql> = {
  line: Prisma.sql`entry."orderedAt", c.id`,
  newest: Prisma.sql`c."lastMessageAt" DESC, c.id DESC`,
  oldest: Prisma.sql`c."lastMessageAt", c.id`,
  waiting_longest: Prisma.sql`c."waitingSince", c.id`,
  priority: Prisma.sql`c.priority DESC, c."lastMessageAt" DESC, c.id DESC`,
  sla: Prisma.sql`${slaDueAt}, c.id`,
};

export const orderBy = (by: Order): Prisma.Sql => Prisma.sql`ORDER BY ${order[by]}`;

/** AND …: what comes after the page's last row. */
export function pageCondition(by: Order, after: InboxCursor): Prisma.Sql {
  const { at, id, rank } = after;
  switch (by) {
    case 'line':
      return Prisma.sql`AND (entry."orderedAt", c.id) > (${at}, ${id}::uuid)`;
    case 'newest':
      return Prisma.sql`AND (c."lastMessageAt", c.id) < (${at}, ${id}::uuid)`;
    case 'oldest':
      return Prisma.sql`AND (c."lastMessageAt", c.id) > (${at}, ${id}::uuid)`;
    case 'priority':
      return Prisma.sql`AND (c.priority, c."lastMessageAt", c.id)
        < (${priorities[rank] ?? 'low'}::"ConversationPriority", ${at}, ${id}::uuid)`;
    case 'waiting_longest':
      return afterTime(Prisma.sql`c."waitingSince"`, at, id);
    case 'sla':
      return afterTime(slaDueAt, at, id);
  }
}

/** In the order of the database's enum. */
export const priorities = ['low', 'normal', 'high', 'urgent'] as const;

/** What has no such time comes last. */
function afterTime(time: Prisma.Sql, at: Date | null, id: string): Prisma.Sql {
  return at === null
    ? Prisma.sql`AND ${time} IS NULL AND c.id > ${id}::uuid`
    : Prisma.sql`AND ((${time}, c.id) > (${at}, ${id}::uuid) OR ${time} IS NULL)`;
}
