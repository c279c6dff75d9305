import { setTimeout as pause } from 'node:timers/promises';
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

/** Throws unless the app on this port says that it can do its work. */
export async function appReady(port: number): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(2_000) });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message || error.name;
}
