import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { CannotStart } from './cannot-start.js';

const INTERVAL = 50;

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

/** Throws unless the app on this port lives, whatever it lacks. */
export const appLives = (port: number) => ask(port, 'live');

async function ask(port: number, what: 'ready' | 'live'): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${port}/health/${what}`, { signal: AbortSignal.timeout(2_000) });
  if (response.ok) return;
  const { failing } = healthAnswer.parse(await response.json());
  throw new Error(failing.length > 0 ? failing.join(', ') : `status ${response.status}`);
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message || error.name;
}
