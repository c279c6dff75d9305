import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { uuidv7 } from 'uuidv7';
import { createDatabase, type Database } from '#database';
import { startApp } from '../support/app.js';
import { atEnd } from '../support/at-end.js';
import { launchBrowser } from '../support/browser.js';
import { connectVisitor, visitorToken } from '../support/clients.js';
import { freshEnvironment } from '../support/environment.js';
import { logIn } from '../support/shop.js';
import { seed } from '../../prisma/seed.js';

let browser: Browser;
let consoleUrl: string;
let db: Database;
let url: string;

/** The wallboard asks by itself only after 15 s. */
const byEvent = { timeout: 12_000 };

beforeAll(async () => {
  const environment = await freshEnvironment();
  await seed(environment.DATABASE_URL);
  db = createDatabase(environment.DATABASE_URL, 1);
  atEnd(() => db.$disconnect());
  url = (await startApp('gateway', environment)).url;
  consoleUrl = `${url}/console/`;
  browser = await launchBrowser();
});

it('the wallboard follows what happens, and the report counts it', async () => {
  const robin = await logIn(browser, { consoleUrl }, 'robin@fernhill.example');
  await robin.getByRole('link', { name: 'Reports' }).click();
  await robin.getByText('No conversations in this time').waitFor();
  await robin.getByRole('link', { name: 'Wallboard' }).click();
  const agents = robin.getByRole('region', { name: 'Agents' });
  await agents.getByRole('listitem').filter({ hasText: 'Alex Moreau' }).getByText('offline').waitFor();

  const alex = await logIn(browser, { consoleUrl }, 'alex@fernhill.example');
  await agents.getByRole('listitem').filter({ hasText: 'Alex Moreau' }).getByText('online').waitFor(byEvent);
  const { key: inboxKey, workspaceId } = await db.inbox.findFirstOrThrow();
  const visitor = await connectVisitor(url, await visitorToken(url, inboxKey));
  await visitor.emitWithAck('human:request', { clientMessageId: uuidv7() });
  await robin.getByRole('region', { name: 'Waiting now' }).getByText('1', { exact: true }).waitFor(byEvent);

  const { id: episodeId, conversationId } = await db.episode.findFirstOrThrow();
  const which = { id: uuidv7(), workspaceId, conversationId, episodeId };
  await db.csatResponse.create({ data: { ...which, score: 1, comment: 'Nobody came.', answeredBy: 'bot' } });
  await robin.getByRole('link', { name: 'Reports' }).click();
  await robin.reload();
  await robin.getByRole('region', { name: 'What customers wrote' }).getByText('Nobody came.').waitFor();
  await robin.getByRole('region', { name: 'Automation' }).getByText('No episode is closed yet.').waitFor();
  const download = robin.waitForEvent('download');
  await robin.getByRole('link', { name: 'What became of conversations as CSV' }).click();
  const csv = readFileSync(await (await download).path(), 'utf8');
  expect(csv.split('\n').at(-2)).toMatch(/^all,0,1,/);

  await alex.goto(`${consoleUrl}reports`);
  await alex.getByText('Reports are for supervisors and admins').waitFor();
});
