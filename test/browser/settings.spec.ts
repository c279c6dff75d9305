import type { Browser, Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { startApp } from '../support/app.js';
import { launchBrowser } from '../support/browser.js';
import { freshEnvironment } from '../support/environment.js';
import { logIn } from '../support/shop.js';
import { demoPassword, seed } from '../../prisma/seed.js';

const password = 'harbour velvet onion tractor';

let browser: Browser;
let consoleUrl: string;

beforeAll(async () => {
  const environment = await freshEnvironment();
  await seed(environment.DATABASE_URL);
  const [gateway] = await Promise.all([startApp('gateway', environment), startApp('escalation', environment)]);
  consoleUrl = `${gateway.url}/console/`;
  browser = await launchBrowser();
});

async function settings(person: string, page: string): Promise<Page> {
  const shown = await logIn(browser, { consoleUrl }, `${person}@fernhill.example`);
  await shown.goto(`${consoleUrl}settings/${page}`);
  return shown;
}

/** A link of the installation's address, on the address that this test has. */
async function openLink(link: string): Promise<Page> {
  const { pathname, search } = new URL(link);
  const page = await (await browser.newContext()).newPage();
  await page.goto(new URL(pathname + search, consoleUrl).href);
  return page;
}

it('invites a colleague, who joins by the link once; disabled, they are out', async () => {
  const owner = await settings('owner', 'people');
  await owner.getByRole('button', { name: 'Invite' }).click();
  const dialog = owner.getByRole('dialog', { name: 'Invite a colleague' });
  await dialog.getByLabel('E-mail').fill('ravi@fernhill.example');
  await dialog.getByRole('button', { name: 'Invite' }).click();
  const link = await dialog.getByLabel('Link of the invitation').inputValue();
  await owner.keyboard.press('Escape');

  const ravi = await openLink(link);
  await ravi.getByRole('heading', { name: /^Join / }).waitFor();
  await ravi.getByLabel('Your name').fill('Ravi Kumar');
  await ravi.getByLabel('Password', { exact: true }).fill('ravi kumar 1');
  await ravi.getByText(/easy to guess|guessed at once/i).waitFor();
  await ravi.getByRole('button', { name: 'Join' }).click();
  await ravi
    .getByRole('alert')
    .getByText(/easy to guess|guessed at once/i)
    .waitFor();
  await ravi.getByLabel('Password', { exact: true }).fill(password);
  await ravi.getByText('Strong.').waitFor();
  await ravi.getByRole('button', { name: 'Join' }).click();
  await ravi.getByRole('link', { name: /^Waiting/ }).waitFor();

  const late = await openLink(link);
  await late.getByText('This invitation does not work').waitFor();

  await owner.reload();
  await owner.getByRole('button', { name: 'What to do with Ravi Kumar' }).click();
  await owner.getByRole('menuitem', { name: 'Disable' }).click();
  await owner.getByRole('alertdialog').getByRole('button', { name: 'Disable' }).click();
  await ravi.getByRole('heading', { name: 'Sign in to Baton' }).waitFor();
});

it('lets in with a new password by a reset link', async () => {
  const admin = await settings('admin', 'people');
  await admin.getByRole('button', { name: 'What to do with Sam Okafor' }).click();
  await admin.getByRole('menuitem', { name: 'New password' }).click();
  await admin.getByRole('button', { name: 'Make a link' }).click();
  const sam = await openLink(await admin.getByLabel('Link for a new password').inputValue());
  await sam.getByLabel('New password', { exact: true }).fill(password);
  await sam.getByRole('button', { name: 'Save and sign in' }).click();
  await sam.getByRole('link', { name: /^Waiting/ }).waitFor();
});

it('saves the workspace and its hours, and the audit log tells what was before', async () => {
  const owner = await settings('owner', 'workspace');
  await owner.getByLabel('Name', { exact: true }).fill('Fernhill & Sons');
  await owner.getByLabel('An offer waits, seconds').fill('45');
  await owner.getByRole('button', { name: 'Save' }).click();
  await owner.getByRole('navigation', { name: 'Main' }).getByText('Fernhill & Sons').waitFor();

  await owner.getByRole('link', { name: 'Business hours' }).click();
  await owner.getByLabel('By the week').click();
  await owner.getByLabel('Monday, span 1, to').fill('00:00');
  await owner.getByRole('button', { name: 'Copy Monday’s hours' }).click();
  await owner.getByRole('menuitem', { name: 'To all days' }).click();
  await owner.getByRole('button', { name: 'Save' }).click();
  await owner.getByText('Business hours are saved.').first().waitFor();
  await owner.reload();
  expect(await owner.getByLabel('Sunday, span 1, to').inputValue()).toBe('00:00');

  await owner.getByRole('link', { name: 'Audit log' }).click();
  const changes = owner.getByRole('list', { name: 'Changes, newest first' });
  const workspace = changes.getByRole('listitem').filter({ hasText: 'Workspace changed' });
  await workspace.locator('ins', { hasText: 'Fernhill & Sons' }).waitFor();
  await workspace.getByText('by Noor Fern').waitFor();
});

it('keeps what is being typed when a colleague saves meanwhile', async () => {
  const [admin, owner] = [await settings('admin', 'workspace'), await settings('owner', 'workspace')];
  const name = await admin.getByLabel('Name', { exact: true }).inputValue();
  await admin.getByLabel('Name', { exact: true }).fill('Typed for long');
  await owner.getByLabel('The bot waits, minutes').fill('77');
  await owner.getByRole('button', { name: 'Save' }).click();
  await owner.getByText('The settings are saved.').first().waitFor();

  await admin.clock.setFixedTime(Date.now() + 3_600_000); // so that what was read is stale
  await admin.locator('body').dispatchEvent('visibilitychange');
  await admin.getByText('Somebody else has changed this meanwhile.').waitFor();
  expect(await admin.getByLabel('Name', { exact: true }).inputValue()).toBe('Typed for long');
  await admin.getByRole('button', { name: 'Show theirs' }).click();
  expect(await admin.getByLabel('The bot waits, minutes').inputValue()).toBe('77');
  expect(await admin.getByLabel('Name', { exact: true }).inputValue()).toBe(name);
});

it('changes the own password, which ends other sessions; agents see their account alone', async () => {
  const here = await settings('alex', 'account');
  const there = await logIn(browser, { consoleUrl }, 'alex@fernhill.example');
  await here.getByLabel('Current password').fill('not this one');
  await here.getByLabel('New password', { exact: true }).fill(password);
  await here.getByRole('button', { name: 'Change password' }).click();
  await here.getByRole('alert').getByText('The current password is wrong').waitFor();
  await here.getByLabel('Current password').fill(demoPassword);
  await here.getByRole('button', { name: 'Change password' }).click();
  await here.getByText('The password is changed.').first().waitFor();
  await there.getByRole('heading', { name: 'Sign in to Baton' }).waitFor();

  await here.goto(`${consoleUrl}settings/people`);
  await here.getByText('This page is not for your role').waitFor();
});
