import { Prisma, type PrismaClient } from './generated/client.js';

/** What acts is a person or another program: its id is a user's or an API key's. */
export const actorName = (workspaceId: string, id: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  SELECT name FROM "user" WHERE id = ${id} AND "workspaceId" = ${workspaceId}::uuid
  UNION ALL SELECT name FROM api_key WHERE id = ${id} AND "workspaceId" = ${workspaceId}::uuid)`;

/** The names of people and programs, by id. */
export async function actorNames(
  db: Pick<PrismaClient, 'user' | 'apiKey'>,
  workspaceId: string,
  ids: string[],
): Promise<Map<string, string>> {
  const named = { where: { workspaceId, id: { in: ids } }, select: { id: true, name: true } };
  const [users, keys] = await Promise.all([db.user.findMany(named), db.apiKey.findMany(named)]);
  return new Map([...users, ...keys].map(({ id, name }) => [id, name]));
}
