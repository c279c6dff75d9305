import { Prisma } from '#database';

/** Whose episodes, and from which moment on they were opened. */
export interface Scope {
  workspaceId: string;
  from: Prisma.Sql;
}

/** A customer who is back about the same within this time was not helped. */
const recontactHours = 24;
/** Of 1 to 5: says that it helped, and that it did not. */
export const positiveScore = 4;
const negativeScore = 2;

/**
 * A WITH list that ends in `facts`: a row for each episode that was opened from then on, read from the raw rows alone. docs/reports.md says
 * the same in words. Episodes in which nothing was asked, manners alone, are left out. Episodes after a report's end are in it: they
 * tell who came back.
 */
export function episodeFacts({ workspaceId, from }: Scope): Prisma.Sql {
  const workspace = Prisma.sql`${workspaceId}::uuid`;
  return Prisma.sql`
    decided AS (
      SELECT "episodeId",
        bool_or(asks AND kind <> 'escalate') AS involved,
        NOT bool_or(asks) AS "mannersOnly",
        max("createdAt") FILTER (WHERE asks) AS "decidedAt",
        max("createdAt") FILTER (WHERE asks AND kind = 'answer') AS "answeredAt",
        max("createdAt") FILTER (WHERE "smallTalk" = 'thanks') AS "thankedAt",
        (array_agg("intentId" ORDER BY "createdAt" DESC, "messageId" DESC) FILTER (WHERE asks AND "intentId" IS NOT NULL))[1] AS "intentId"
      FROM (SELECT *, kind <> 'small_talk' AND "smallTalk" IS NULL AS asks FROM decision
        WHERE "workspaceId" = ${workspace} AND "createdAt" >= ${from}) decision
      GROUP BY "episodeId"
    ), escalated AS (
      SELECT "episodeId", min("createdAt") AS "escalatedAt" FROM escalation
      WHERE "workspaceId" = ${workspace} AND "createdAt" >= ${from} GROUP BY "episodeId"
    ), accepted AS (
      SELECT e.id AS "episodeId", min(a."acceptedAt") FILTER (WHERE a."acceptedAt" >= x."escalatedAt") AS first, max(a."acceptedAt") AS last
      FROM assignment a
      JOIN episode e ON e."conversationId" = a."conversationId" AND a."acceptedAt" BETWEEN e."openedAt" AND coalesce(e."closedAt", a."acceptedAt")
      LEFT JOIN escalated x ON x."episodeId" = e.id
      WHERE a."workspaceId" = ${workspace} AND a."acceptedAt" >= ${from} AND e."openedAt" >= ${from}
      GROUP BY e.id
    ), asked AS (
      SELECT e.*, coalesce(d.involved, false) AS involved, d."decidedAt" = d."answeredAt" AND d."thankedAt" > d."answeredAt" AS thanked,
        CASE WHEN r.kind IN ('confirmed', 'corrected') THEN r."intentId"
          WHEN r.kind IS DISTINCT FROM 'out_of_scope' THEN d."intentId" END AS "intentId",
        r."agentId", x."escalatedAt", a.first AS "acceptedAt", a.last AS "lastAcceptedAt", c.score, c."answeredBy"
      FROM episode e
      LEFT JOIN decided d ON d."episodeId" = e.id
      LEFT JOIN escalated x ON x."episodeId" = e.id
      LEFT JOIN accepted a ON a."episodeId" = e.id
      LEFT JOIN resolution r ON r."episodeId" = e.id
      LEFT JOIN csat_response c ON c."episodeId" = e.id
      WHERE e."workspaceId" = ${workspace} AND e."openedAt" >= ${from}
        AND NOT (coalesce(d."mannersOnly", false) AND x."escalatedAt" IS NULL AND e.outcome IS DISTINCT FROM 'handed_off')
    ), followed AS (
      SELECT *, lead("openedAt") OVER next < "closedAt" + make_interval(hours => ${recontactHours}::int)
        AND coalesce(lead("intentId") OVER next = "intentId", true) AS "backAboutIt"
      FROM asked WINDOW next AS (PARTITION BY "conversationId" ORDER BY "firstSeq")
    ), facts AS (
      SELECT "openedAt", "closedAt", "intentId", "agentId", involved, score, "answeredBy",
        CASE WHEN outcome IS NULL OR outcome = 'handed_off' THEN outcome::text
          WHEN coalesce("backAboutIt", false) THEN 'recontacted'
          WHEN involved AND ("answeredBy" = 'bot' AND score >= ${positiveScore}::int OR coalesce(thanked, false)) THEN 'confirmed'
          WHEN involved AND outcome = 'assumed' AND NOT coalesce("answeredBy" = 'bot' AND score <= ${negativeScore}::int, false) THEN 'assumed'
          ELSE 'abandoned' END AS outcome,
        extract(epoch FROM "firstHumanResponseAt" - "escalatedAt")::float8 AS "firstResponse",
        extract(epoch FROM "acceptedAt" - "escalatedAt")::float8 AS waiting,
        CASE WHEN "closedBy" = 'agent' THEN extract(epoch FROM "closedAt" - "lastAcceptedAt")::float8 END AS handling
      FROM followed
    )`;
}
