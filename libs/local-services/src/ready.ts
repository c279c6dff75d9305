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

/** What an app that cannot do its work lacks, and what works but should be looked at. */
const healthAnswer = z.object({
  failing: z.array(z.string()).catch([]),
  degraded: z.array(z.string()).catch([]),
});

/** Throws unless the app on this port says that it can do its work. */
export const appReady = async (port: number): Promise<void> => void (await ask(port, 'ready'));

/** Throws unless the app on this port can do all of its work, with nothing degraded. */
export async function appWhole(port: number): Promise<void> {
  const { degraded } = await ask(port, 'ready');
  if (degraded.length > 0) throw new Error(degraded.join(', '));
}

/** Throws unless the app on this port lives, whatever it lacks. */
export const appLives = async (port: number): Promise<void> => void (await ask(port, 'live'));

async function ask(port: number, what: 'ready' | 'live'): Promise<z.output<typeof healthAnswer>> {
  const response = await fetch(`http://127.0.0.1:${port}/health/${what}`, { signal: AbortSignal.timeout(2_000) });
  const answer = healthAnswer.parse(await response.json());
  if (response.ok) return answer;
  const { failing } = answer;
  throw new Error(failing.length > 0 ? failing.join(', ') : `status ${response.status}`);
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message || error.name;
}
