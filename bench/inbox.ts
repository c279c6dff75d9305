/**
 * `npm run bench -- inbox [--json]`: an agent's lists, one conversation's history and a visitor's send, with 10,000 and with a million
 * messages in the workspace. Fails when a statement read one of the two large tables from end to end.
 */
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Queue } from 'bullmq';
import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import type { QueueName } from '#contracts';
import { ContactMessages, Inbox, OutboxRelay, Realtime } from '#conversation';
import { createDatabase, createPool, migrate, Statements } from '#database';
import { percentile } from '#slm';
import { freePort } from '../apps/launcher/src/ports.js';
import { postgresReady, preparePostgres } from '../apps/launcher/src/postgres.js';
import { spawnProgram } from '../apps/launcher/src/program.js';
import { untilReady } from '../apps/launcher/src/ready.js';
import { fill, type Filled } from './inbox/fill.js';
import { print, type Figure } from './platform/figures.js';

const json = process.argv.includes('--json');
const [small, large] = [10_000, 1_000_000];
const rounds = 60;
const aim = 1.5;
/** PostgreSQL counts scans with a delay, ms. */
const statisticsMs = 2000;

const folder = mkdtempSync(join(tmpdir(), 'baton-bench-'));
chmodSync(folder, 0o755); // PostgreSQL's own user must reach its folder
const service = await preparePostgres({
  directory: join(folder, 'postgres'),
  port: await freePort(),
  password: 'bench',
});
const server = spawnProgram(service.program, ['ignore', 'ignore', 'ignore']);
await untilReady(() => postgresReady(service.url), 60, 'PostgreSQL did not start.');
Object.assign(process.env, { DATABASE_URL: service.url, REDIS_URL: 'redis://none' }); // what is measured needs no Redis
await migrate(service.url);

const client = new pg.Client({ connectionString: service.url });
await client.connect();
const pool = createPool(service.url, 4);
const db = createDatabase(pool);
const statements = new Statements(pool);
const realtime = new Realtime(db, statements);
const inbox = new Inbox(db);
// Only conversations with people are written to, so that no row is ever relayed.
const contactMessages = new ContactMessages(
  db,
  statements,
  realtime,
  new OutboxRelay(statements, {} as Record<QueueName, Queue>),
);

type Work = () => Promise<unknown>;

/** What an agent and a visitor of the workspace do; every call hits another conversation. */
async function workOf({ workspaceId, inboxId, agentId }: Filled): Promise<Record<string, Work>> {
  const agent = { type: 'agent', workspaceId, userId: agentId, name: 'Ada' } as const;
  const queued = await db.conversation.findMany({ where: { workspaceId, status: 'queued' } });
  const resolved = await db.conversation.findMany({ where: { workspaceId, status: 'resolved' }, take: rounds });
  let turn = 0;
  const list = (view: 'queue' | 'mine' | 'all' | 'resolved') => () => inbox.list(agent, view, undefined, 50);
  return {
    'list queue': list('queue'),
    'list mine': list('mine'),
    'list all': list('all'),
    'list resolved': list('resolved'),
    'open a conversation': () => inbox.open(agent, resolved[turn++ % resolved.length]!.id, undefined, 50),
    send: () => {
      const { contactId } = queued[turn++ % queued.length]!;
      const visitor = { type: 'contact', workspaceId, contactId, inboxId } as const;
      return contactMessages.send(visitor, { clientMessageId: uuidv7(), text: 'Is anybody there?' });
    },
  };
}

/** Median ms of each. */
async function measure(work: Record<string, Work>): Promise<Map<string, number>> {
  const medians = new Map<string, number>();
  for (const [what, run] of Object.entries(work)) {
    const taken: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const startedAt = performance.now();
      await run();
      taken.push(performance.now() - startedAt);
    }
    medians.set(what, percentile(taken.slice(rounds / 6), 0.5)); // the first rounds warm up
  }
  return medians;
}

async function sequentialScans(): Promise<number> {
  await pause(statisticsMs);
  const { rows } = await client.query<{ scans: number }>(
    `SELECT sum(seq_scan)::int AS scans FROM pg_stat_user_tables WHERE relname IN ('message', 'conversation')`,
  );
  return rows[0]!.scans;
}

try {
  const few = await workOf(await fill(client, small));
  await client.query('ANALYZE');
  const before = await measure(few);
  const many = await workOf(await fill(client, large));
  await client.query('VACUUM ANALYZE');
  const scansBefore = await sequentialScans();
  const after = await measure(many);
  const scans = (await sequentialScans()) - scansBefore;

  const figures = [...after].flatMap(([what, ms]): Figure[] => [
    { what: `${what}, 10 k`, value: before.get(what)!, unit: 'ms' },
    { what: `${what}, 1 M`, value: ms, unit: 'ms' },
    { what: `${what}, ratio`, value: ms / before.get(what)!, unit: '', aim: `at most ${aim}` },
  ]);
  print('inbox', [...figures, { what: 'whole-table reads at 1 M', value: scans, unit: '', aim: 'none' }], json);
  if (scans > 0) process.exitCode = 1;
} finally {
  realtime.onApplicationShutdown();
  await client.end();
  await db.$disconnect();
  await pool.end();
  const exit = once(server, 'exit');
  server.kill(service.program.stopSignal);
  await exit;
  rmSync(folder, { recursive: true, force: true });
}
