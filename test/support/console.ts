import type { Browser, Page } from 'playwright-core';
import type { AgentActor } from '#conversation';
import type { Database } from '#database';
import { signIn } from './clients.js';

/** The console of an agent who is signed in already, in a browser profile of its own. */
export async function consoleOf(browser: Browser, url: string, db: Database, agent: AgentActor): Promise<Page> {
  const [name, value] = (await signIn(url, db, agent)).split('=') as [string, string];
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.addCookies([{ name, value, url }]);
  const page = await context.newPage();
  await page.goto(`${url}/console/`);
  await page.getByRole('link', { name: /^Waiting/ }).waitFor();
  return page;
}
