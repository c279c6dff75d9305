import { Inject, Injectable } from '@nestjs/common';
import { webOrigin, type WidgetSighting } from '#contracts';
import { DATABASE, Statements, type Database } from '#database';
import { findInbox } from './inboxes.js';

/** Anybody can make origins up: so many of an inbox are kept, the newest. */
const keptOrigins = 50;
/** One that is busy is written down this often, seconds. */
const everySeconds = 60;

/** What a page that is no website, such as a file, gives as its origin. */
const noSite = 'null';

/** From which sites the widget was asked for. */
@Injectable()
export class Sightings {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly statements: Statements,
  ) {}

  /** Newest first. Throws NOT_FOUND. */
  async list(workspaceId: string, inboxId: string): Promise<WidgetSighting[]> {
    await findInbox(this.db, workspaceId, inboxId);
    const sightings = await this.db.widgetSighting.findMany({
      where: { workspaceId, inboxId },
      orderBy: { seenAt: 'desc' },
    });
    return sightings.map(({ origin, pageUrl, allowed, seenAt }) => ({
      ...{ origin, pageUrl, allowed },
      seenAt: seenAt.toISOString(),
    }));
  }

  /** Looks before it writes, because this happens at every page of the shop. What sends no origin is no browser. */
  async saw(
    { id: inboxId, workspaceId }: { id: string; workspaceId: string },
    origin: string | undefined,
    sighting: { pageUrl: string | null; allowed: boolean },
  ): Promise<void> {
    if (origin !== noSite && !webOrigin.safeParse(origin).success) return;
    const { pageUrl, allowed } = sighting;
    const written = await this.statements.$executeRaw`
      INSERT INTO widget_sighting ("inboxId", origin, "workspaceId", "pageUrl", allowed, "seenAt")
      SELECT ${inboxId}::uuid, ${origin}, ${workspaceId}::uuid, ${pageUrl}, ${allowed}, now()
      WHERE NOT EXISTS (SELECT FROM widget_sighting WHERE "inboxId" = ${inboxId}::uuid AND origin = ${origin}
        AND allowed = ${allowed} AND "seenAt" > now() - make_interval(secs => ${everySeconds}))
      ON CONFLICT ("inboxId", origin) DO UPDATE
        SET "pageUrl" = excluded."pageUrl", allowed = excluded.allowed, "seenAt" = excluded."seenAt"`;
    if (written === 0) return;
    await this.statements.$executeRaw`
      DELETE FROM widget_sighting WHERE "inboxId" = ${inboxId}::uuid AND origin IN (
        SELECT origin FROM widget_sighting WHERE "inboxId" = ${inboxId}::uuid ORDER BY "seenAt" DESC, origin OFFSET ${keptOrigins})`;
  }
}
