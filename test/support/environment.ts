import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import pg from 'pg';
import { inject } from 'vitest';
import { atEnd } from './at-end.js';
import { temporaryFolder } from './temporary-folder.js';

/** What an app needs to run, as its environment; add or overwrite settings by spreading it. */
export interface TestEnvironment extends Record<string, string> {
  DATABASE_URL: string;
  REDIS_URL: string;
  REDIS_PREFIX: string;
  BATON_DATA_DIR: string;
  ACTION_SECRET_KEY: string;
  /** Shops of tests are on this machine. */
  ACTION_ALLOWED_NETWORKS: string;
  /** Nothing is trained by the whole recipe that no test asks for. */
  BATON_BACKGROUND_TRAINING: 'false';
}

/** A migrated, empty database, a Redis prefix and a data folder of the caller's own; the database goes with its server. */
export async function freshEnvironment(): Promise<TestEnvironment> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const template = new URL(inject('templateUrl'));
  await asAdmin(`CREATE DATABASE ${name} TEMPLATE ${template.pathname.slice(1)}`);
  const folder = temporaryFolder();
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  const url = new URL(template);
  url.pathname = `/${name}`;
  return {
    ...{ DATABASE_URL: url.href, REDIS_URL: inject('redisUrl'), REDIS_PREFIX: name, BATON_DATA_DIR: folder },
    ACTION_SECRET_KEY: randomBytes(32).toString('base64'),
    ACTION_ALLOWED_NETWORKS: '127.0.0.0/8,::1',
    BATON_BACKGROUND_TRAINING: 'false',
  };
}

async function asAdmin(statement: string): Promise<void> {
  const url = new URL(inject('templateUrl'));
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(statement);
  await client.end();
}
