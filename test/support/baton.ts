import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { atEnd } from './at-end.js';
import { ownPort } from './port.js';
import { waitFor } from './wait-for.js';

const settings = ['PORT', 'INFERENCE_WORKER_PORT', 'ESCALATION_PORT', 'TRAINER_PORT', 'DEMO_SHOP_PORT'];
const START_SECONDS = 150;

/** Ports of a whole Baton that nothing uses, as environment variables. */
export async function freePorts(): Promise<Record<string, string>> {
  const ports = await Promise.all(settings.map(ownPort));
  return Object.fromEntries(settings.map((name, i) => [name, String(ports[i])]));
}

export interface Baton {
  /** What it printed so far, both streams. */
  output(): string;
  /** Resolves when it has printed its four lines; fails when it ends instead. */
  ready(): Promise<void>;
  /** As Ctrl-C in the terminal: a signal to npm and Baton at once. Resolves when both have ended. */
  interrupt(): Promise<void>;
  /** Resolves with the exit code when it ends by itself. */
  ended: Promise<number | null>;
}

/** `npm start` as a person types it; `flags` as after `npm start --`. */
export function npmStart(env: Record<string, string>, flags: string[] = []): Baton {
  const child = spawn('npm', ['start', '--', ...flags], {
    env: { ...process.env, DATABASE_URL: undefined, REDIS_URL: undefined, NODE_ENV: 'development', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const interrupt = async () => {
    if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid!, 'SIGINT');
    await ended;
  };
  atEnd(interrupt);
  const printed = () => {
    if (child.exitCode !== null) return true;
    return /^Data /m.test(output);
  };
  return {
    output: () => output,
    ready: async () => {
      await waitFor(printed, START_SECONDS);
      if (child.exitCode !== null) throw new Error(`npm start ended:\n${output}`);
    },
    interrupt,
    ended,
  };
}
