import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { createDatabase, createPool, isUnavailable, Prisma, Statements } from '#database';
import { startApp } from '../support/app.js';
import { atEnd } from '../support/at-end.js';
import { json } from '../support/clients.js';
import { createWorkspace } from '../support/core.js';
import { freshEnvironment } from '../support/environment.js';
import { startPostgres } from '../support/own-server.js';
import { TcpProxy } from '../support/tcp-proxy.js';
import { waitFor } from '../support/wait-for.js';

/** Before the server at `url`, which from then on names the proxy. */
async function proxyTo(url: URL): Promise<TcpProxy> {
  const target = Number(url.port);
  const proxy = await TcpProxy.to(() => target);
  atEnd(() => proxy.close());
  url.port = String(proxy.port);
  return proxy;
}

/** A statement that should not last, ms. */
const statementMs = 300;

function connected(url: string, size = 2) {
  const pool = createPool(url, size, statementMs);
  const db = createDatabase(pool);
  const statements = new Statements(pool);
  atEnd(async () => {
    await db.$disconnect();
    await pool.end();
  });
  return {
    pool,
    /** The same statement by every road that the product takes. */
    roads: (sql: string): Record<string, () => Promise<unknown>> => ({
      prisma: () => db.$queryRawUnsafe(sql),
      'prisma, in a transaction': () => db.$transaction((tx) => tx.$queryRawUnsafe(sql)),
      pg: () => pool.query(sql),
      'pg, in a transaction': () => statements.$transaction((tx) => tx.$queryRaw(Prisma.raw(sql))),
    }),
    works: async () => (await pool.query<{ one: number }>('SELECT 1 AS one')).rows[0]!.one === 1,
  };
}

/** What each road says, where it should say that the database is away. */
async function complaints(roads: Record<string, () => Promise<unknown>>): Promise<Record<string, boolean>> {
  const told: Record<string, boolean> = {};
  for (const [road, go] of Object.entries(roads)) {
    told[road] = await go().then(
      () => false,
      (error: unknown) => isUnavailable(error),
    );
  }
  return told;
}
const onEveryRoad = { prisma: true, 'prisma, in a transaction': true, pg: true, 'pg, in a transaction': true };

describe('a statement', () => {
  it('that takes too long is ended, and its connection serves on', async () => {
    const { roads, works } = connected((await freshEnvironment()).DATABASE_URL);
    expect(await complaints(roads('SELECT pg_sleep(60)'))).toEqual(onEveryRoad);
    expect(await works()).toBe(true);
  });

  it('whose backend is ended under it says so, and a new connection is made', async () => {
    const { roads, works } = connected((await freshEnvironment()).DATABASE_URL);
    expect(await complaints(roads('SELECT pg_terminate_backend(pg_backend_pid())'))).toEqual(onEveryRoad);
    expect(await works()).toBe(true);
  });

  it('on a half-open connection ends, and the connection leaves the pool', async () => {
    const url = new URL((await freshEnvironment()).DATABASE_URL);
    const proxy = await proxyTo(url);

    const { pool, roads, works } = connected(url.href, 1);
    for (const [, go] of Object.entries(roads('SELECT 1'))) {
      expect(await works()).toBe(true);
      proxy.set('silent');
      expect(await complaints({ go })).toEqual({ go: true });
      proxy.set('pass');
      await waitFor(works);
      expect(pool.totalCount).toBe(1);
    }
  });

  it('that finds every connection of the server taken says so, and works once one is free', async () => {
    const postgres = await startPostgres();
    const { roads, works } = connected(postgres.url);
    const taken: pg.Client[] = [];
    for (;;) {
      const client = new pg.Client({ connectionString: postgres.url });
      client.on('error', () => undefined);
      const full = await client.connect().then(
        () => taken.push(client) === 0,
        () => true,
      );
      if (full) break;
    }
    expect(await complaints(roads('SELECT 1'))).toEqual(onEveryRoad);
    await Promise.all(taken.map((client) => client.end()));
    await waitFor(works);
  });

  it('finds PostgreSQL stopped, says so, and works once it is back', async () => {
    const postgres = await startPostgres();
    const { pool, roads, works } = connected(postgres.url);
    await works();
    await postgres.stop('SIGKILL');
    await waitFor(() => pool.totalCount === 0); // its backends outlive it for a moment
    expect(await complaints(roads('SELECT 1'))).toEqual(onEveryRoad);
    await postgres.start();
    await waitFor(works);
  });
});

it('a gateway whose connections to PostgreSQL are half-open says SERVICE_UNAVAILABLE, is not live, and comes back by itself', async () => {
  const env = await freshEnvironment();
  const db = createDatabase(env.DATABASE_URL, 1);
  atEnd(() => db.$disconnect());
  const { inboxId } = await createWorkspace(db);
  const url = new URL(env.DATABASE_URL);
  const proxy = await proxyTo(url);

  const gateway = await startApp('gateway', { ...env, DATABASE_URL: url.href });
  const newSession = () => fetch(`${gateway.url}/api/visitor/sessions`, json({ inboxKey: inboxId }));
  const live = async () => (await fetch(`${gateway.url}/health/live`)).status;
  expect((await newSession()).status).toBe(201);
  expect(await live()).toBe(200);

  proxy.set('silent');
  const answers = await Promise.all(Array.from({ length: 20 }, newSession));
  for (const answer of answers) expect(await answer.json()).toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  await waitFor(async () => (await live()) === 503, 60);

  proxy.set('pass');
  await waitFor(async () => (await live()) === 200, 60);
  expect((await newSession()).status).toBe(201);
});
