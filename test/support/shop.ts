import type { Browser, Page } from 'playwright-core';
import { createDatabase, type Database } from '#database';
import { appWhole, freePort } from '#local-services';
import { demoPassword, seed } from '../../prisma/seed.js';
import { startApp } from './app.js';
import { freshEnvironment, type TestEnvironment } from './environment.js';

export interface DemoShop {
  env: TestEnvironment;
  shopUrl: string;
  consoleUrl: string;
}

/**
 * The whole product with the demo's data, every app a process of its own, its first model active. `prepare` may change the
 * data before the first model is trained on it.
 */
export async function startDemoShop(prepare: (db: Database) => Promise<void> = async () => {}): Promise<DemoShop> {
  const [gatewayPort, shopPort] = [await freePort(), await freePort()];
  const env = {
    ...(await freshEnvironment()),
    PORT: String(gatewayPort),
    DEMO_SHOP_PORT: String(shopPort),
  };
  await seed(env.DATABASE_URL, { demoShopPort: shopPort });
  const db = createDatabase(env.DATABASE_URL, 2);
  await prepare(db);
  await db.$disconnect();
  await Promise.all([
    startApp('gateway', env),
    startApp('escalation', env),
    startApp('trainer', env),
    startApp('demo-shop', env),
    startApp('inference-worker', env, appWhole), // once the trainer's first model is live
  ]);
  return { env, shopUrl: `http://localhost:${shopPort}`, consoleUrl: `http://localhost:${gatewayPort}/console/` };
}

/** A console in a browser profile of its own. */
export async function logIn(
  browser: Browser,
  { consoleUrl }: Pick<DemoShop, 'consoleUrl'>,
  email: string,
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(consoleUrl);
  await page
    .getByLabel('E-mail')
    .fill(email)
    .catch(async (cause: unknown) => {
      throw new Error(`Nobody can sign in; the page says: ${await page.locator('body').innerText()}`, { cause });
    });
  await page.getByLabel('Password').fill(demoPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: /^Waiting/ }).waitFor();
  return page;
}

/** The shop's first page with the chat open, in a browser profile of its own. */
export async function openChat(browser: Browser, { shopUrl }: DemoShop) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 } });
  const page = await context.newPage();
  await page.goto(shopUrl);
  return { page, ...(await chatOn(page)) };
}

/** The chat of a page, opened; `ask` types a message and sends it. */
export async function chatOn(page: Page) {
  const chat = page.locator('baton-chat');
  await chat.getByRole('button').first().click();
  const ask = async (text: string) => {
    await chat.getByRole('textbox').fill(text);
    await chat.getByRole('textbox').press('Enter');
  };
  return { chat, ask };
}
