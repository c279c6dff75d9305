import { Inject, Injectable } from '@nestjs/common';
import type { Report, ReportGrouping } from '#contracts';
import { actorName, DATABASE, Prisma, type Database } from '#database';
import { episodeFacts, positiveScore } from './episode-facts.js';
import { figuresOf, noEpisodes } from './figures.js';
import { groupsOf, type CountedGroup } from './groups.js';
import { dayBegins, timeZoneOf } from './time-zone.js';

export interface ReportInput {
  /** Days in the workspace's time zone, both included. */
  from: string;
  to: string;
  by: ReportGrouping;
}

/** Figures of the episodes that were opened in a range of days, counted from raw rows whenever somebody asks. */
@Injectable()
export class Reports {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  async report(workspaceId: string, { from, to, by }: ReportInput): Promise<Report> {
    const timeZone = await timeZoneOf(this.db, workspaceId);
    const rows = await this.db.$queryRaw<(CountedGroup & { isTotal: boolean })[]>`
      WITH ${episodeFacts({ workspaceId, from: dayBegins(from, timeZone) })}, grouped AS (
        SELECT ${keyOf(by, timeZone)} AS key, * FROM facts WHERE "openedAt" < ${dayBegins(to, timeZone, 1)}
      ), counted AS (${counts})
      SELECT counted.*, ${titleOf(by, workspaceId)} AS title FROM counted`;
    const total = rows.find(({ isTotal }) => isTotal) ?? noEpisodes;
    const groups = groupsOf(
      by,
      { from, to },
      rows.filter(({ isTotal }) => !isTotal),
    );
    return { timeZone, total: figuresOf(total), groups };
  }
}

function keyOf(by: ReportGrouping, timeZone: string): Prisma.Sql {
  const local = Prisma.sql`"openedAt" AT TIME ZONE ${timeZone}::text`;
  switch (by) {
    case 'day':
      return Prisma.sql`to_char(${local}, 'YYYY-MM-DD')`;
    case 'hour':
      return Prisma.sql`extract(hour FROM ${local})::int::text`;
    case 'intent':
      return Prisma.sql`"intentId"::text`;
    case 'agent':
      return Prisma.sql`"agentId"::text`;
  }
}

/** The facts hold ids of their own workspace alone. */
function titleOf(by: ReportGrouping, workspaceId: string): Prisma.Sql {
  switch (by) {
    case 'intent':
      return Prisma.sql`(SELECT intent.title FROM intent WHERE intent.id::text = counted.key)`;
    case 'agent':
      return actorName(workspaceId, Prisma.sql`counted.key::uuid`);
    default:
      return Prisma.sql`NULL`;
  }
}

const with2 = (column: Prisma.Sql) => Prisma.sql`percentile_disc(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY ${column})`;
const of = (outcome: string) => Prisma.sql`count(*) FILTER (WHERE outcome = ${outcome})::int`;
const positive = Prisma.sql`score >= ${positiveScore}::int`;

/** By key, and one row for all of them together. */
const counts = Prisma.sql`
  SELECT key, grouping(key) = 1 AS "isTotal", count(*)::int AS opened, count("closedAt")::int AS closed,
    count(*) FILTER (WHERE "closedAt" IS NOT NULL AND involved)::int AS involved,
    ${of('confirmed')} AS confirmed, ${of('assumed')} AS assumed, ${of('recontacted')} AS recontacted,
    ${of('abandoned')} AS abandoned, ${of('handed_off')} AS "handedOff",
    count("firstResponse")::int AS "firstResponses", ${with2(Prisma.sql`"firstResponse"`)} AS "firstResponse",
    count(waiting)::int AS waits, ${with2(Prisma.sql`waiting`)} AS waiting,
    count(handling)::int AS handled, ${with2(Prisma.sql`handling`)} AS handling,
    count(*) FILTER (WHERE "answeredBy" = 'bot')::int AS "botRatings",
    count(*) FILTER (WHERE "answeredBy" = 'bot' AND ${positive})::int AS "botPositive",
    coalesce(sum(score) FILTER (WHERE "answeredBy" = 'bot'), 0)::int AS "botScores",
    count(*) FILTER (WHERE "answeredBy" = 'agent')::int AS "agentRatings",
    count(*) FILTER (WHERE "answeredBy" = 'agent' AND ${positive})::int AS "agentPositive",
    coalesce(sum(score) FILTER (WHERE "answeredBy" = 'agent'), 0)::int AS "agentScores"
  FROM grouped GROUP BY GROUPING SETS ((key), ())`;
