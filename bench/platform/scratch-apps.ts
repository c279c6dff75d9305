import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { appReady, freePort, prepareRedis, redisReady, spawnProgram, untilReady, type Program } from '#local-services';
import { migrate } from '#database';
import { scratchPostgres } from './scratch-postgres.js';

const ports = { gateway: 'PORT', escalation: 'ESCALATION_PORT' };

export interface ScratchApps {
  databaseUrl: string;
  gatewayUrl: string;
  end(): Promise<void>;
}

/** Some of our apps with a PostgreSQL and a Redis of their own, ready; `fill` writes what they find in the database. */
export async function scratchApps(
  names: (keyof typeof ports)[],
  fill: (client: pg.Client) => Promise<unknown>,
): Promise<ScratchApps> {
  const postgres = await scratchPostgres();
  const folder = mkdtempSync(join(tmpdir(), 'baton-bench-'));
  const running: { program: Program; child: ReturnType<typeof spawnProgram> }[] = [];
  const start = (program: Program) =>
    void running.push({ program, child: spawnProgram(program, ['ignore', 'ignore', 'inherit']) });
  const end = async () => {
    for (const { program, child } of running.reverse()) {
      const exit = once(child, 'exit');
      if (child.kill(program.stopSignal)) await exit;
    }
    await postgres.end();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await migrate(postgres.url);
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    await fill(client).finally(() => client.end());
    const redis = await prepareRedis({ directory: join(folder, 'redis'), port: await freePort(), password: 'bench' });
    start(redis.program);
    await untilReady(() => redisReady(redis.url), 60, 'Redis did not start.');
    const port = { gateway: await freePort(), escalation: await freePort() };
    const env = {
      DATABASE_URL: postgres.url,
      REDIS_URL: redis.url,
      BATON_DATA_DIR: folder,
      LOG_LEVEL: 'error',
      ACTION_SECRET_KEY: randomBytes(32).toString('base64'),
    };
    for (const name of names) {
      const args = [`dist/apps/${name}/src/main.js`];
      const own = { ...env, [ports[name]]: String(port[name]) };
      start({ name, file: process.execPath, args, stopSignal: 'SIGTERM', env: own });
    }
    for (const name of names) await untilReady(() => appReady(port[name]), 120, `${name} did not start.`);
    return { databaseUrl: postgres.url, gatewayUrl: `http://127.0.0.1:${port.gateway}`, end };
  } catch (error) {
    await end();
    throw error;
  }
}
