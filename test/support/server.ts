import { once } from 'node:events';
import type { ChildProcess } from 'node:child_process';
import {
  postgresReady,
  preparePostgres,
  type Service,
  spawnProgram,
  untilReady,
  prepareRedis,
  redisReady,
  password,
} from '#local-services';
import { ownPort } from './port.js';

const READY_SECONDS = 30;
/** Nothing in a test run has to survive a power cut; a killed server must keep what it acknowledged all the same. */
const FAST = ['fsync=off', 'full_page_writes=off'];

/** A database server that a spec can stop, kill and start again; its URL stays the same. */
export class Server {
  private child: ChildProcess | undefined;

  constructor(
    private readonly service: Service,
    private readonly ready: (url: string) => Promise<void>,
  ) {}

  get url(): string {
    return this.service.url;
  }

  async start(): Promise<this> {
    this.child = spawnProgram(this.service.program, ['ignore', 'ignore', 'ignore']);
    await untilReady(() => this.ready(this.url), READY_SECONDS, `${this.service.program.name} did not start.`);
    return this;
  }

  /** Sends a signal and does not wait. */
  signal(signal: NodeJS.Signals): void {
    this.child?.kill(signal);
  }

  /** Ends it, in order or (SIGKILL) at once, and waits until it is gone. */
  async stop(signal: NodeJS.Signals = this.service.program.stopSignal): Promise<void> {
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    child.kill(signal);
    await exit;
  }
}

export async function launchPostgres(directory: string): Promise<Server> {
  const service = await preparePostgres({ directory, port: await ownPort(), password: password(), settings: FAST });
  return new Server(service, postgresReady).start();
}

export async function launchRedis(directory: string): Promise<Server> {
  const service = await prepareRedis({ directory, port: await ownPort(), password: password() });
  return new Server(service, redisReady).start();
}
