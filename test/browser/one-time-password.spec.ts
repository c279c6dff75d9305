import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { startApp } from '../support/app.js';
import { launchBrowser } from '../support/browser.js';
import { freshEnvironment } from '../support/environment.js';

it('the owner whom the command line made chooses a password before anything else', async () => {
  const environment = await freshEnvironment();
  const owner = ['--workspace', 'Shop', '--name', 'Olga', '--email', 'olga@shop.example'];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['dist/apps/cli/src/main.js', 'init', ...owner, '--json'],
    { env: { ...process.env, ...environment } },
  );
  const { oneTimePassword } = JSON.parse(stdout) as { oneTimePassword: string };
  const gateway = await startApp('gateway', environment);
  const browser = await launchBrowser();
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${gateway.url}/console/`);
  const signIn = async (password: string) => {
    await page.getByLabel('E-mail').fill('olga@shop.example');
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
  };

  await signIn(oneTimePassword);
  await page.getByRole('heading', { name: 'Choose your own password' }).waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await signIn(oneTimePassword);
  await page.getByLabel('One-time password').fill('not this one');
  await page.getByLabel('Your password', { exact: true }).fill('harbour velvet onion tractor');
  await page.getByText('Strong.').waitFor();
  await page.getByRole('button', { name: 'Save and go on' }).click();
  await page.getByRole('alert').getByText('The current password is wrong').waitFor();
  await page.getByLabel('One-time password').fill(oneTimePassword);
  await page.getByRole('button', { name: 'Save and go on' }).click();
  await page.getByRole('link', { name: /^Waiting/ }).click();
  await page.waitForURL('**/inbox/waiting');
  expect(await page.getByRole('heading', { name: 'Choose your own password' }).count()).toBe(0);
});
