import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { issueSetUpToken } from '#administration';
import { createDatabase } from '#database';
import { atEnd } from './at-end.js';
import { startApp } from './app.js';
import { freePorts, npmStart } from './baton.js';
import { freshEnvironment } from './environment.js';
import { startExternalServices } from './external-services.js';
import { temporaryFolder } from './temporary-folder.js';

/** An installation that nobody has set up. */
export interface EmptyInstallation {
  url: string;
  setUpPath: string;
}

/** As an operator starts it: the command, with PostgreSQL and Redis of his own. */
export async function startProduction(settings: Record<string, string> = {}): Promise<EmptyInstallation> {
  const [services, ports, folder] = [await startExternalServices(), await freePorts(), temporaryFolder()];
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  const baton = npmStart({ ...services, ...ports, BATON_DATA_DIR: folder, ...settings }, ['--no-demo']);
  await baton.ready();
  const url = `http://localhost:${ports.PORT}`;
  return { url, setUpPath: /(\/console\/setup\?token=\S+)/.exec(baton.output())![1]! };
}

/** The same processes without the launcher, for a second shop in the same run. */
export async function startEmptyApps(): Promise<EmptyInstallation> {
  const env = await freshEnvironment();
  const db = createDatabase(env.DATABASE_URL, 1);
  const token = await issueSetUpToken(db);
  await db.$disconnect();
  const [gateway] = await Promise.all([
    startApp('gateway', env),
    startApp('escalation', env),
    startApp('trainer', env),
    startApp('inference-worker', env),
  ]);
  return { url: gateway.url, setUpPath: `/console/setup?token=${token}` };
}

const ownersPassword = 'violet harbour kettle 73';

/** The first page of all: who owns this, and what the shop is called. The wizard's first step is open afterwards. */
export async function becomeOwner(browser: Browser, { url, setUpPath }: EmptyInstallation): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  await page.goto(url + setUpPath);
  await page.getByLabel('Your name').fill('Olga Ramirez');
  await page.getByLabel('E-mail').fill('olga@harbour.example');
  await page.getByLabel('Password', { exact: true }).fill(ownersPassword);
  await page.getByLabel('Name of your shop').fill('Harbour Goods');
  await page.getByRole('button', { name: 'Create account and go on' }).click();
  await page.getByRole('heading', { name: 'Tickets', exact: true }).waitFor();
  return page;
}
