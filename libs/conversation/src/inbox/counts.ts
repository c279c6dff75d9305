import type { InboxCounts, InboxView, ReadMark } from '#contracts';
import { Prisma, type RawQueries } from '#database';
import type { AgentActor } from '../actors.js';
import { viewCondition } from './list-conditions.js';

const countLimit = 1000;

/** At most `countLimit` each, so that a workspace of a million conversations counts as fast as a small one. */
export async function inboxCounts(db: RawQueries, { workspaceId, userId }: AgentActor): Promise<InboxCounts> {
  const conversations = (condition: Prisma.Sql): Prisma.Sql => Prisma.sql`(SELECT count(*)::int FROM (
    SELECT FROM conversation c WHERE c."workspaceId" = ${workspaceId}::uuid AND ${condition} LIMIT ${countLimit}) counted)`;
  const view = (name: InboxView) => conversations(viewCondition(name, userId));
  const unread = Prisma.sql`${viewCondition('mine', userId)} AND c."lastContactSeq" > coalesce((
    SELECT "readSeq" FROM conversation_read WHERE "userId" = ${userId}::uuid AND "conversationId" = c.id), 0)`;
  const [counts] = await db.$queryRaw<InboxCounts[]>`
    SELECT (SELECT count(*)::int FROM queue_entry WHERE "workspaceId" = ${workspaceId}::uuid) AS waiting,
      ${view('mine')} AS mine, ${view('bot')} AS bot, ${view('team')} AS team, ${view('all')} AS "all",
      ${view('snoozed')} AS snoozed, ${conversations(unread)} AS unread,
      (SELECT count(DISTINCT "conversationId")::int FROM mention
        WHERE "userId" = ${userId}::uuid AND "workspaceId" = ${workspaceId}::uuid AND "readAt" IS NULL) AS mentions`;
  return counts!;
}

/** How far the agent has read each; nothing of those never read. */
export function readMarks(db: RawQueries, { workspaceId, userId }: AgentActor, ids: string[]): Promise<ReadMark[]> {
  return db.$queryRaw`
    SELECT "conversationId", "readSeq" FROM conversation_read
    WHERE "userId" = ${userId}::uuid AND "workspaceId" = ${workspaceId}::uuid AND "conversationId" = ANY(${ids}::uuid[])`;
}
