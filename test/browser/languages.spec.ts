import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import { beforeAll, expect, it } from 'vitest';
import { demoInboxKey, demoPassword, seed } from '../../prisma/seed.js';
import { accessibilityFaults } from '../support/accessibility.js';
import { startApp } from '../support/app.js';
import { launchBrowser } from '../support/browser.js';
import { connectVisitor, visitorToken } from '../support/clients.js';
import { freshEnvironment } from '../support/environment.js';

/** A folder for pictures to look at: BATON_PICTURES=/tmp/pictures. */
const pictures = process.env.BATON_PICTURES;

const languages = [
  { locale: 'es-MX', signIn: 'Entrar', email: 'Correo electrónico', password: 'Contraseña', waiting: 'En espera' },
  { locale: 'de-CH', signIn: 'Anmelden', email: 'E-Mail', password: 'Passwort', waiting: 'Wartend' },
  { locale: 'fr-CA', signIn: 'Se connecter', email: 'E-mail', password: 'Mot de passe', waiting: 'En attente' },
  {
    locale: 'ar-EG',
    signIn: 'تسجيل الدخول',
    email: 'البريد الإلكتروني',
    password: 'كلمة المرور',
    waiting: 'في الانتظار',
  },
] as const;

let browser: Browser;
let url: string;

beforeAll(async () => {
  const environment = await freshEnvironment();
  await seed(environment.DATABASE_URL);
  [{ url }] = await Promise.all([startApp('gateway', environment), startApp('escalation', environment)]);
  browser = await launchBrowser();
  const visitor = await connectVisitor(url, await visitorToken(url, demoInboxKey));
  await visitor.emitWithAck('human:request', { clientMessageId: uuidv7() });
  await visitor.emitWithAck('message:send', { clientMessageId: uuidv7(), text: 'Where is my order FH-10423?' });
});

/** What axe finds, or a page that is wider than its window. */
async function faults(page: Page): Promise<string[]> {
  const isWide = await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth');
  // Browsers let the keyboard scroll a region that holds nothing to focus, which axe does not know.
  const found = await accessibilityFaults(page, ['scrollable-region-focusable']);
  return isWide ? [...found, 'wider than the window'] : found;
}

async function look(page: Page, name: string): Promise<void> {
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: `${pictures}/${name}.png` });
}

it.each(languages)('speaks as the browser does, $locale', async ({ locale, signIn, email, password, waiting }) => {
  const language = locale.slice(0, 2);
  const context = await browser.newContext({ locale, viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(`${url}/console/`);
  await page.getByLabel(email, { exact: true }).fill('robin@fernhill.example');
  await page.getByLabel(password, { exact: true }).fill(demoPassword);
  await look(page, `${language}-sign-in`);
  await page.getByRole('button', { name: signIn, exact: true }).click();
  await page.getByRole('link', { name: new RegExp(`^${waiting}`) }).waitFor();
  await page.locator('[data-conversation]').click();
  await page.getByRole('log').getByText('Where is my order FH-10423?').waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe(language);
  expect(await page.locator('html').getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr');
  expect(await faults(page)).toEqual([]);
  await look(page, `${language}-conversation`);
  for (const place of [
    'home',
    'reports',
    'wallboard',
    'models',
    'settings/workspace',
    'settings/intents',
    'settings/teams',
  ]) {
    await page.goto(`${url}/console/${place}`);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.getByRole('status', { name: /./ }).and(page.locator('[aria-busy=true]')).waitFor({ state: 'detached' });
    expect([place, await faults(page)]).toEqual([place, []]);
    await look(page, `${language}-${place.replace('/', '-')}`);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${url}/console/inbox/waiting`);
  await page.getByText('Where is my order FH-10423?').first().waitFor();
  expect(await faults(page)).toEqual([]);
  await look(page, `${language}-phone`);
  await context.close();
});

it('is chosen where one signs in, and stays', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(`${url}/console/`);
  await page.getByLabel('Language of the console').selectOption('de');
  await page.getByRole('button', { name: 'Anmelden', exact: true }).waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Anmelden', exact: true }).waitFor();
  await page.getByLabel('Sprache der Konsole').selectOption('en');
  await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
});
