/**
 * `npm run bench -- console [--json]`: an agent scrolls through 100,000 conversations in Chromium. Times of frames, and tasks that held the
 * page up, beside those of the same page at rest. Fails where a task of the page took 50 ms or more.
 */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hash } from '@node-rs/argon2';
import pg from 'pg';
import { chromium } from 'playwright-core';
import { migrate } from '#database';
import {
  appReady,
  freePort,
  postgresReady,
  preparePostgres,
  prepareRedis,
  redisReady,
  spawnProgram,
  untilReady,
  type Program,
} from '#local-services';
import { percentile } from '#statistics';
import { email, fillList } from './console/fill.js';
import { atRest, scrollThrough } from './console/scroll.js';
import { print } from './platform/figures.js';

const json = process.argv.includes('--json');
const conversations = Number(process.env['CONVERSATIONS'] ?? 100_000);
const [restSeconds, scrollSeconds] = [10, 900];
const password = 'correct-horse';

/** Not compiled, and so not beside this. */
const setup = pathToFileURL(resolve('bin/setup/browser.mjs')).href;
const { findBrowser } = (await import(setup)) as typeof import('../bin/setup/browser.mjs');

const folder = mkdtempSync(join(tmpdir(), 'baton-bench-'));
chmodSync(folder, 0o755); // PostgreSQL's own user must reach its folder
const running: { program: Program; child: ReturnType<typeof spawnProgram> }[] = [];
const start = (program: Program) =>
  void running.push({ program, child: spawnProgram(program, ['ignore', 'ignore', 'ignore']) });

try {
  const postgres = await preparePostgres({ directory: join(folder, 'postgres'), port: await freePort(), password });
  const redis = await prepareRedis({ directory: join(folder, 'redis'), port: await freePort(), password: 'bench' });
  start(postgres.program);
  start(redis.program);
  await untilReady(() => postgresReady(postgres.url), 60, 'PostgreSQL did not start.');
  await untilReady(() => redisReady(redis.url), 60, 'Redis did not start.');
  await migrate(postgres.url);
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  await fillList(client, conversations, await hash(password));
  await client.end();

  const port = await freePort();
  const env = {
    DATABASE_URL: postgres.url,
    REDIS_URL: redis.url,
    BATON_DATA_DIR: folder,
    PORT: String(port),
    LOG_LEVEL: 'error',
    ACTION_SECRET_KEY: randomBytes(32).toString('base64'),
  };
  const file = 'dist/apps/gateway/src/main.js';
  start({ name: 'gateway', file: process.execPath, args: [file], stopSignal: 'SIGTERM', env });
  await untilReady(() => appReady(port), 60, 'The gateway did not start.');

  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No Chromium or Chrome is installed.');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`http://127.0.0.1:${port}/console/inbox/resolved`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('list', { name: 'Resolved' }).getByRole('link').first().waitFor();

  const rest = await atRest(page, restSeconds);
  const scrolled = await scrollThrough(page, conversations, scrollSeconds);
  await browser.close();
  const over = (values: number[], ms: number) => values.filter((value) => value > ms).length;
  print(
    'console',
    [
      { what: 'rows scrolled through', value: scrolled.rows, unit: '', aim: String(conversations) },
      { what: 'frames', value: scrolled.frames.length, unit: '' },
      { what: 'frame, median', value: percentile(scrolled.frames, 0.5), unit: 'ms' },
      { what: 'frame, p95', value: percentile(scrolled.frames, 0.95), unit: 'ms' },
      { what: 'frame, p99', value: percentile(scrolled.frames, 0.99), unit: 'ms' },
      { what: 'frame, longest', value: Math.max(...scrolled.frames), unit: 'ms' },
      { what: 'frames over 50 ms', value: over(scrolled.frames, 50), unit: '', aim: 'none' },
      { what: 'tasks of 50 ms and more', value: scrolled.longTasks.length, unit: '', aim: 'none' },
      { what: 'longest task', value: Math.max(0, ...scrolled.longTasks), unit: 'ms' },
      { what: 'at rest: frame, p99', value: percentile(rest.frames, 0.99), unit: 'ms' },
      { what: 'at rest: frames over 50 ms', value: over(rest.frames, 50), unit: '' },
    ],
    json,
  );
  if (scrolled.longTasks.length > 0 || scrolled.rows < conversations) process.exitCode = 1;
} finally {
  for (const { program, child } of running.reverse()) {
    const exit = once(child, 'exit');
    if (child.kill(program.stopSignal)) await exit;
  }
  rmSync(folder, { recursive: true, force: true });
}
