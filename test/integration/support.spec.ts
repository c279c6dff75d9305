import { Redis } from 'ioredis';
import pg from 'pg';
import { expect, test } from 'vitest';
import { freshEnvironment } from '../support/environment.js';
import { startPostgres, startRedis } from '../support/own-server.js';

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

test('each environment has its own migrated database', async () => {
  const [one, other] = [await freshEnvironment(), await freshEnvironment()];
  await query(one.DATABASE_URL, 'CREATE TABLE mine (id int)');
  await expect(query(other.DATABASE_URL, 'SELECT * FROM mine')).rejects.toThrow('does not exist');
  expect(await query(other.DATABASE_URL, 'SELECT * FROM _prisma_migrations')).not.toHaveLength(0);
});

test('a killed PostgreSQL keeps what was committed', async () => {
  const server = await startPostgres();
  await query(server.url, 'CREATE TABLE kept AS SELECT 1 AS id');
  await server.stop('SIGKILL');
  await server.start();
  expect(await query(server.url, 'SELECT id FROM kept')).toEqual([{ id: 1 }]);
});

test('a Redis that is stopped and started keeps its keys and never evicts', async () => {
  const server = await startRedis();
  const first = new Redis(server.url);
  await first.set('kept', '1');
  expect(await first.config('GET', 'maxmemory-policy')).toContain('noeviction');
  first.disconnect();
  await server.stop();
  await server.start();
  const second = new Redis(server.url);
  expect(await second.get('kept')).toBe('1');
  second.disconnect();
});
