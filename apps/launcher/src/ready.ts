import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
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

/** What an app that cannot do its work lacks. */
const healthAnswer = z.object({ failing: z.array(z.string()).catch([]) });

/** Throws unless the app on this port says that it can do its work. */
export const appReady = (port: number) => ask(port, 'ready');

async function ask(port: number, what: 'ready' | 'live'): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${port}/health/${what}`, { signal: AbortSignal.timeout(2_000) });
  if (response.ok) return;
  const { failing } = healthAnswer.parse(await response.json());
  throw new Error(failing.length > 0 ? failing.join(', ') : `status ${response.status}`);
}

/**
 * Waits until every app can do its work, saying now and then which ones cannot yet. One that lives but lacks something
 * (a model, say) is no reason to stop the others: what it would have done goes to people.
 */
export async function untilAppsReady(apps: App[], logPath: string, say: (line: string) => void): Promise<void> {
  const waiting = new Map(apps.map(({ name }) => [name, '']));
  const line = () => [...waiting].map(([name, why]) => (why ? `${name} (${why})` : name)).join(', ');
  const progress = setInterval(() => say(`Waiting for ${line()} …`), PROGRESS_INTERVAL);
  const wait = async ({ name, port }: App) => {
    const attempt = () =>
      appReady(port).catch((error: Error) => {
        if (!(error instanceof TypeError)) waiting.set(name, error.message); // a TypeError: nobody listens there yet
        throw error;
      });
    try {
      await untilReady(attempt, APP_SECONDS, `${name} is not ready: see ${logPath}.`);
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
