import { createWriteStream, existsSync, mkdirSync, renameSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';

/** What all processes write goes to data/logs/baton.log; the file of the start before is kept beside it. */
export function openLog(dataDir: string): WriteStream {
  const folder = join(dataDir, 'logs');
  const path = join(folder, 'baton.log');
  mkdirSync(folder, { recursive: true });
  if (existsSync(path)) renameSync(path, join(folder, 'baton.previous.log'));
  return createWriteStream(path);
}
