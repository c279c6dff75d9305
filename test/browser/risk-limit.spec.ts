import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import { beforeAll, expect, it } from 'vitest';
import { createDatabase, type Database } from '#database';
import { ModelArtifacts } from '#model-artifacts';
import { ModelRegistry, type TestSetOutcome } from '#model-registry';
import { certify } from '../../apps/trainer/src/certification/certify.js';
import { startApp } from '../support/app.js';
import { atEnd } from '../support/at-end.js';
import { launchBrowser } from '../support/browser.js';
import { freshEnvironment, type TestEnvironment } from '../support/environment.js';
import { logIn } from '../support/shop.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { seed } from '../../prisma/seed.js';

let db: Database;
let browser: Browser;
let consoleUrl: string;
let environment: TestEnvironment;

beforeAll(async () => {
  environment = await freshEnvironment();
  await seed(environment.DATABASE_URL);
  db = createDatabase(environment.DATABASE_URL, 2);
  atEnd(() => db.$disconnect());
  consoleUrl = `${(await startApp('gateway', environment)).url}/console/`;
  browser = await launchBrowser();
});

/** The console as a demo person sees its page of models. */
async function modelsPage(person: string) {
  const page = await logIn(browser, { consoleUrl }, `${person}@fernhill.example`);
  await page.goto(`${consoleUrl}models`);
  return { page, threshold: page.getByRole('status', { name: 'Certified threshold' }) };
}

async function saveLimit(page: Page, risk: string, confidence: string): Promise<void> {
  await page.getByLabel('Wrong at most').fill(risk);
  await page.getByLabel('Sure by').fill(confidence);
  await page.getByRole('button', { name: 'Save limit' }).click();
}

/** A version that got 40 messages of its test set right, as far as the console can tell. */
async function activeVersion(): Promise<void> {
  const { id: workspaceId } = await db.workspace.findFirstOrThrow();
  const dir = temporaryFolder();
  atEnd(() => rmSync(dir, { recursive: true }));
  writeFileSync(join(dir, 'model.onnx'), 'weights');
  writeFileSync(join(dir, 'SHA256SUMS'), `${createHash('sha256').update('weights').digest('hex')}  model.onnx\n`);
  const outcomes = Array<TestSetOutcome>(40).fill({ confidence: 0.8, correct: true, oos: false });
  const limits = { riskLimit: 0.05, confidenceLevel: 0.9 };
  const certificate = { limits, result: certify(outcomes, limits) };
  const facts = { method: 'head', nExamples: 9, metrics: null, gate: [], parentId: null, snapshotId: uuidv7() };
  const { id } = await new ModelArtifacts(db).register(dir, { workspaceId, outcomes, certificate, ...facts });
  await new ModelRegistry(db).activate(workspaceId, id, { type: 'system' });
}

it('the risk limit: labels are missing, a laxer one is certified in seconds, a fault is said in a sentence', async () => {
  const { page, threshold } = await modelsPage('admin');
  await threshold.getByText('No version answers yet').waitFor();

  await activeVersion();
  await page.reload();
  await threshold.getByText('Version 1 answers by its own provisional threshold').waitFor();
  await threshold.getByText('About 42 labelled messages are missing').waitFor();
  await page.getByRole('switch', { name: 'Answer only by a certified threshold' }).click();
  await saveLimit(page, '5', '90');
  await threshold.getByText('every message goes to people').waitFor();

  await saveLimit(page, '10', '90');
  await threshold.getByText('Being certified').waitFor();
  await threshold.getByText('every message goes to people').waitFor();
  await startApp('trainer', environment);
  await threshold.getByText('Version 1 answers from a confidence of 0.80').waitFor();
  await threshold.getByText('100% of the 40 messages').waitFor();
  await page.reload();
  expect(await page.getByLabel('Wrong at most').inputValue()).toBe('10');

  await db.userSession.deleteMany();
  await saveLimit(page, '20', '90');
  await page.getByRole('alert').getByText('You are not signed in').waitFor();
});

it('supervisors see the limit and cannot change it; agents see why they see nothing', async () => {
  const { page, threshold } = await modelsPage('robin');
  await threshold.waitFor();
  expect(await page.getByLabel('Wrong at most').isDisabled()).toBe(true);
  expect(await page.getByRole('button', { name: 'Save limit' }).count()).toBe(0);
  const agent = await modelsPage('alex');
  await agent.page.getByText('Models are for supervisors and admins').waitFor();
});
