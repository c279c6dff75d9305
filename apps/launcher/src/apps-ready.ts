import { appLives, appReady, untilReady } from '#local-services';
import type { App } from './apps.js';

const PROGRESS_INTERVAL = 5_000;
const APP_SECONDS = 120;

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
      await appLives(port).catch(() => {
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
