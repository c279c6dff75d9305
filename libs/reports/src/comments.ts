import { Inject, Injectable } from '@nestjs/common';
import type { CsatComments } from '#contracts';
import { actorName, DATABASE, Prisma, type Database } from '#database';
import { dayBegins, timeZoneOf } from './time-zone.js';

const most = 50;

interface CommentRow extends Omit<CsatComments['comments'][number], 'createdAt'> {
  createdAt: Date;
}

/** What customers wrote beside their score. */
@Injectable()
export class Comments {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /** The newest of those that were given in these days of the workspace's time zone. */
  async comments(workspaceId: string, { from, to }: { from: string; to: string }): Promise<CsatComments> {
    const timeZone = await timeZoneOf(this.db, workspaceId);
    const rows = await this.db.$queryRaw<CommentRow[]>`
      SELECT c.id, c."conversationId", c.score, c.comment, c."answeredBy"::text, ${actorName(workspaceId, Prisma.sql`c."agentId"`)} AS "agentName", c."createdAt"
      FROM csat_response c
      WHERE c."workspaceId" = ${workspaceId}::uuid AND c.comment <> ''
        AND c."createdAt" >= ${dayBegins(from, timeZone)} AND c."createdAt" < ${dayBegins(to, timeZone, 1)}
      ORDER BY c."createdAt" DESC, c.id LIMIT ${most}`;
    return { comments: rows.map(({ createdAt, ...row }) => ({ ...row, createdAt: createdAt.toISOString() })) };
  }
}
