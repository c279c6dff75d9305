/**
 * `npm run bench -- inbox [--json]`: an agent's lists, one conversation's history and a visitor's send, with 10,000 and with a million
 * messages in the workspace. Fails when a statement read one of the two large tables from end to end.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Queue } from 'bullmq';
import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { inboxQuery, type InboxSort, type InboxView, type QueueName } from '#contracts';
import { ChangeNews, ContactMessages, Inbox } from '#conversation';
import { OutboxRelay } from '#messaging';
import { Realtime } from '#realtime';
import { createDatabase, createPool, migrate, Statements } from '#database';
import { percentile } from '#statistics';
import { fill } from './inbox/fill.js';
import { print, type Figure } from './platform/figures.js';
import { scratchPostgres } from './platform/scratch-postgres.js';

const json = process.argv.includes('--json');
const [small, large] = [10_000, 1_000_000];
const rounds = 60;
const aim = 1.5;
/** PostgreSQL counts scans with a delay, ms. */
const statisticsMs = 2000;

const postgres = await scratchPostgres();
Object.assign(process.env, { DATABASE_URL: postgres.url, REDIS_URL: 'redis://none' }); // what is measured needs no Redis

interface Shop {
  work: Record<string, () => Promise<unknown>>;
  client: pg.Client;
  close(): Promise<void>;
}

/** A database of its own with that many messages, and what an agent and a visitor do there; calls go round the conversations. */
async function openShop(name: string, messages: number): Promise<Shop> {
  const admin = new pg.Client({ connectionString: postgres.url });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.end();
  const url = new URL(postgres.url);
  url.pathname = name;
  await migrate(url.href);
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  const { workspaceId, inboxId, agentId } = await fill(client, messages);
  await client.query('VACUUM ANALYZE');

  const pool = createPool(url.href, 4);
  const db = createDatabase(pool);
  const statements = new Statements(pool);
  const news = new ChangeNews(statements, new Realtime());
  const inbox = new Inbox(db);
  // Only conversations with people are written to, so that no row is ever relayed.
  const relay = new OutboxRelay(statements, {} as Record<QueueName, Queue>);
  const contactMessages = new ContactMessages(db, statements, new Realtime(), news, relay);
  const agent = { type: 'agent', workspaceId, userId: agentId, name: 'Ada' } as const;
  const queued = await db.conversation.findMany({ where: { workspaceId, status: 'queued' } });
  const resolved = await db.conversation.findMany({ where: { workspaceId, status: 'resolved' }, take: rounds });
  let turn = 0;
  const list = (view: InboxView, sort?: InboxSort) => () =>
    inbox.list(agent, inboxQuery.parse({ view, sort }), undefined, 50);
  return {
    client,
    work: {
      'list waiting': list('waiting'),
      'list mine': list('mine'),
      'list all': list('all'),
      'list all, oldest': list('all', 'oldest'),
      'list all, waiting longest': list('all', 'waiting_longest'),
      'list all, priority': list('all', 'priority'),
      'list all, SLA': list('all', 'sla'),
      'list resolved': list('resolved'),
      'open a conversation': () => inbox.open(agent, resolved[turn++ % resolved.length]!.id, undefined, 50),
      send: () => {
        const { contactId } = queued[turn++ % queued.length]!;
        const visitor = { type: 'contact', workspaceId, contactId, inboxId } as const;
        return contactMessages.send(visitor, { clientMessageId: uuidv7(), text: 'Is anybody there?' });
      },
    },
    close: async () => {
      news.onApplicationShutdown();
      await db.$disconnect();
      await pool.end();
      await client.end();
    },
  };
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await run();
  return performance.now() - startedAt;
}

async function wholeTableReads({ client }: Shop): Promise<number> {
  await pause(statisticsMs);
  const { rows } = await client.query<{ scans: number }>(
    `SELECT sum(seq_scan)::int AS scans FROM pg_stat_user_tables WHERE relname IN ('message', 'conversation')`,
  );
  return rows[0]!.scans;
}

try {
  const few = await openShop('few', small);
  const many = await openShop('many', large);
  const readsBefore = await wholeTableReads(many);
  const figures: Figure[] = [];
  for (const what of Object.keys(few.work)) {
    const taken = { few: [] as number[], many: [] as number[] };
    for (let round = 0; round < rounds; round++) {
      // In turn, so that other work on the machine disturbs both alike.
      taken.few.push(await timed(few.work[what]!));
      taken.many.push(await timed(many.work[what]!));
    }
    const median = (values: number[]) => percentile(values.slice(rounds / 6), 0.5); // the first rounds warm up
    const [before, after] = [median(taken.few), median(taken.many)];
    figures.push(
      { what: `${what}, 10 k`, value: before, unit: 'ms' },
      { what: `${what}, 1 M`, value: after, unit: 'ms' },
    );
    figures.push({ what: `${what}, ratio`, value: after / before, unit: '', aim: `at most ${aim}` });
  }
  const reads = (await wholeTableReads(many)) - readsBefore;
  print('inbox', [...figures, { what: 'whole-table reads at 1 M', value: reads, unit: '', aim: 'none' }], json);
  if (reads > 0) process.exitCode = 1;
  await few.close();
  await many.close();
} finally {
  await postgres.end();
}
