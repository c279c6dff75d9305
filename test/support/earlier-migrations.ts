import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { atEnd } from './at-end.js';
import { temporaryFolder } from './temporary-folder.js';

const migrations = 'prisma/migrations';

/** A folder of the migrations that came before the named one, for `migrate`. */
export function migrationsBefore(migration: string): string {
  const earlier = temporaryFolder();
  atEnd(() => rmSync(earlier, { recursive: true, force: true }));
  for (const name of readdirSync(migrations)) {
    if (name < migration) cpSync(join(migrations, name), join(earlier, name), { recursive: true });
  }
  return earlier;
}
