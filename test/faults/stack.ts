import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createDatabase, type Database } from '#database';
import { appReady, freePort, untilReady } from '#local-services';
import { demoPassword } from '../../prisma/seed.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { Process } from './process.js';
import { SmallDisk } from './small-disk.js';
import { startPostgres, startRedis, type PreparedShop } from './shop.js';
import { TcpProxy } from '../support/tcp-proxy.js';

const readySeconds = 60;
export const agentEmails = ['alex@fernhill.example', 'sam@fernhill.example', 'robin@fernhill.example'];

export interface StackOptions {
  gateways?: number;
  workers?: number;
  /** More environment for every app, or by the app's name for one. */
  env?: Record<string, string>;
  envOf?: Record<string, Record<string, string>>;
  /** PostgreSQL has a small disk of its own, which can be filled. Only root may mount one. */
  smallDisk?: boolean;
}

/** One Baton under test: every process real, PostgreSQL and Redis reached through connections that can be broken. */
export class Stack {
  readonly processes = new Map<string, Process>();
  private readonly ports = new Map<string, number>();

  private constructor(
    readonly folder: string,
    readonly postgresProxy: TcpProxy,
    readonly redisProxy: TcpProxy,
    /** Straight to the databases, whatever the proxies do. */
    readonly db: Database,
    readonly redisUrl: string,
    readonly postgresUrl: string,
    /** PostgreSQL's, where the case wants one. */
    readonly disk: SmallDisk | undefined,
  ) {}

  static async start(shop: PreparedShop, options: StackOptions = {}): Promise<Stack> {
    const folder = temporaryFolder();
    const disk = options.smallDisk ? SmallDisk.mount(join(folder, 'postgres')) : undefined;
    const { postgres, url } = await startPostgres(shop, folder);
    const { redis, url: redisUrl } = await startRedis(join(folder, 'redis'));
    const portOf = (address: string) => () => Number(new URL(address).port);
    const postgresProxy = await TcpProxy.to(portOf(url));
    const redisProxy = await TcpProxy.to(portOf(redisUrl));
    const stack = new Stack(folder, postgresProxy, redisProxy, createDatabase(url, 4), redisUrl, url, disk);
    stack.processes.set('postgres', postgres);
    stack.processes.set('redis', redis);
    await stack.startApps(options);
    return stack;
  }

  process(name: string): Process {
    return this.processes.get(name)!;
  }

  url(gateway: string): string {
    return `http://127.0.0.1:${this.ports.get(gateway)}`;
  }

  get gateways(): string[] {
    return [...this.processes.keys()].filter((name) => name.startsWith('gateway'));
  }

  get workers(): string[] {
    return [...this.processes.keys()].filter((name) => name.startsWith('inference-worker'));
  }

  /** Resolves when the app says that it can do its work. */
  async ready(name: string): Promise<void> {
    await untilReady(() => appReady(this.ports.get(name)!), readySeconds, `${name} is not ready.`).catch(
      (error: Error) => {
        throw new Error(`${error.message}\n${this.process(name).output}`);
      },
    );
  }

  async stop(): Promise<void> {
    for (const proxy of [this.postgresProxy, this.redisProxy]) proxy.set('pass');
    for (const process of this.processes.values()) process.signal('SIGCONT');
    const apps = [...this.processes].filter(([name]) => name !== 'postgres' && name !== 'redis');
    await Promise.all(apps.map(([, process]) => process.stop('SIGKILL')));
    await this.db.$disconnect();
    await this.postgresProxy.close();
    await this.redisProxy.close();
    await Promise.all(['redis', 'postgres'].map((name) => this.process(name).stop('SIGKILL')));
    this.disk?.unmount();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async startApps({ gateways = 1, workers = 1, env = {}, envOf = {} }: StackOptions): Promise<void> {
    const through = (url: string, proxy: TcpProxy) => {
      const address = new URL(url);
      address.port = String(proxy.port);
      return address.href;
    };
    const shared = {
      NODE_ENV: 'test',
      LOG_LEVEL: 'warn',
      DATABASE_URL: through(this.postgresUrl, this.postgresProxy),
      REDIS_URL: through(this.redisUrl, this.redisProxy),
      PRESENCE_LEASE_SECONDS: '8',
      ACTION_SECRET_KEY: randomBytes(32).toString('base64'),
      ACTION_ALLOWED_NETWORKS: '127.0.0.0/8,::1',
      ...env,
    };
    const replicas = (app: string, setting: string, n: number) =>
      Array.from({ length: n }, (_, i) => ({ app, setting, name: i === 0 ? app : `${app}-${i + 1}` }));
    const all = [
      ...replicas('inference-worker', 'INFERENCE_WORKER_PORT', workers),
      ...replicas('escalation', 'ESCALATION_PORT', 1),
      ...replicas('gateway', 'PORT', gateways),
    ];
    for (const { app, setting, name } of all) {
      const port = await freePort();
      const dataDir = join(this.folder, name);
      mkdirSync(dataDir);
      this.ports.set(name, port);
      this.processes.set(
        name,
        new Process({
          name,
          file: process.execPath,
          args: ['--enable-source-maps', resolve(`dist/apps/${app}/src/main.js`)],
          stopSignal: 'SIGTERM',
          env: { ...shared, BATON_DATA_DIR: dataDir, [setting]: String(port), ...envOf[app] },
        }),
      );
    }
    await Promise.all(all.map(({ name }) => this.ready(name)));
  }
}

/** Signs an agent of the demo in; the cookie, as a browser sends it. */
export async function signIn(gatewayUrl: string, email: string): Promise<string> {
  const response = await fetch(`${gatewayUrl}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: gatewayUrl },
    body: JSON.stringify({ email, password: demoPassword }),
  });
  if (!response.ok) throw new Error(`${email} is not let in: ${await response.text()}`);
  return response.headers.getSetCookie()[0]!.split(';')[0]!;
}
