import { statfsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseConfig, type Config } from '#config';
import { migrate } from '#database';
import { appsOf, programOf } from './apps.js';
import { CannotStart } from './cannot-start.js';
import { lockDataDirectory } from './data-lock.js';
import { databaseChecks, EMBEDDED, prepareDatabases } from './embedded.js';
import { openLog } from './log-file.js';
import { requireFree } from './ports.js';
import { appReady, untilReady } from './ready.js';
import { supervise, type Supervised } from './supervisor.js';

const DATABASE_SECONDS = 60;
const APP_SECONDS = 120;
const LEAST_FREE_MEGABYTES = 300;

const say = (line: string) => process.stdout.write(`${line}\n`);
/** In the order of starting; stopped from the end. */
const running: Supervised[] = [];

async function start(): Promise<void> {
  const config = parseConfig({ DATABASE_URL: EMBEDDED, REDIS_URL: EMBEDDED, ...process.env });
  const dataDir = resolve(config.dataDir);
  const apps = appsOf(config);
  await lockDataDirectory(dataDir);
  requireSpace(dataDir);
  await requireFree(Object.fromEntries(apps.map(({ setting, port }) => [setting, port])));
  const log = openLog(dataDir);

  say('Starting PostgreSQL and Redis …');
  const databases = await prepareDatabases(config.databaseUrl, config.redisUrl, dataDir);
  // One at a time: Redis stops before PostgreSQL.
  for (const program of databases.programs) running.push(supervise([program], log, say));
  for (const { name, setting, check } of databaseChecks(databases)) {
    await untilReady(check, DATABASE_SECONDS, `${name} does not answer: see ${log.path.toString()}, or ${setting}.`);
  }
  process.env.DATABASE_URL = databases.databaseUrl;
  process.env.REDIS_URL = databases.redisUrl;

  const applied = await migrate(databases.databaseUrl);
  if (applied.length > 0) say(`Applied ${applied.length} migrations.`);

  say(`Starting ${apps.map(({ name }) => name).join(', ')} …`);
  running.push(supervise(apps.map(programOf), log, say));
  await Promise.all(
    apps.map(({ name, port }) =>
      untilReady(() => appReady(port), APP_SECONDS, `${name} is not ready: see ${log.path.toString()}.`),
    ),
  );
  welcome(config, dataDir);
}

function requireSpace(dataDir: string): void {
  const { bavail, bsize } = statfsSync(dataDir);
  const free = Math.floor((bavail * bsize) / 1e6);
  if (free >= LEAST_FREE_MEGABYTES) return;
  throw new CannotStart(
    `Only ${free} MB are free where ${dataDir} lies and ${LEAST_FREE_MEGABYTES} MB are needed: free some space, or set BATON_DATA_DIR to a folder on another disk.`,
  );
}

function welcome({ publicUrl, ports }: Config, dataDir: string): void {
  say('');
  say(`Shop     http://localhost:${ports.demoShop}`);
  say(`Console  ${publicUrl}/console`);
  say(`API      ${publicUrl}/api/docs`);
  say(`Data     ${dataDir}`);
}

let stopping: Promise<void> | undefined;

async function stop(): Promise<void> {
  while (running.length > 0) await running.pop()!.stop();
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (stopping) return; // npm passes on a Ctrl-C that the terminal has sent already
    say('Stopping …');
    stopping = stop().then(() => process.exit(0));
  });
}

try {
  await start();
} catch (error) {
  if (!stopping) {
    process.stderr.write(`${error instanceof CannotStart ? error.message : (error as Error).stack}\n`);
    await stop();
    process.exit(1);
  }
}
