import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import { beforeAll, expect, it } from 'vitest';
import type { GateCheck } from '#contracts';
import { createDatabase } from '#database';
import { demoPassword, seed } from '../../prisma/seed.js';
import { accessibilityFaults } from '../support/accessibility.js';
import { startApp } from '../support/app.js';
import { atEnd } from '../support/at-end.js';
import { launchBrowser } from '../support/browser.js';
import { freshEnvironment } from '../support/environment.js';

/** A folder for pictures to look at: BATON_PICTURES=/tmp/pictures. */
const pictures = process.env.BATON_PICTURES;

const gate: GateCheck[] = [
  { check: 'accuracy', passed: true, finding: 'rows_changed', gained: 12, lost: 3, rows: 1480, leastGain: -0.0042 },
  { check: 'aurc', passed: true, finding: 'aurc_lowered', low: -0.0012, high: 0.0104 },
  { check: 'out_of_scope', passed: true, finding: 'auroc_changed', before: 0.97, after: 0.968, mostGain: 0.0021 },
  { check: 'recall', passed: false, finding: 'recall_compared', tested: 9, lost: ['order_status'] },
  { check: 'trigger', passed: false, finding: 'words_examined', messages: 72, overruling: ['qzxv'] },
  { check: 'calibration', passed: true, finding: 'overconfidence', observed: 0.0121, limit: 0.03, ece: 0.0333 },
  { check: 'int8', passed: true, finding: 'int8_agreement', same: 1474, of: 1480 },
  { check: 'improvement', passed: true, finding: 'recorded', text: 'shown (accuracy p = 0.018)' },
];
const failure = { error: 'base_model_unusable', errorText: 'BASE_BROKEN {"dir":"/models/x","why":"ENOENT"}' } as const;

let browser: Browser;
let consoleUrl: string;
const [judgedRun, failedRun] = [uuidv7(), uuidv7()];

beforeAll(async () => {
  const environment = await freshEnvironment();
  await seed(environment.DATABASE_URL);
  const db = createDatabase(environment.DATABASE_URL, 1);
  atEnd(() => db.$disconnect());
  const { id: workspaceId } = await db.workspace.findFirstOrThrow();
  const modelVersionId = uuidv7();
  await db.modelVersion.create({
    data: {
      ...{
        id: modelVersionId,
        workspaceId,
        version: 1,
        stage: 'candidate',
        method: 'head',
        checksum: 'x',
        nExamples: 9,
      },
      gate: gate.map((found) => ({ ...found })),
    },
  });
  const run = { workspaceId, trigger: 'on_demand', endedAt: new Date() } as const;
  await db.trainingRun.create({ data: { ...run, id: judgedRun, status: 'succeeded', modelVersionId } });
  await db.trainingRun.create({ data: { ...run, id: failedRun, status: 'failed', ...failure } });
  consoleUrl = `${(await startApp('gateway', environment)).url}/console/`;
  browser = await launchBrowser();
});

async function look(page: Page, name: string): Promise<void> {
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
}

it.each([
  {
    ...{ locale: 'en-GB', email: 'E-mail', password: 'Password', signIn: 'Sign in', waiting: 'Waiting' },
    ...{ because: 'The base model cannot be used.', details: 'Technical details' },
    found: [
      'Of 1,480 messages 12 became right',
      'Recognised less well: Order status.',
      '1,474 of 1,480 messages (99.6%)',
    ],
  },
  {
    ...{ locale: 'de-DE', email: 'E-Mail', password: 'Passwort', signIn: 'Anmelden', waiting: 'Wartend' },
    ...{ because: 'Das Grundmodell ist nicht verwendbar.', details: 'Technische Einzelheiten' },
    found: ['Von 1.480 Nachrichten wurden 12 richtig', 'Um -0,0012 bis 0,0104 niedriger', 'mit „qzxv“ widersprechen'],
  },
  {
    ...{
      locale: 'ar-EG',
      email: 'البريد الإلكتروني',
      password: 'كلمة المرور',
      signIn: 'تسجيل الدخول',
      waiting: 'في الانتظار',
    },
    ...{ because: 'لا يمكن استخدام النموذج الأساسي.', details: 'التفاصيل التقنية' },
    found: ['رسالة صار الصواب في 12 والخطأ في 3', 'فيها «qzxv» تناقض'],
  },
])('what trainings found and why they failed is said in $locale', async (said) => {
  const { locale, email, password, signIn, waiting, because, details, found } = said;
  const context = await browser.newContext({ locale, viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(consoleUrl);
  await page.getByLabel(email, { exact: true }).fill('admin@fernhill.example');
  await page.getByLabel(password, { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: signIn, exact: true }).click();
  await page.getByRole('link', { name: new RegExp(`^${waiting}`) }).waitFor();

  await page.goto(`${consoleUrl}models/runs/${failedRun}`);
  const alert = page.getByRole('alert');
  await alert.getByText(because).waitFor();
  const technical = alert.getByText(failure.errorText);
  expect(await technical.isVisible()).toBe(false);
  await alert.getByText(details).click();
  await technical.waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await look(page, `failed-${locale}`);

  await page.goto(`${consoleUrl}models/runs/${judgedRun}`);
  for (const words of [...found, 'shown (accuracy p = 0.018)']) await page.getByText(words).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await look(page, `judged-${locale}`);
});
