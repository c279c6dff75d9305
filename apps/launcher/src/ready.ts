import { setTimeout as pause } from 'node:timers/promises';
import type { App } from './apps.js';
import { CannotStart } from './cannot-start.js';

const INTERVAL = 50;
const PROGRESS_INTERVAL = 5_000;
const APP_SECONDS = 120;

/** Tries until `attempt` succeeds. After `seconds` it gives up with `sentence`, to which it adds why the last one failed. */
export async function untilReady(attempt: () => Promise<void>, seconds: number, sentence: string): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > deadline) throw new CannotStart(`${sentence} (${reason(error)})`);
      await pause(INTERVAL);
    }
  }
}

/** Throws unless the app on this port says that it can do its work. */
export const appReady = (port: number) => ask(port, 'ready');

async function ask(port: number, what: 'ready' | 'live'): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${port}/health/${what}`, { signal: AbortSignal.timeout(2_000) });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
}

/**
 * Waits until every app can do its work, saying now and then which ones cannot yet. One that lives but lacks something
 * (a model, say) is no reason to stop the others: what it would have done goes to people.
 */
export async function untilAppsReady(apps: App[], logPath: string, say: (line: string) => void): Promise<void> {
  const waiting = new Set(apps.map(({ name }) => name));
  const progress = setInterval(() => say(`Waiting for ${[...waiting].join(', ')} …`), PROGRESS_INTERVAL);
  const wait = async ({ name, port }: App) => {
    try {
      await untilReady(() => appReady(port), APP_SECONDS, `${name} is not ready: see ${logPath}.`);
    } catch (error) {
      await ask(port, 'live').catch(() => {
        throw error;
      });
      say((error as Error).message);
    }
    waiting.delete(name);
  };
  try {
    await Promise.all(apps.map(wait));
  } finally {
    clearInterval(progress);
  }
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message || error.name;
}
