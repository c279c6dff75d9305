import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { from } from 'pg-copy-streams';
import { migrate, migrationNames } from '../migrate.js';
import { quoted, readManifest, tableFile, type Manifest } from './manifest.js';

/** Why a backup cannot be restored here; the sentence says what to do. */
export class CannotRestore extends Error {}

/**
 * Fills an empty database from the folder that `dump` wrote: first the tables as they were then, then the rows in one transaction, then
 * the migrations that came since. A backup of a newer version, or a database that holds a workspace, is refused.
 */
export async function restore(databaseUrl: string, dir: string, migrations = 'prisma/migrations'): Promise<Manifest> {
  const manifest = await readManifest(dir).catch((cause: unknown) => {
    throw new CannotRestore(`${dir} is no backup: give the folder that \`baton backup\` wrote.`, { cause });
  });
  const known = await migrationNames(migrations);
  const newer = manifest.migrations.filter((name) => !known.includes(name));
  if (newer.length > 0) throw new CannotRestore('The backup is of a newer Baton. Restore it with that version.');
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await clear(client);
    await migrate(databaseUrl, migrations, manifest.migrations);
    await client.query('BEGIN');
    for (const table of manifest.tables) await fill(client, dir, table);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
  await migrate(databaseUrl, migrations);
  return manifest;
}

/** A first start has made tables, perhaps of a later version. They go, unless a workspace is in them. */
async function clear(client: pg.Client): Promise<void> {
  const { rows: found } = await client.query<{ name: string | null }>(
    `SELECT to_regclass('public.workspace')::text AS name`,
  );
  if (found[0]!.name) {
    const { rows } = await client.query<{ n: number }>('SELECT count(*)::int AS n FROM workspace');
    if (rows[0]!.n > 0) {
      throw new CannotRestore(
        'The database holds a workspace, and a restore would end it. Set DATABASE_URL or BATON_DATA_DIR to an empty one.',
      );
    }
  }
  await client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
}

async function fill(
  client: pg.Client,
  dir: string,
  { name, columns, rows }: Manifest['tables'][number],
): Promise<void> {
  const target = client.query(from(`COPY ${quoted(name)} (${columns.map(quoted).join(', ')}) FROM STDIN`));
  await pipeline(createReadStream(tableFile(dir, name)), createGunzip(), target);
  if (target.rowCount !== rows) {
    throw new CannotRestore(`${name} has ${target.rowCount} rows, and the backup says ${rows}: the copy is damaged.`);
  }
}
