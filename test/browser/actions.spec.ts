import { SignJWT } from 'jose';
import type { Browser, Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import type { ActionSettings, ActionView, IdentityKeyView, SaveAnswer } from '#contracts';
import { createDatabase, type Database } from '#database';
import { atEnd } from '../support/at-end.js';
import { blankPage } from '../support/blank-page.js';
import { launchBrowser } from '../support/browser.js';
import { chatOn, logIn, openChat, startDemoShop, type DemoShop } from '../support/shop.js';
import { waitFor } from '../support/wait-for.js';
import { startWebServer } from '../support/web-server.js';
import { demoInboxKey } from '../../prisma/seed.js';

const secret = 'Bearer of-the-shop-8842';
/** They are learnt in a moment. */
const taught = ['return_item', 'stock_availability', 'gift_card', 'talk_to_human'];

let demo: DemoShop;
let db: Database;
let browser: Browser;
let owner: Page;
/** Another shop's API. */
let api: string;
/** Secrets that came with its calls. */
const authorizations: (string | undefined)[] = [];

beforeAll(async () => {
  demo = await startDemoShop(async (db) => {
    const others = await db.intent.findMany({ where: { name: { notIn: taught } } });
    await db.trainingExample.deleteMany({ where: { intentId: { in: others.map(({ id }) => id) } } });
  });
  db = createDatabase(demo.env.DATABASE_URL, 2);
  atEnd(() => db.$disconnect());
  api = await startWebServer(({ url, headers: { authorization } }, response) => {
    authorizations.push(authorization);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ customer: url!.split('/').pop(), balance: '£25', stock_level: 7, authorization }));
  });
  browser = await launchBrowser();
  owner = await logIn(browser, demo, 'owner@fernhill.example');
});

it('is declared, tried with its secret and saved, and the secret is nowhere in the browser then', async () => {
  await owner.goto(`${demo.consoleUrl}settings/actions`);
  await owner.getByRole('button', { name: 'New action' }).click();
  await owner.getByLabel('Title').fill('Stock level');
  expect(await owner.getByLabel('Name', { exact: true }).inputValue()).toBe('stockLevel');
  await owner.getByRole('button', { name: 'Add a slot' }).click();
  await owner.getByLabel('Address').fill(`${api}/stock/{{nothing}}`);
  await owner.getByRole('button', { name: 'Create action' }).click();
  await owner.getByText('must be names of slots above').waitFor();
  await owner.getByLabel('Address').fill(`${api}/stock/{{orderNumber}}`);
  await owner.getByLabel('Secret header').fill('Authorization');
  await owner.getByLabel('Its value').fill(secret);
  await owner.getByLabel('orderNumber', { exact: true }).fill('1042');
  await owner.getByRole('button', { name: 'Call the shop' }).click();
  await owner.getByRole('button', { name: /Make stock_level/ }).click();
  expect(authorizations).toEqual([secret]);
  await owner.getByRole('button', { name: 'Create action' }).click();
  await owner.getByText('The action is saved.').first().waitFor();
  await owner.getByText('Saved, and never shown').waitFor();
  expect(await inBrowser(owner)).not.toContain('of-the-shop-8842');
  expect(await inBrowser(owner)).toContain('stock_level'); // what is looked through is not empty

  const action = await db.action.findFirstOrThrow({ where: { name: 'stockLevel' } });
  expect(action.outputs).toEqual([{ name: 'stockLevel', path: 'stock_level' }]);
  await owner.getByRole('button', { name: 'Delete' }).click();
  await owner.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await owner.getByText('The action is deleted.').first().waitFor();
  expect(await db.action.count({ where: { name: 'stockLevel' } })).toBe(0);
});

/** All that a page holds: its markup, what is in its fields, and what the browser keeps for it. */
async function inBrowser(page: Page): Promise<string> {
  const fields = await page.evaluate("[...document.querySelectorAll('input, textarea')].map((field) => field.value)");
  const session = await page.evaluate('JSON.stringify(sessionStorage)');
  const kept = await page.context().storageState({ indexedDB: true });
  return JSON.stringify([await page.content(), fields, session, kept]);
}

