import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { createDatabase, type Database } from '#database';
import { startApp } from '../support/app.js';
import { atEnd } from '../support/at-end.js';
import { blankPage } from '../support/blank-page.js';
import { launchBrowser } from '../support/browser.js';
import { freshEnvironment } from '../support/environment.js';
import { chatOn, logIn } from '../support/shop.js';
import { demoInboxKey, seed } from '../../prisma/seed.js';

/** Where pictures of it go, if anywhere. */
const pictures = process.env['PICTURES'];
const picture = async (page: Page, name: string) => {
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: `${pictures}/${name}.png` });
};

let db: Database;
let browser: Browser;
let gatewayUrl: string;

beforeAll(async () => {
  const environment = {
    ...(await freshEnvironment()),
    ...{ SMTP_URL: 'smtp://127.0.0.1:9', SMTP_FROM: 'help@shop.example' },
  };
  await seed(environment.DATABASE_URL);
  db = createDatabase(environment.DATABASE_URL, 2);
  atEnd(() => db.$disconnect());
  await db.inbox.updateMany({ data: { allowedOrigins: [] } });
  gatewayUrl = (await startApp('gateway', environment)).url;
  browser = await launchBrowser();
});

it('a visitor leaves an address, sends a picture, reads a formatted reply with a file, and says how it went', async () => {
  const { page, origin, errors } = await blankPage(browser, { gatewayUrl, inboxKey: demoInboxKey });
  await page.goto(origin);
  const { chat } = await chatOn(page);
  await chat.getByRole('button', { name: 'Talk to a person' }).click();
  await chat.getByText('May we answer you by e-mail, too?').waitFor();
  await chat.getByRole('button', { name: 'Save' }).click();
  await chat.getByText('This is no e-mail address').waitFor();
  await picture(page, 'widget-email');
  await chat.getByLabel('May we answer you by e-mail, too?').fill('kim@mail.example');
  await chat.getByLabel(/Yes, send the answer/).check();
  await chat.getByRole('button', { name: 'Save' }).click();
  await chat.getByText('You want to be answered by e-mail, too').waitFor();

  const photo = { name: 'lamp.png', mimeType: 'image/png', buffer: await page.screenshot() };
  await chat
    .locator('input[type=file]')
    .setInputFiles([photo, { name: 'x.html', mimeType: 'text/html', buffer: Buffer.from('<b>') }]);
  await chat.getByText('Files of this kind cannot be sent').waitFor();
  await picture(page, 'widget-uploads');
  await chat.getByRole('button', { name: 'Remove: x.html' }).click();
  await chat.getByRole('textbox', { name: 'Write a message…' }).fill('It came like this.');
  await chat.getByRole('textbox', { name: 'Write a message…' }).press('Enter');
  await chat.locator('canvas[aria-label="lamp.png"][aria-busy="false"]').waitFor();
  await chat.getByText('Delivered').waitFor();

  const alex = await logIn(browser, { consoleUrl: `${gatewayUrl}/console/` }, 'alex@fernhill.example');
  await alex.getByRole('link', { name: /^All/ }).click();
  await alex.getByRole('list', { name: 'All' }).getByRole('link').first().click();
  await alex.getByRole('button', { name: 'Take over', exact: true }).click();
  await alex.getByRole('img', { name: 'lamp.png' }).waitFor();

  await chat.getByText(/✓✓ Read$/).waitFor();

  const field = alex.getByLabel('Reply', { exact: true });
  await field.fill('Sorry');
  await field.press('Control+a');
  await alex.getByRole('button', { name: 'Bold' }).click();
  await expect.poll(() => field.inputValue()).toBe('**Sorry**');
  await field.press('End');
  await field.pressSequentially('! Please ');
  await alex.getByRole('button', { name: 'Emoji' }).click();
  await alex
    .getByRole('menuitem', { name: /grinning face/ })
    .first()
    .click();
  await expect.poll(() => field.inputValue()).toContain('😀');
  await field.fill(`${await field.inputValue()}:\n- pack it\n- send it to [our workshop](https://shop.example/repair)`);
  const label = { name: 'label.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n1 0 obj') };
  await alex.locator('input[type=file]').setInputFiles(label);
  await alex.getByRole('button', { name: 'Remove label.pdf' }).waitFor();
  await picture(alex, 'console-composer');
  await alex.getByRole('button', { name: 'Send', exact: true }).click();

  await chat.locator('strong', { hasText: 'Sorry' }).waitFor();
  expect(await chat.getByRole('link', { name: 'our workshop' }).getAttribute('href')).toBe(
    'https://shop.example/repair',
  );
  await alex.getByText(/^Read /).waitFor();
  const download = page.waitForEvent('download');
  await chat.getByRole('button', { name: /label.pdf/ }).click();
  expect((await download).suggestedFilename()).toBe('label.pdf');
  await picture(page, 'widget-chat');
  await picture(alex, 'console-chat');
  await alex.emulateMedia({ colorScheme: 'dark' });
  await picture(alex, 'console-chat-dark');

  await alex.getByRole('button', { name: /^Resolve/ }).click();
  await alex.getByRole('combobox', { name: 'Another topic' }).waitFor();
  await alex.keyboard.press('9'); // no question here
  await chat.getByText('How did we do?').first().waitFor();
  await picture(page, 'widget-rating');
  await chat.getByRole('button', { name: 'Good', exact: true }).click();
  await chat.getByLabel('What was good, what could be better?').fill('Quick!');
  await picture(page, 'widget-rating-why');
  await chat.locator('.card').getByRole('button', { name: 'Send' }).click();
  await alex.getByText('The customer rated it 4 of 5').waitFor();
  await alex.getByText('The customer says about it: “Quick!”').waitFor();
  await picture(page, 'widget-end');
  expect(await db.csatResponse.findMany()).toMatchObject([{ score: 4, comment: 'Quick!', answeredBy: 'agent' }]);
  expect(errors.filter((error) => !error.includes('415'))).toEqual([]);
});

it('a conversation’s copied link and its print lead to the console’s own pages', async () => {
  const { id } = await db.conversation.findFirstOrThrow();
  const alex = await logIn(browser, { consoleUrl: `${gatewayUrl}/console/` }, 'alex@fernhill.example');
  await alex.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await alex.goto(`${gatewayUrl}/console/inbox/all/${id}`);
  const menu = alex.getByRole('button', { name: 'More about this conversation' });
  await menu.click();
  await alex.getByRole('menuitem', { name: 'Copy the link' }).click();
  await alex.getByText('The link is copied.').waitFor();
  const link = await alex.evaluate<string>('navigator.clipboard.readText()');
  expect(link).toBe(`${gatewayUrl}/console/inbox/all/${id}`);
  await menu.click();
  const opened = alex.context().waitForEvent('page');
  await alex.getByRole('menuitem', { name: 'Print' }).click();
  const sheet = await opened;
  await sheet.getByText('It came like this.').waitFor();
  await sheet.getByRole('img', { name: 'lamp.png' }).waitFor();
  await sheet.locator('strong').getByText('Sorry', { exact: true }).waitFor();
});
