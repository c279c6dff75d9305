import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Program } from './program.js';
import { freePort } from './ports.js';
import { postgresReady, postgresUrl, preparePostgres } from './postgres.js';
import { prepareRedis, redisReady } from './redis.js';
import { loadSecrets, type Secrets } from './secrets.js';

/** The value of DATABASE_URL or REDIS_URL when nobody set it. */
export const EMBEDDED = 'embedded';

export interface Databases {
  databaseUrl: string;
  redisUrl: string;
  /** What the launcher runs itself, in the order of starting; empty when both URLs are set. */
  programs: Program[];
}

/** Where the databases are: as set, or embedded under the data directory. */
export async function prepareDatabases(databaseUrl: string, redisUrl: string, dataDir: string): Promise<Databases> {
  const { postgresPassword, redisPassword } = loadSecrets(dataDir);
  const result: Databases = { databaseUrl, redisUrl, programs: [] };
  if (databaseUrl === EMBEDDED) {
    const options = { directory: join(dataDir, 'postgres'), port: await freePort(), password: postgresPassword };
    const { program, url } = await preparePostgres(options);
    result.databaseUrl = url;
    result.programs.push(program);
  }
  if (redisUrl === EMBEDDED) {
    const options = { directory: join(dataDir, 'redis'), port: await freePort(), password: redisPassword };
    const { program, url } = await prepareRedis(options);
    result.redisUrl = url;
    result.programs.push(program);
  }
  return result;
}

export const databaseChecks = ({ databaseUrl, redisUrl }: Databases) => [
  { name: 'PostgreSQL', setting: 'DATABASE_URL', check: () => postgresReady(databaseUrl) },
  { name: 'Redis', setting: 'REDIS_URL', check: () => redisReady(redisUrl) },
];

/**
 * The embedded PostgreSQL of a running Baton with this data folder: its port is the fourth line of postmaster.pid. Throws when
 * there is none.
 */
export function runningPostgresUrl(dataDir: string): string {
  const secrets = JSON.parse(readFileSync(join(dataDir, 'secrets'), 'utf8')) as Pick<Secrets, 'postgresPassword'>;
  const port = readFileSync(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[3];
  return postgresUrl(Number(port), secrets.postgresPassword);
}
