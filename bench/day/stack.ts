import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase, migrate, type Database } from '#database';
import {
  appReady,
  appWhole,
  freePort,
  postgresReady,
  preparePostgres,
  prepareRedis,
  redisReady,
  spawnProgram,
  untilReady,
  type Program,
} from '#local-services';
import { seed } from '../../prisma/seed.js';
import { startMailbox, type Mailbox } from './mailbox.js';

/** However busy the machine is. */
const startSeconds = 600;
export const presenceLeaseSeconds = 12;
/** Nothing of the day has to survive a power cut. */
const fast = ['fsync=off', 'full_page_writes=off'];

/** The whole product, each app a process of its own, with two gateways on one set of databases and a mail server. */
export class DayStack {
  private readonly running = new Map<string, { program: Program; child: ChildProcess }>();
  private readonly ports: Record<string, number> = {};
  db!: Database;
  mailbox!: Mailbox;

  private constructor(
    private readonly folder: string,
    private readonly log: number,
  ) {}

  /** `logFolder`: of what the apps say. `prepare`: changes the demo's data before anything runs. */
  static async start(logFolder: string, prepare: (db: Database) => Promise<void>): Promise<DayStack> {
    const folder = mkdtempSync(join(tmpdir(), 'baton-day-'));
    chmodSync(folder, 0o755); // PostgreSQL's own user must reach its folder
    mkdirSync(logFolder, { recursive: true });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
    const stack = new DayStack(folder, openSync(join(logFolder, 'apps.log'), 'w'));
    process.once('exit', () => stack.running.forEach(({ child }) => child.kill('SIGKILL'))); // nobody else ends them
    try {
      await stack.startAll(prepare);
    } catch (error) {
      await stack.stop();
      throw error;
    }
    return stack;
  }

  /** 0 or 1. */
  gatewayUrl(n: number): string {
    return `http://localhost:${this.ports[gatewayName(n)]}`;
  }

  get shopUrl(): string {
    return `http://localhost:${this.ports['demo-shop']}`;
  }

  /** SIGKILL, and a new process in its place. */
  async killGateway(n: number, awaySeconds: number): Promise<void> {
    const { child, program } = this.running.get(gatewayName(n))!;
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;
    await new Promise((back) => setTimeout(back, awaySeconds * 1000));
    await this.run(program, () => appReady(this.ports[program.name]!));
  }

  async stop(): Promise<void> {
    await this.db?.$disconnect();
    for (const { program, child } of [...this.running.values()].reverse()) {
      const exit = once(child, 'exit');
      if (child.exitCode === null && child.signalCode === null && child.kill(program.stopSignal)) await exit;
    }
    await this.mailbox?.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async startAll(prepare: (db: Database) => Promise<void>): Promise<void> {
    const password = randomBytes(12).toString('hex');
    const directory = (name: string) => join(this.folder, name);
    const postgres = await preparePostgres({
      directory: directory('postgres'),
      ...{ port: await freePort(), password, settings: fast },
    });
    const redis = await prepareRedis({ directory: directory('redis'), port: await freePort(), password });
    await this.run(postgres.program, () => postgresReady(postgres.url));
    await this.run(redis.program, () => redisReady(redis.url));
    for (const name of [gatewayName(0), gatewayName(1), 'demo-shop', ...Object.keys(workers)])
      this.ports[name] = await freePort();
    this.mailbox = await startMailbox(() => this.gatewayUrl(1));
    await migrate(postgres.url);
    await seed(postgres.url, { demoShopPort: this.ports['demo-shop'] });
    this.db = createDatabase(postgres.url, 4);
    await prepare(this.db);
    const shared = {
      ...{ NODE_ENV: 'test', LOG_LEVEL: 'warn', BATON_BACKGROUND_TRAINING: 'false' },
      ...{ DATABASE_URL: postgres.url, REDIS_URL: redis.url, BATON_DATA_DIR: directory('data') },
      ...{ ACTION_SECRET_KEY: randomBytes(32).toString('base64'), ACTION_ALLOWED_NETWORKS: '127.0.0.0/8,::1' },
      // A busy machine thinks slowly, and a laptop that is closed is to be missed soon.
      ...{ DECISION_DEADLINE_SECONDS: '30', PRESENCE_LEASE_SECONDS: String(presenceLeaseSeconds) },
      ...this.mailbox.environment,
    };
    mkdirSync(directory('data'));
    const port = (name: string) => this.ports[name]!;
    await Promise.all([
      ...[0, 1].map((n) => this.runApp(gatewayName(n), 'gateway', 'PORT', shared)),
      this.runApp('demo-shop', 'demo-shop', 'DEMO_SHOP_PORT', { ...shared, PORT: String(port(gatewayName(0))) }),
      ...Object.entries(workers).map(([name, setting]) => this.runApp(name, name, setting, shared)),
    ]);
    const serves = () => appWhole(port('inference-worker'));
    await untilReady(serves, startSeconds, 'No model answers.'); // once the trainer's first one is live
  }

  private runApp(name: string, app: string, setting: string, env: Record<string, string>): Promise<void> {
    const args = ['--enable-source-maps', `dist/apps/${app}/src/main.js`];
    const port = this.ports[name]!;
    const program = { name, file: process.execPath, args, stopSignal: 'SIGTERM' as const };
    return this.run({ ...program, env: { ...env, [setting]: String(port) } }, () => appReady(port));
  }

  private async run(program: Program, ready: () => Promise<void>): Promise<void> {
    this.running.set(program.name, { program, child: spawnProgram(program, ['ignore', this.log, this.log]) });
    await untilReady(ready, startSeconds, `${program.name} did not start.`);
  }
}

const workers = {
  'inference-worker': 'INFERENCE_WORKER_PORT',
  escalation: 'ESCALATION_PORT',
  trainer: 'TRAINER_PORT',
};

const gatewayName = (n: number) => `gateway-${n + 1}`;
