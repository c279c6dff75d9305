import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Somebody may still be writing to a younger one, ms. */
const leastAgeMs = 3_600_000;

/** Removes what lies in `parent` but what `isNeeded` names, once nothing has been written there for an hour. Returns how much. */
export async function removeFolders(parent: string, isNeeded: (name: string) => boolean): Promise<number> {
  const names = await readdir(parent).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  let removed = 0;
  for (const name of names.filter((each) => !isNeeded(each))) {
    const path = join(parent, name);
    if (Date.now() - (await stat(path)).mtimeMs < leastAgeMs) continue;
    await rm(path, { recursive: true, force: true });
    removed += 1;
  }
  return removed;
}
