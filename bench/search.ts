/**
 * `npm run bench -- search [--json]`: what an agent finds among a million messages, against the same words by ILIKE, which reads the whole
 * table. Fails when a search takes 200 ms or more at the 95th percentile.
 */
import pg from 'pg';
import { Search } from '#conversation';
import { createDatabase, createPool, migrate } from '#database';
import { percentile } from '#statistics';
import { print, type Figure } from './platform/figures.js';
import { scratchPostgres } from './platform/scratch-postgres.js';
import { fillWords } from './search/fill.js';

const json = process.argv.includes('--json');
const messages = Number(process.env['MESSAGES'] ?? 1_000_000);
const rounds = 40;
/** ILIKE reads the whole table, and so is timed a few times only. */
const baselineRounds = 3;
const aim = 200;

const postgres = await scratchPostgres();

try {
  await migrate(postgres.url);
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  const workspaceId = await fillWords(client, messages);
  await client.query('VACUUM ANALYZE');
  const pool = createPool(postgres.url, 4);
  const db = createDatabase(pool);
  const search = new Search(db);
  const agent = { type: 'agent', workspaceId, userId: workspaceId, name: 'Ada' } as const;
  /** Order numbers go from 100,000 up. */
  const number = (round: number) => String(100_000 + ((round * 7919) % messages));
  const kinds: Record<string, (round: number) => string> = {
    'an order number': number,
    'a frequent word': () => 'order',
    'the beginning of a word': () => 'refu',
    'another form of a word': () => 'deliveries',
    'six words': () => 'refund jacket voucher tomorrow exchange invoice',
    'what is not there': () => 'giraffe',
    'a customer’s name': (round) => `maria ${number(round)}`,
  };

  const timed = async (run: () => Promise<unknown>) => {
    const startedAt = performance.now();
    await run();
    return performance.now() - startedAt;
  };
  const figures: Figure[] = [];
  for (const [kind, words] of Object.entries(kinds)) {
    const taken: number[] = [];
    for (let round = 0; round < rounds; round++) taken.push(await timed(() => search.search(agent, words(round))));
    const p95 = percentile(taken, 0.95);
    figures.push({ what: `${kind}, median`, value: percentile(taken, 0.5), unit: 'ms' });
    figures.push({ what: `${kind}, p95`, value: p95, unit: 'ms', aim: `under ${aim}` });
    if (p95 >= aim) process.exitCode = 1;
  }
  const baseline: number[] = [];
  for (let round = 0; round < baselineRounds; round++) {
    const like = ['%' + number(round) + '%', workspaceId];
    const select = 'SELECT id FROM message WHERE text ILIKE $1 AND "workspaceId" = $2 ORDER BY id DESC LIMIT 20';
    baseline.push(await timed(() => client.query(select, like)));
  }
  const byIndex = figures.find(({ what }) => what === 'an order number, median')!.value;
  figures.push({ what: 'an order number by ILIKE, median', value: percentile(baseline, 0.5), unit: 'ms' });
  figures.push({ what: 'ILIKE against the index', value: percentile(baseline, 0.5) / byIndex, unit: '×' });
  print('search', figures, json);
  await db.$disconnect();
  await pool.end();
  await client.end();
} finally {
  await postgres.end();
}
