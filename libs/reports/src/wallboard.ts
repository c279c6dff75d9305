import { Inject, Injectable } from '@nestjs/common';
import type { Wallboard } from '#contracts';
import { loadConfig } from '#config';
import { DATABASE, type Database } from '#database';
import { durationsOf } from './figures.js';
import { timeZoneOf } from './time-zone.js';

interface Now {
  waiting: number;
  urgent: number;
  waitingSince: Date | null;
  withBot: number;
  withAgents: number;
  promised: boolean;
  atRisk: number;
  breached: number;
}

interface Today {
  opened: number;
  closedByBot: number;
  handedOver: number;
  firstResponses: number;
  firstResponse: [number, number] | null;
}

/** How things stand at this moment. */
@Injectable()
export class Wallboards {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  async wallboard(workspaceId: string): Promise<Wallboard> {
    const timeZone = await timeZoneOf(this.db, workspaceId);
    const [now, agents, today] = await Promise.all([
      this.now(workspaceId),
      this.agents(workspaceId),
      this.today(workspaceId, timeZone),
    ]);
    const { waiting, urgent, waitingSince, withBot, withAgents, promised, atRisk, breached } = now;
    const { opened, closedByBot, handedOver, firstResponses, firstResponse } = today;
    return {
      waiting,
      urgent,
      waitingSince: waitingSince?.toISOString() ?? null,
      withBot,
      withAgents,
      sla: promised ? { atRisk, breached } : null,
      agents,
      today: { opened, closedByBot, handedOver, firstResponse: durationsOf(firstResponses, firstResponse) },
    };
  }

  /** A timer that has run out counts for as long as people have the conversation. */
  private async now(workspaceId: string): Promise<Now> {
    const [row] = await this.db.$queryRaw<Now[]>`
      SELECT queue.*, owned.*, timer.*, EXISTS (SELECT FROM sla_policy WHERE "workspaceId" = ${workspaceId}::uuid
        AND coalesce("firstResponseSeconds", "nextResponseSeconds", "resolutionSeconds") IS NOT NULL) AS promised
      FROM (
        SELECT count(*)::int AS waiting, count(*) FILTER (WHERE priority > 0)::int AS urgent, min("enqueuedAt") AS "waitingSince"
        FROM queue_entry WHERE "workspaceId" = ${workspaceId}::uuid
      ) queue, (
        SELECT count(*) FILTER (WHERE status = 'bot' AND "episodeId" IS NOT NULL)::int AS "withBot",
          count(*) FILTER (WHERE status = 'open')::int AS "withAgents"
        FROM conversation WHERE "workspaceId" = ${workspaceId}::uuid AND status IN ('bot', 'open')
      ) owned, (
        SELECT count(*) FILTER (WHERE t."breachedAt" IS NULL AND t."warnAt" <= now())::int AS "atRisk",
          count(*) FILTER (WHERE t."breachedAt" IS NOT NULL)::int AS breached
        FROM sla_timer t JOIN conversation c ON c.id = t."conversationId" AND c."episodeId" = t."episodeId" AND c.status IN ('queued', 'open')
        WHERE t."workspaceId" = ${workspaceId}::uuid AND t."metAt" IS NULL AND t."cancelledAt" IS NULL
      ) timer`;
    return row!;
  }

  /** Who takes chats, or has some; there is as in agent presence. */
  private agents(workspaceId: string): Promise<Wallboard['agents']> {
    return this.db.$queryRaw<Wallboard['agents']>`
      SELECT * FROM (
        SELECT u.id, u.name, s.capacity,
          CASE WHEN s."seenAt" > now() - make_interval(secs => ${loadConfig().presenceLeaseSeconds}) THEN s.status::text ELSE 'offline' END AS status,
          ((SELECT count(*) FROM conversation c WHERE c."workspaceId" = ${workspaceId}::uuid AND c."ownerId" = u.id AND c.status = 'open')
            + (SELECT count(*) FROM assignment a WHERE a."workspaceId" = ${workspaceId}::uuid AND a."agentId" = u.id
              AND a.status = 'offered'))::int AS load, s."takesChats"
        FROM agent_status s JOIN "user" u ON u.id = s."userId"
        WHERE s."workspaceId" = ${workspaceId}::uuid AND u."disabledAt" IS NULL
      ) agent WHERE "takesChats" OR load > 0
      ORDER BY array_position(ARRAY['online', 'busy', 'away', 'offline'], status), name`;
  }

  private async today(workspaceId: string, timeZone: string): Promise<Today> {
    const [row] = await this.db.$queryRaw<Today[]>`
      SELECT count(*)::int AS opened, count(*) FILTER (WHERE e."closedBy" = 'bot')::int AS "closedByBot",
        count("escalatedAt")::int AS "handedOver", count("firstResponse")::int AS "firstResponses",
        percentile_disc(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY "firstResponse") AS "firstResponse"
      FROM episode e
      LEFT JOIN LATERAL (SELECT min(x."createdAt") AS "escalatedAt" FROM escalation x WHERE x."episodeId" = e.id) x ON true
      CROSS JOIN LATERAL (SELECT extract(epoch FROM e."firstHumanResponseAt" - x."escalatedAt")::float8 AS "firstResponse") f
      WHERE e."workspaceId" = ${workspaceId}::uuid
        AND e."openedAt" >= date_trunc('day', now() AT TIME ZONE ${timeZone}::text) AT TIME ZONE ${timeZone}::text`;
    return row!;
  }
}
