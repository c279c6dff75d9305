import { once } from 'node:events';
import { atEnd } from './at-end.js';
import { ownPort } from './port.js';
import { spawnProgram, appReady, untilReady } from '#local-services';

/** Several specs at once may each train a first model of 9,800 rows. */
const READY_SECONDS = 270;
const ports = {
  gateway: 'PORT',
  'inference-worker': 'INFERENCE_WORKER_PORT',
  escalation: 'ESCALATION_PORT',
  trainer: 'TRAINER_PORT',
  'demo-shop': 'DEMO_SHOP_PORT',
};

export type AppName = keyof typeof ports;

export interface RunningApp {
  url: string;
  port: number;
  pid: number;
  /** What it wrote so far. */
  output(): string;
  /** Sends a signal and does not wait: SIGKILL, SIGSTOP, SIGCONT. */
  signal(signal: NodeJS.Signals): void;
  /** Ends it, in order or (SIGKILL) at once, and waits until it is gone. The exit code; null when a signal ended it. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts a built app as a process of its own and resolves when it is ready (`appWhole`: with nothing degraded); ended after the spec's last test. */
export async function startApp(
  name: AppName,
  env: Record<string, string>,
  isReady: (port: number) => Promise<void> = appReady,
): Promise<RunningApp> {
  const port = Number(env[ports[name]] ?? (await ownPort()));
  const file = `dist/apps/${name}/src/main.js`;
  const child = spawnProgram({
    name,
    file: process.execPath,
    args: ['--enable-source-maps', file],
    stopSignal: 'SIGTERM',
    env: { NODE_ENV: 'test', LOG_LEVEL: 'warn', ...env, [ports[name]]: String(port) },
  });
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = () => child.exitCode !== null || child.signalCode !== null;
  const app: RunningApp = {
    url: `http://127.0.0.1:${port}`,
    port,
    pid: child.pid!,
    output: () => output,
    signal: (signal) => void child.kill(signal),
    stop: async (signal = 'SIGTERM') => {
      if (ended()) return child.exitCode;
      const exit = once(child, 'exit');
      child.kill(signal);
      await exit;
      return child.exitCode;
    },
  };
  atEnd(async () => void (await app.stop('SIGKILL')));
  const check = async () => {
    if (!ended()) await isReady(port);
  };
  await untilReady(check, READY_SECONDS, `${name} is not ready.`).catch((error: Error) => {
    throw new Error(`${error.message}\n${output}`);
  });
  if (ended()) throw new Error(`${name} ended while it started:\n${output}`);
  return app;
}
