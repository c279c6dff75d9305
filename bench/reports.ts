/**
 * `npm run bench -- reports [--json]`: how long supervisors wait for their figures of a month and of a year, at 10,000 conversations a
 * month.
 */
import pg from 'pg';
import { reportGrouping } from '#contracts';
import { createDatabase, migrate } from '#database';
import { Agreements, Reports, Wallboards } from '#reports';
import { percentile } from '#statistics';
import { print, type Figure } from './platform/figures.js';
import { scratchPostgres } from './platform/scratch-postgres.js';
import { writeHistory } from './reports/history.js';

const json = process.argv.includes('--json');
const rounds = 5;
const [aimMs, conversations, days] = [2000, 120_000, 365];
const year = { from: '2025-06-01', to: '2026-05-31' };
const month = { from: '2026-05-01', to: '2026-05-31' };

const postgres = await scratchPostgres();
Object.assign(process.env, { DATABASE_URL: postgres.url, REDIS_URL: 'redis://none' }); // what is measured needs no Redis

async function median(run: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const startedAt = performance.now();
    await run();
    times.push(performance.now() - startedAt);
  }
  return percentile(times, 0.5);
}

try {
  await migrate(postgres.url);
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  const past = { conversations, days, firstDay: new Date(year.from), seed: 1, timeZone: 'Europe/Berlin' };
  const workspaceId = await writeHistory(client, past);
  await client.end();
  const db = createDatabase(postgres.url, 3);
  const [reports, agreements, wallboards] = [new Reports(db), new Agreements(db), new Wallboards(db)];
  const figures: Figure[] = [];
  const measure = async (what: string, run: () => Promise<unknown>) => {
    figures.push({ what, value: await median(run), unit: 'ms', aim: `at most ${aimMs} ms` });
  };
  for (const by of reportGrouping.options) {
    await measure(`a month by ${by}`, () => reports.report(workspaceId, { ...month, by }));
    await measure(`a year by ${by}`, () => reports.report(workspaceId, { ...year, by }));
  }
  await measure('agreement of a year', () => agreements.agreement(workspaceId, year));
  await measure('wallboard', () => wallboards.wallboard(workspaceId));
  print('reports', figures, json);
  await db.$disconnect();
} finally {
  await postgres.end();
}
