import { Prisma, type Statements } from '#database';
import type { Waiting } from './routing.js';

/** The first so many are nearly always enough for whoever is free, however many wait behind them. */
const first = 100;
/** Of those alike (team, language, topic) so many are looked at in one round at least: some may have been refused by all who are free. */
const fewestAlike = 20;

/** In its order, without those on offer. */
export interface Line {
  waiting: Waiting[];
  /** The database's, by which refusals are told. */
  now: Date;
  /** Others wait behind these. */
  goesOn: boolean;
}

export async function firstInLine(db: Statements, workspaceId: string): Promise<Line> {
  const line = await find(
    db,
    Prisma.sql`${unoffered(workspaceId)} ORDER BY q."orderedAt", q."conversationId" LIMIT ${first}`,
  );
  return { ...line, goesOn: line.waiting.length === first };
}

/**
 * Of those alike no more than agents are free: the rest could not be offered, and must not stand before others who could be.
 */
export async function wholeLine(db: Statements, workspaceId: string, free: number): Promise<Line> {
  const line = await find(
    db,
    Prisma.sql`
      SELECT * FROM (
        SELECT *, row_number() OVER (
          PARTITION BY "teamId", language, topic, "agentId" ORDER BY "orderedAt", "conversationId") AS n
        FROM (${unoffered(workspaceId)}) unoffered
      ) numbered
      WHERE n <= ${Math.max(free, fewestAlike)}`,
  );
  return { ...line, goesOn: false };
}

const unoffered = (workspaceId: string) => Prisma.sql`
  SELECT q.*, c."teamId" FROM queue_entry q JOIN conversation c ON c.id = q."conversationId" AND c."workspaceId" = q."workspaceId"
  WHERE q."workspaceId" = ${workspaceId}::uuid AND NOT EXISTS (
    SELECT FROM assignment WHERE "conversationId" = q."conversationId" AND status = 'offered')`;

async function find(db: Statements, entries: Prisma.Sql): Promise<Omit<Line, 'goesOn'>> {
  type Row = Omit<Waiting, 'refusals'> & { now: Date; refusals: [string, number][] };
  const rows = await db.$queryRaw<Row[]>`
    SELECT now() AS now, entry."conversationId", entry."teamId", entry.language, entry.topic, entry."agentId",
      (SELECT "createdAt" FROM escalation WHERE id = entry."escalationId") AS since, ARRAY(
        SELECT json_build_array("agentId", extract(epoch FROM max("endedAt")) * 1000) FROM assignment
        WHERE "conversationId" = entry."conversationId" AND status IN ('declined', 'timed_out') GROUP BY "agentId"
      ) AS refusals
    FROM (${entries}) entry ORDER BY entry."orderedAt", entry."conversationId"`;
  const waiting = rows.map(({ refusals, ...row }) => ({
    ...row,
    refusals: new Map(refusals.map(([agentId, at]) => [agentId, new Date(at)])),
  }));
  return { waiting, now: rows[0]?.now ?? new Date(0) };
}
