import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const manifest = z.object({
  format: z.literal(1),
  takenAt: z.string(),
  /** Those that made the tables, in their order. */
  migrations: z.array(z.string()),
  /** Parents before children. */
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.number().int() })),
});
export type Manifest = z.output<typeof manifest>;

const file = (dir: string) => join(dir, 'manifest.json');
export const tableFile = (dir: string, table: string) => join(dir, `${table}.copy.gz`);
/** For statements: the names come from the catalogue or from a manifest. */
export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

export async function writeManifest(dir: string, content: Manifest): Promise<void> {
  await writeFile(file(dir), `${JSON.stringify(content, null, 2)}\n`);
}

/** Throws when the folder is no backup that this version can read. */
export async function readManifest(dir: string): Promise<Manifest> {
  return manifest.parse(JSON.parse(await readFile(file(dir), 'utf8')));
}
