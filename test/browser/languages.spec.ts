import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import { beforeAll, expect, it } from 'vitest';
import { demoInboxKey, demoPassword, seed } from '../../prisma/seed.js';
import { startApp } from '../support/app.js';
import { launchBrowser } from '../support/browser.js';
import { connectVisitor, visitorToken } from '../support/clients.js';
import { freshEnvironment } from '../support/environment.js';

/** A folder for pictures to look at: BATON_PICTURES=/tmp/pictures. */
const pictures = process.env.BATON_PICTURES;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

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

/** A finding of axe that matters, or a page that is wider than its window. */
async function faults(page: Page): Promise<unknown> {
  await page.evaluate(axe);
  // Browsers let the keyboard scroll a region that holds nothing to focus, which axe does not know.
  const rules = `{ 'scrollable-region-focusable': { enabled: false } }`;
  return page.evaluate<unknown>(`axe.run(document, { runOnly: ['wcag2a', 'wcag2aa'], rules: ${rules} }).then(({ violations }) => [
    ...violations.map(({ id, nodes }) => [id, nodes[0].html]),
    ...(document.documentElement.scrollWidth > innerWidth ? ['wider than the window'] : []),
  ])`);
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

it('is changed in one’s account, and stays', async () => {
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
