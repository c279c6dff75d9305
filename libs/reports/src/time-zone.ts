import { BatonError } from '#contracts';
import { Prisma, type Database } from '#database';

/** In which the workspace's days begin. */
export async function timeZoneOf(db: Database, workspaceId: string): Promise<string> {
  const workspace = await db.workspace.findUnique({ where: { id: workspaceId }, select: { timeZone: true } });
  if (!workspace) throw new BatonError('NOT_FOUND');
  return workspace.timeZone;
}

/** The moment at which a day (YYYY-MM-DD), or one so many days later, begins there. */
export function dayBegins(day: string, timeZone: string, later = 0): Prisma.Sql {
  return Prisma.sql`((${day}::date + ${later}::int)::timestamp AT TIME ZONE ${timeZone}::text)`;
}