it('tells what the demo shop has in stock, and makes return labels once an owner approves that answer', async () => {
  const { chat, ask } = await openChat(browser, demo);
  await ask('has the candle sold out');
  await chat.getByText(/candle is sold out at the moment/).waitFor();
  await ask('I want to return an item');
  await chat.getByText('You can return anything unused within 30 days').waitFor();

  await owner.goto(`${demo.consoleUrl}settings/intents`);
  await owner.getByRole('button', { name: 'Return an item' }).click();
  await owner.getByRole('button', { name: 'Approve', exact: true }).first().click();
  await owner.getByText('The bot says it from now on.').first().waitFor();
  const next = await waitFor(async () => {
    const visitor = await openChat(browser, demo); // a visitor who asks the same again gets a person
    await visitor.ask('I want to return an item');
    const reply = visitor.chat.getByText(/You can return anything|Which order/);
    return (await reply.textContent())!.includes('Which order') ? visitor : null;
  });
  await next.ask('1036');
  await next.chat.getByText(/which e-mail address did you order with/).waitFor();
  await next.ask('robin.ashdown@example.com');
  await next.chat.getByText('Your free return label for order 1036 is FR-1036-26').waitFor();
});

it('tells a customer whom the shop vouches for their own data, and a stranger, an expired token included, nothing', async () => {
  const intent = await db.intent.findFirstOrThrow({ where: { name: 'gift_card' } });
  const action = await created<ActionView>('actions', balance());
  const text = 'You have {{balance}} left, {{customer}}.';
  const answer: SaveAnswer = { locale: 'en', text, conditions: [], actionId: action.id, approve: true };
  await created(`knowledge/intents/${intent.id}/answers`, answer);
  const { key, secret: signing } = await created<{ key: IdentityKeyView; secret: string }>('identity-keys', {
    algorithm: 'HS256',
  });
  const token = (expiry: string) =>
    new SignJWT({ name: 'Jo' })
      .setProtectedHeader({ alg: 'HS256', kid: key.kid })
      .setSubject('customer-77')
      .setAudience(demoInboxKey)
      .setExpirationTime(expiry)
      .sign(new TextEncoder().encode(signing));
  const visit = async (identity: string) => {
    const gatewayUrl = new URL(demo.consoleUrl).origin;
    const shop = await blankPage(browser, { gatewayUrl, inboxKey: demoInboxKey, identity });
    await db.inbox.updateMany({ data: { allowedOrigins: { push: shop.origin } } });
    await shop.page.goto(shop.origin);
    const { chat, ask } = await chatOn(shop.page);
    await ask('gift card balance');
    return { chat, errors: shop.errors };
  };

  const stranger = await waitFor(async () => {
    const visitor = await visit(await token('-1m'));
    const reply = visitor.chat.getByText(/Please sign in to your account on this site first|gift cards/);
    return (await reply.first().textContent())!.startsWith('Please sign in') ? visitor : null; // the new answer is live
  });
  expect(stranger.errors.join()).toMatch(/\[Baton\] The customer is treated as signed out. IDENTITY_INVALID: .* exp/);

  const customer = await visit(await token('10m'));
  await customer.chat.getByText('You have £25 left, customer-77.').waitFor();
  expect(customer.errors).toEqual([]);
});

const balance = (): ActionSettings => ({
  ...{ name: 'balance', title: 'Balance', method: 'GET', url: `${api}/balances/{{customer.id}}`, body: '' },
  ...{ headerName: '', slots: [], identity: 'signed_in', confirmedBy: [], timeoutMs: 3000 },
  outputs: ['balance', 'customer'].map((name) => ({ name, path: name })),
});

async function created<T>(path: string, data: object): Promise<T> {
  const answer = await owner.request.post(new URL(`/api/${path}`, demo.consoleUrl).href, { data });
  expect(answer.status(), await answer.text()).toBe(201);
  return (await answer.json()) as T;
}
