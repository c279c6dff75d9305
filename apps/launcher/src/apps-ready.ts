import { appLives, appReady, appWhole, untilReady } from '#local-services';
import type { App } from './apps.js';

const PROGRESS_INTERVAL = 5_000;
const APP_SECONDS = 120;

/**
 * Waits until every app can do its work, saying now and then which ones cannot yet. One that lives but lacks something
 * is no reason to stop the others: what it would have done goes to people.
 */
export async function untilAppsReady(apps: App[], logPath: string, say: (line: string) => void): Promise<void> {
  const waiting = new Map(apps.map(({ name }) => [name, '']));
  const line = () => [...waiting].map(([name, why]) => (why ? `${name} (${why})` : name)).join(', ');
  const wait = async ({ name, port }: App) => {
    const attempt = () =>
      appReady(port).catch((error: Error) => {
        if (!(error instanceof TypeError)) waiting.set(name, error.message); // a TypeError: nobody listens there yet
        throw error;
      });
    try {
      await untilReady(attempt, APP_SECONDS, `${name} is not ready: see ${logPath}.`);
    } catch (error) {
      await appLives(port).catch(() => {
        throw error;
      });
      say((error as Error).message);
    }
    waiting.delete(name);
  };
  await saying(
    () => say(`Waiting for ${line()} …`),
    () => Promise.all(apps.map(wait)),
  );
}

/** The demo's bot answers from the first message on, so its first model is waited for; if it does not come, people answer. */
export async function untilModelServes(
  workerPort: number,
  logPath: string,
  say: (line: string) => void,
): Promise<void> {
  const attempt = () => appWhole(workerPort);
  await saying(
    () => say("Waiting for the demo's first model …"),
    () => untilReady(attempt, APP_SECONDS, `The bot has no model yet: see ${logPath}.`),
  ).catch((error: Error) => say(error.message));
}

async function saying<T>(progress: () => void, work: () => Promise<T>): Promise<T> {
  const timer = setInterval(progress, PROGRESS_INTERVAL);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
