import type { Browser, Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { seed } from '../../prisma/seed.js';
import { startApp } from '../support/app.js';
import { launchBrowser } from '../support/browser.js';
import { freshEnvironment } from '../support/environment.js';
import { logIn } from '../support/shop.js';
import { startWebServer } from '../support/web-server.js';

let browser: Browser;
let url: string;
let receiver: string;
let answers: number;

beforeAll(async () => {
  const environment = await freshEnvironment();
  await seed(environment.DATABASE_URL);
  const [gateway] = await Promise.all([startApp('gateway', environment), startApp('escalation', environment)]);
  url = gateway.url;
  browser = await launchBrowser();
  receiver = await startWebServer((_request, response) => response.writeHead(answers).end('Hello from the CRM'));
});

async function settings(page: string): Promise<Page> {
  const shown = await logIn(browser, { consoleUrl: `${url}/console/` }, 'owner@fernhill.example');
  await shown.goto(`${url}/console/settings/${page}`);
  return shown;
}

it('makes an API key that opens what it may, until it is revoked', async () => {
  const page = await settings('api-keys');
  await page.getByText('No key yet').waitFor();
  await page.getByRole('button', { name: 'New key' }).click();
  const dialog = page.getByRole('dialog', { name: 'New API key' });
  await dialog.getByLabel('Name', { exact: true }).fill('Order system');
  await dialog.getByLabel(/workspace:read/).check();
  await dialog.getByRole('button', { name: 'Make key' }).click();
  const token = await dialog.getByLabel('The key', { exact: true }).innerText();
  await dialog.getByRole('button', { name: 'I have kept it' }).click();
  const status = async (path: string) =>
    (await fetch(`${url}/api/v1/${path}`, { headers: { authorization: `Bearer ${token}` } })).status;
  expect([await status('inboxes'), await status('conversations'), await status('contacts')]).toEqual([200, 200, 403]);
  await page.getByRole('button', { name: 'Revoke Order system' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click();
  await page.getByText(/^Revoked /).waitFor();
  expect(await status('inboxes')).toBe(401);
});

it('adds a webhook, sends a test, shows the answer, and sends it again', async () => {
  answers = 500;
  const page = await settings('webhooks');
  await page.getByRole('button', { name: 'New webhook' }).click();
  const dialog = page.getByRole('dialog', { name: 'New webhook' });
  await dialog.getByLabel('Address').fill(receiver);
  await dialog.getByRole('button', { name: 'Add webhook' }).click();
  expect(await dialog.getByLabel('The secret', { exact: true }).innerText()).toMatch(/^whsec_/);
  await dialog.getByRole('button', { name: 'I have kept it' }).click();
  await page.getByRole('button', { name: 'Send a test' }).click();
  await page.getByText('Is tried again').waitFor();
  answers = 200;
  const row = page.getByRole('button', { name: /^A test/ });
  await row.click();
  await page.getByText('Hello from the CRM').first().waitFor();
  await page.getByRole('button', { name: 'Send again' }).click();
  await page.getByText('Answered 200: taken.').waitFor();
});

it('is not for agents', async () => {
  const page = await logIn(browser, { consoleUrl: `${url}/console/` }, 'alex@fernhill.example');
  await page.goto(`${url}/console/settings/api-keys`);
  await page.getByRole('heading', { name: 'This page is not for your role' }).waitFor();
});
