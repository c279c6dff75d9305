import { statfsSync } from 'node:fs';
import { CannotStart } from '#local-services';

/** Room for the databases to begin with: PostgreSQL alone takes 50 MB and writes its log in files of 16 MB. */
const LEAST_FREE_MEGABYTES = 300;

export function requireSpace(dataDir: string): void {
  const { bavail, bsize } = statfsSync(dataDir);
  const free = Math.floor((bavail * bsize) / 1e6);
  if (free >= LEAST_FREE_MEGABYTES) return;
  throw new CannotStart(
    `Only ${free} MB are free where ${dataDir} lies and ${LEAST_FREE_MEGABYTES} MB are needed: free some space, or set BATON_DATA_DIR to a folder on another disk.`,
  );
}
