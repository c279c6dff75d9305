import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { uuidv7 } from 'uuidv7';
import { startApp } from '../support/app.js';
import { launchBrowser } from '../support/browser.js';
import { startCore } from '../support/core.js';
import { freshEnvironment } from '../support/environment.js';
import { logIn } from '../support/shop.js';
import { seed } from '../../prisma/seed.js';

let browser: Browser;
let consoleUrl: string;
let core: Awaited<ReturnType<typeof startCore>>;

beforeAll(async () => {
  const environment = await freshEnvironment();
  await seed(environment.DATABASE_URL);
  core = await startCore(environment);
  consoleUrl = `${(await startApp('gateway', environment)).url}/console/`;
  browser = await launchBrowser();
});

it('the wallboard follows what happens, and the report counts it', async () => {
  const { workspaceId, id: inboxId } = await core.db.inbox.findFirstOrThrow();
  const sam = await logIn(browser, { consoleUrl }, 'sam@fernhill.example');
  await sam.getByRole('link', { name: 'Reports' }).click();
  await sam.getByText('No conversations in this time').waitFor();
  await sam.getByRole('link', { name: 'Wallboard' }).click();
  const agents = sam.getByRole('region', { name: 'Agents' });
  await agents.getByRole('listitem').filter({ hasText: 'Alex Moreau' }).getByText('offline').waitFor();

  const alex = await logIn(browser, { consoleUrl }, 'alex@fernhill.example');
  await agents.getByRole('listitem').filter({ hasText: 'Alex Moreau' }).getByText('online').waitFor();
  const contactId = uuidv7();
  await core.db.contact.create({ data: { id: contactId, workspaceId } });
  const visitor = { type: 'contact', workspaceId, contactId, inboxId } as const;
  await core.contactMessages.requestHuman(visitor, uuidv7());
  await sam.getByRole('region', { name: 'Waiting now' }).getByText('1', { exact: true }).waitFor();

  await sam.getByRole('link', { name: 'Reports' }).click();
  await sam.reload();
  await sam.getByRole('region', { name: 'Automation' }).getByText('No episode is closed yet.').waitFor();
  const download = sam.waitForEvent('download');
  await sam.getByRole('link', { name: 'What became of conversations as CSV' }).click();
  const csv = readFileSync(await (await download).path(), 'utf8');
  expect(csv.split('\n').at(-2)).toMatch(/^all,0,1,/);

  await alex.goto(`${consoleUrl}reports`);
  await alex.getByText('Reports are for supervisors and admins').waitFor();
});
