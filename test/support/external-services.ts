import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { postgresAccount, postgresReady, type Service } from '#local-services';
import { atEnd } from './at-end.js';
import { ownPort } from './port.js';
import { launchPostgres, launchRedis, Server } from './server.js';
import { temporaryFolder } from './temporary-folder.js';

const packaged = '/usr/lib/postgresql';

export interface ExternalServices extends Record<string, string> {
  DATABASE_URL: string;
  REDIS_URL: string;
}

/**
 * PostgreSQL and Redis as an operator brings them: Debian's packages where they are installed, else the embedded ones; a database that
 * belongs to a role without any privilege.
 */
export async function startExternalServices(): Promise<ExternalServices> {
  const folder = temporaryFolder();
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  const postgres = existsSync(packaged)
    ? await launchPackaged(join(folder, 'postgres'))
    : await launchPostgres(join(folder, 'postgres'));
  atEnd(() => postgres.stop());
  const redis = await launchRedis(join(folder, 'redis')); // takes an installed redis-server or valkey-server first
  atEnd(() => redis.stop());
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  await client.query(`CREATE ROLE shop LOGIN PASSWORD 'shop' NOSUPERUSER NOCREATEDB NOCREATEROLE`);
  await client.query('CREATE DATABASE shop OWNER shop');
  await client.end();
  const url = new URL(postgres.url);
  Object.assign(url, { username: 'shop', password: 'shop', pathname: '/shop' });
  return { DATABASE_URL: url.href, REDIS_URL: redis.url };
}

/** The newest PostgreSQL of Debian's packages, with a cluster of the test's own. */
async function launchPackaged(directory: string): Promise<Server> {
  const version = readdirSync(packaged).sort((a, b) => Number(b) - Number(a))[0]!;
  const bin = join(packaged, version, 'bin');
  const account = postgresAccount();
  mkdirSync(directory);
  if (account) chownSync(directory, account.uid, account.gid);
  const options = ['-D', directory, '-U', 'operator', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  execFileSync(join(bin, 'initdb'), options, { ...account, cwd: directory, stdio: 'ignore' });
  const port = await ownPort();
  const flags = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off', 'max_connections=100'];
  const service: Service = {
    url: `postgresql://operator@127.0.0.1:${port}/postgres`,
    program: {
      name: 'postgres',
      file: join(bin, 'postgres'),
      args: ['-D', directory, '-p', String(port), ...flags.flatMap((flag) => ['-c', flag])],
      stopSignal: 'SIGINT',
      ...account,
    },
  };
  return new Server(service, postgresReady).start();
}
