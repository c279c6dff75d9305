import { ModelError } from '#contracts';
import { createDatabase, isUnavailable, type Database } from '#database';
import { databaseUrl } from './database-url.js';

/** Opens the database for `work`, and closes it. */
export async function withDatabase<T>(work: (db: Database) => Promise<T>): Promise<T> {
  const db = createDatabase(databaseUrl(), 2);
  try {
    return await work(db);
  } catch (error) {
    throw isUnavailable(error) ? new ModelError('DATABASE_CLOSED') : error;
  } finally {
    await db.$disconnect();
  }
}

/** The only workspace, or the one named. */
export async function findWorkspace(db: Database, slug?: string): Promise<string> {
  const all = await db.workspace.findMany({ select: { id: true, slug: true } });
  const matching = slug ? all.filter((workspace) => workspace.slug === slug) : all;
  if (matching.length === 1) return matching[0]!.id;
  throw new ModelError('WORKSPACE_NOT_ONE', { found: all.map((workspace) => workspace.slug).join(', ') || 'none yet' });
}
