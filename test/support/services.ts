/**
 * What integration and browser specs stand on. Vitest runs the default export once per project: it builds what is stale,
 * starts one real PostgreSQL and one real Redis, and migrates a template database. A spec then takes what it needs:
 *
 *     const env = await freshEnvironment();               // its own database and Redis prefix, as environment variables
 *     const gateway = await startApp('gateway', env);     // a built app as a process, ready; gateway.url, .signal(), .stop()
 *     await waitFor(async () => (await db.message.count()) === 1);
 *     const browser = await launchBrowser();
 *
 * freshEnvironment: ./environment.ts   startApp: ./app.ts   waitFor: ./wait-for.ts   launchBrowser: ./browser.ts
 * A spec that breaks a database (restart, kill -9, wipe) starts its own: startPostgres, startRedis in ./own-server.ts.
 * Everything that a spec file started is stopped after its last test; more to tidy up: atEnd in ./at-end.ts.
 */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrate } from '#database';
import { launchPostgres, launchRedis } from './server.js';
import { temporaryFolder } from './temporary-folder.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** A migrated database to copy; nobody may be connected to it. */
    templateUrl: string;
    redisUrl: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const build = project.name === 'browser' ? ['bin/build.mjs'] : ['bin/build.mjs', 'server'];
  const { status } = spawnSync(process.execPath, build, { stdio: 'inherit' });
  if (status !== 0) throw new Error('The build failed: the lines above say why.');
  const folder = temporaryFolder();
  const postgres = await launchPostgres(join(folder, 'postgres'));
  const redis = await launchRedis(join(folder, 'redis'));
  await migrate(postgres.url);
  project.provide('templateUrl', postgres.url);
  project.provide('redisUrl', redis.url);
  return async () => {
    await redis.stop();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
