import type { Browser, Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { createDatabase, type Database } from '#database';
import { startApp } from '../support/app.js';
import { atEnd } from '../support/at-end.js';
import { blankPage } from '../support/blank-page.js';
import { launchBrowser } from '../support/browser.js';
import { freshEnvironment } from '../support/environment.js';
import { logIn } from '../support/shop.js';
import { waitFor } from '../support/wait-for.js';
import { demoInboxKey, seed } from '../../prisma/seed.js';

let db: Database;
let browser: Browser;
let gatewayUrl: string;
let owner: Page;

beforeAll(async () => {
  const environment = await freshEnvironment();
  await seed(environment.DATABASE_URL);
  db = createDatabase(environment.DATABASE_URL, 2);
  atEnd(() => db.$disconnect());
  gatewayUrl = (await startApp('gateway', environment)).url;
  browser = await launchBrowser();
  owner = await logIn(browser, { consoleUrl: `${gatewayUrl}/console/` }, 'owner@fernhill.example');
});

const open = (path: string) => owner.goto(`${gatewayUrl}/console/${path}`);
const press = (name: string) => owner.getByRole('button', { name, exact: true }).click();
const confirm = (name: string) => owner.getByRole('alertdialog').getByRole('button', { name }).click();
/** A toast, and what screen readers hear of it. */
const told = (words: string) => owner.getByText(words).first().waitFor();
const heading = (name: string) => owner.getByRole('heading', { name, exact: true }).waitFor();

it('tells why a page has no chat, allows its origin, and dresses the chat there', async () => {
  const shop = await blankPage(browser, { gatewayUrl, inboxKey: demoInboxKey });
  await open('settings/inboxes');
  await press('Check my page');
  await shop.page.goto(shop.origin);
  await expect.poll(() => shop.errors.join(), { timeout: 20_000 }).toContain('[Baton] ORIGIN_NOT_ALLOWED');
  await owner.getByText('which is not on the allowed list').waitFor();
  await press('Allow it');
  await told('is allowed. Reload your page.');
  await shop.page.reload();
  await owner.getByText(`The widget runs on ${shop.origin}`).waitFor();

  await owner.getByRole('textbox', { name: 'Accent', exact: true }).fill('#ffd400');
  await owner.getByRole('textbox', { name: 'Panel', exact: true }).fill('#14161f');
  await owner.getByRole('radio', { name: 'Left' }).click();
  await owner.getByRole('radio', { name: 'Icon and words' }).click();
  await owner.getByLabel('Words on the launcher').fill('Ask us');
  await press('Save');
  await told('from the next page view on');
  await shop.page.reload();
  const launcher = shop.page.getByRole('button', { name: 'Ask us' });
  const styleOf = "getComputedStyle(document.querySelector('baton-chat').shadowRoot.querySelector('.launcher'))";
  const colours = () => shop.page.evaluate(`(({ backgroundColor, color }) => [backgroundColor, color])(${styleOf})`);
  await launcher.waitFor();
  await expect.poll(colours).toEqual(['rgb(255, 212, 0)', 'rgb(0, 0, 0)']); // black is readable on yellow
  expect((await launcher.boundingBox())!.x).toBeLessThan(100);
  await launcher.click();
  await shop.page.getByRole('log').waitFor();

  await owner.getByRole('button', { name: 'Turn off' }).first().click();
  await confirm('Turn off');
  await told('The chat is gone');
  const late = await blankPage(browser, { gatewayUrl, inboxKey: demoInboxKey });
  await late.page.goto(late.origin);
  await expect.poll(() => late.errors.join(), { timeout: 20_000 }).toContain('[Baton] INBOX_DISABLED');
});

it('approves answers one after another on the way through the set-up', async () => {
  await open('set-up/answers');
  await owner.getByText(/of \d+ approved/).waitFor();
  await owner
    .getByRole('textbox', { name: /^(The|Else the) bot says$/ })
    .fill('Hello {{contact.name}}, you have 30 days.');
  await press('Approve and go on');
  await told('is approved.');
  // The notice may still be that of the answer before.
  const answer = await waitFor(() => db.answer.findFirst({ where: { text: { startsWith: 'Hello {{contact' } } }));
  expect(answer.approvedAt).not.toBeNull();
});

it('keeps every version of an answer, puts one back, splits an intent and merges it', async () => {
  await open('settings/intents');
  await press('New intent');
  await owner.getByLabel('Title').fill('Wedding lists');
  await press('Create');
  await heading('Wedding lists');
  for (const [index, text] of ['first', 'second'].entries()) {
    await owner.getByLabel('The bot says').fill(text);
    await press('Approve');
    await owner.getByText(`v${index + 1}`, { exact: true }).waitFor();
  }
  await owner.getByRole('switch', { name: 'The bot answers this by itself' }).click();
  await told('The bot answers this by itself.');
  await press('Put back');
  await confirm('Put back');
  await owner.getByText('v3', { exact: true }).waitFor();
  await owner.getByRole('button', { name: /^v3/ }).click();
  await owner.locator('del', { hasText: 'second' }).waitFor();
  await owner.locator('ins', { hasText: 'first' }).waitFor();
  const lists = await db.intent.findFirstOrThrow({ where: { name: 'wedding_lists' } });
  expect(lists.automate).toBe(true);
  const versions = await db.answer.findMany({ where: { intentId: lists.id }, orderBy: { version: 'asc' } });
  expect(versions.map(({ text }) => text)).toEqual(['first', 'second', 'first']);

  await press('All intents');
  await owner.getByRole('region', { name: 'Intents and their figures' }).waitFor();
  await owner.getByRole('row').nth(1).getByRole('button').first().click();
  await change('Split');
  await owner.getByLabel('Title').fill('Half of it');
  await owner.getByRole('checkbox').nth(1).click();
  await owner.getByRole('checkbox').nth(2).click();
  await press('Split');
  await heading('Half of it');
  await change('Merge into another');
  await owner.getByRole('combobox', { name: 'Into' }).click();
  await owner.getByRole('option', { name: 'Wedding lists' }).click();
  await press('Merge');
  await heading('Wedding lists');
  expect(await db.trainingExample.count({ where: { intentId: lists.id } })).toBe(2);
  expect(await db.intent.count({ where: { title: 'Half of it' } })).toBe(0);

  await change('Delete');
  await confirm('Delete');
  await owner.getByRole('region', { name: 'Intents and their figures' }).waitFor();
  expect(await db.intent.count({ where: { name: 'wedding_lists' } })).toBe(0);
});

async function change(how: string): Promise<void> {
  await press('Change');
  await owner.getByRole('menuitem', { name: how }).click();
}
