import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import { beforeAll, expect, it } from 'vitest';
import { createDatabase, type Database } from '#database';
import { ModelArtifacts } from '#model-artifacts';
import { ModelRegistry, type TestSetOutcome } from '#model-registry';
import { certifyAll } from '../../apps/trainer/src/certification/certify.js';
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
  const status = (name: string) => page.getByRole('status', { name });
  return { page, threshold: status('Certified threshold'), effect: status('Effect of the limit') };
}

async function choose(page: Page, label: string, share: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: share, exact: true }).click();
}

const save = (page: Page) => page.getByRole('button', { name: 'Save limit' }).click();

/** A version that got 40 messages of its test set right, as far as the console can tell. */
async function activeVersion(): Promise<void> {
  const { id: workspaceId } = await db.workspace.findFirstOrThrow();
  const dir = temporaryFolder();
  atEnd(() => rmSync(dir, { recursive: true }));
  const content = '{"threshold":0.7}';
  writeFileSync(join(dir, 'calibration.json'), content);
  const checksum = createHash('sha256').update(content).digest('hex');
  writeFileSync(join(dir, 'SHA256SUMS'), `${checksum}  calibration.json\n`);
  const outcomes = Array<TestSetOutcome>(40).fill({ confidence: 0.8, correct: true, oos: false });
  const limitTable = certifyAll(outcomes, { riskLimit: 0.05, confidenceLevel: 0.9 });
  const facts = {
    method: 'head' as const,
    nExamples: 9,
    metrics: null,
    gate: [],
    parentId: null,
    snapshotId: uuidv7(),
  };
  const { id } = await new ModelArtifacts(db).register(dir, { workspaceId, outcomes, limitTable, ...facts });
  await new ModelRegistry(db).activate(workspaceId, id, { type: 'system' });
}

it('the risk limit: what it does is seen before it is saved, a fault is said in a sentence', async () => {
  const { page, threshold, effect } = await modelsPage('admin');
  await threshold.getByText('No version answers yet').waitFor();

  await activeVersion();
  await page.reload();
  // Its own .7 would be laxer than what is certified for laxer limits.
  await threshold.getByText('Version 1 answers provisionally from a confidence of 0.80').waitFor();
  await threshold.getByText('About 15 labelled messages are missing').waitFor();
  await effect.getByText('Now: answers from 80 in 100; of 100 messages like yours it answers 100, none').waitFor();
  expect(await effect.getByText('After:').count()).toBe(0);
  await page.getByRole('switch', { name: 'Answer only by a certified threshold' }).click();
  await effect.getByText('After: answers nothing; all messages go to people.').waitFor();
  await effect.getByText('Not proved yet: about 15 more labelled messages would do.').waitFor();
  await save(page);
  await threshold.getByText('every message goes to people').waitFor();
  await effect.getByText('Now: answers nothing').waitFor();

  await choose(page, 'Wrong at most', '10%');
  await effect.getByText('After: answers from 80 in 100').waitFor();
  expect(await effect.getByText('Not proved').count()).toBe(0);
  await save(page);
  await threshold.getByText('Version 1 answers from a confidence of 0.80').waitFor();
  await threshold.getByText('100% of the 40 messages').waitFor();
  await page.reload();
  await page.getByRole('combobox', { name: 'Wrong at most' }).getByText('10%').waitFor();

  await db.userSession.deleteMany();
  await choose(page, 'Wrong at most', '20%');
  await save(page);
  await page.getByRole('alert').getByText('You are not signed in').waitFor();
});

it('supervisors see the limit and cannot change it; agents see why they see nothing', async () => {
  const { page, threshold } = await modelsPage('robin');
  await threshold.waitFor();
  expect(await page.getByRole('combobox', { name: 'Wrong at most' }).isDisabled()).toBe(true);
  expect(await page.getByRole('button', { name: 'Save limit' }).count()).toBe(0);
  const agent = await modelsPage('alex');
  await agent.page.getByText('Models are for supervisors and admins').waitFor();
});
