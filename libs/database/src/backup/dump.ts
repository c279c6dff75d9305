import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to } from 'pg-copy-streams';
import { quoted, tableFile, writeManifest, type Manifest } from './manifest.js';

const columns = `
  SELECT c.relname AS "table", array_agg(a.attname ORDER BY a.attnum)::text[] AS columns
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
    AND a.attgenerated = '' AND c.relname <> '_prisma_migrations'
  GROUP BY c.relname ORDER BY c.relname`;

const references = `
  SELECT conrelid::regclass::text AS child, confrelid::regclass::text AS parent FROM pg_constraint
  WHERE contype = 'f' AND connamespace = 'public'::regnamespace`;

/**
 * Writes every table into `dir`, one compressed file each, as they all stood at one moment: the services may go on meanwhile. It needs
 * neither pg_dump, which the embedded PostgreSQL lacks, nor a superuser.
 */
export async function dump(databaseUrl: string, dir: string): Promise<Manifest> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows: applied } = await client.query<{ name: string }>(
      'SELECT migration_name AS name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name',
    );
    const manifest: Manifest = {
      format: 1,
      takenAt: new Date().toISOString(),
      migrations: applied.map(({ name }) => name),
      tables: [],
    };
    for (const table of await tablesOf(client)) {
      const list = table.columns.map(quoted).join(', ');
      const source = client.query(to(`COPY ${quoted(table.name)} (${list}) TO STDOUT`));
      await pipeline(source, createGzip(), createWriteStream(tableFile(dir, table.name), { mode: 0o600 }));
      manifest.tables.push({ ...table, rows: source.rowCount ?? 0 });
    }
    await writeManifest(dir, manifest);
    return manifest;
  } finally {
    await client.end();
  }
}

/** Parents before children, so that they can be filled in this order. */
async function tablesOf(client: pg.Client): Promise<{ name: string; columns: string[] }[]> {
  const { rows } = await client.query<{ table: string; columns: string[] }>(columns);
  const { rows: links } = await client.query<{ child: string; parent: string }>(references);
  const unquoted = links.map(({ child, parent }) => [child.replaceAll('"', ''), parent.replaceAll('"', '')] as const);
  const ordered: { name: string; columns: string[] }[] = [];
  let left = rows.map((row) => ({ name: row.table, columns: row.columns }));
  while (left.length > 0) {
    const waits = (name: string) =>
      unquoted.some(
        ([child, parent]) => child === name && parent !== name && left.some((table) => table.name === parent),
      );
    const next = left.filter(({ name }) => !waits(name));
    if (next.length === 0)
      throw new Error('Tables refer to each other in a circle; they cannot be restored in any order.');
    ordered.push(...next);
    left = left.filter((table) => !next.includes(table));
  }
  return ordered;
}
