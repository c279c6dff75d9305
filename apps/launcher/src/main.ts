import { resolve } from 'node:path';
import { secretKeyOf } from '#actions';
import { parseConfig } from '#config';
import { migrate } from '#database';
import { seed } from '../../../prisma/seed.js';
import { appsOf, programOf } from './apps.js';
import { CannotStart, databaseChecks, EMBEDDED, prepareDatabases, requireFree, untilReady } from '#local-services';
import { untilAppsReady, untilModelServes } from './apps-ready.js';
import { lockDataDirectory } from './data-lock.js';
import { requireSpace } from './disk-space.js';
import { openLog } from './log-file.js';
import { supervise, type Supervised } from './supervisor.js';
import { prepareProduction } from './production.js';
import { demoWarning, welcome } from './welcome.js';

const DATABASE_SECONDS = 60;

const say = (line: string) => process.stdout.write(`${line}\n`);
/** In the order of starting; stopped from the end. */
const running: Supervised[] = [];
let stopping: Promise<void> | undefined;

async function start(): Promise<void> {
  if (process.argv.includes('--no-demo')) process.env.NODE_ENV = 'production'; // for the apps too
  const config = parseConfig({ DATABASE_URL: EMBEDDED, REDIS_URL: EMBEDDED, ...process.env });
  const isDemo = config.environment !== 'production';
  if (isDemo) say(demoWarning);
  const dataDir = resolve(config.dataDir);
  const apps = appsOf(config);
  await lockDataDirectory(dataDir);
  requireSpace(dataDir);
  await requireFree(Object.fromEntries(apps.map(({ setting, port }) => [setting, port])));
  const { log, path: logPath } = openLog(dataDir);

  say('Starting PostgreSQL and Redis …');
  const databases = await prepareDatabases(config.databaseUrl, config.redisUrl, dataDir);
  for (const program of databases.programs) running.push(supervise([program], log, say));
  for (const { name, setting, check } of databaseChecks(databases)) {
    await untilReady(check, DATABASE_SECONDS, `${name} does not answer: see ${logPath}, or set ${setting}.`);
  }
  // What follows, in this process and in the apps, reads its configuration from here.
  process.env.DATABASE_URL = databases.databaseUrl;
  process.env.REDIS_URL = databases.redisUrl;
  process.env.ACTION_SECRET_KEY ??= secretKeyOf(dataDir);
  // The demo shop is on this machine.
  if (config.environment !== 'production') process.env.ACTION_ALLOWED_NETWORKS ??= '127.0.0.0/8,::1';

  const applied = await migrate(databases.databaseUrl);
  if (applied.length > 0) say(`Created the tables: ${applied.join(', ')}`);
  const setUpToken = isDemo ? null : await prepareProduction(databases.databaseUrl);

  say(`Starting ${apps.map(({ name }) => name).join(', ')} …`);
  const watch = process.argv.includes('--watch');
  running.push(
    supervise(
      apps.map((app) => programOf(app, watch)),
      log,
      say,
    ),
  );
  // While they load their modules.
  if (isDemo) await seed(databases.databaseUrl, { demoShopPort: config.ports.demoShop });
  await untilAppsReady(apps, logPath, say);
  if (isDemo) await untilModelServes(config.ports.inferenceWorker, logPath, say);
  say(welcome(config, setUpToken));
}

async function stop(): Promise<void> {
  while (running.length > 0) await running.pop()!.stop();
}

// A terminal that was closed takes no more text; that is no reason to leave the databases running.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (stopping) return; // npm passes on a Ctrl-C that the terminal has sent already
    say('Stopping …');
    stopping = stop().then(() => {
      say('Stopped.');
      process.exit(0);
    });
  });
}

try {
  await start();
} catch (error) {
  // While stopping, whatever the start was at fails for want of a database: nothing to tell.
  if (!stopping) {
    process.stderr.write(`${error instanceof CannotStart ? error.message : (error as Error).stack}\n`);
    await stop();
    process.exit(1);
  }
}
