import { uuidv7 } from 'uuidv7';
import { beforeAll, expect, it } from 'vitest';
import { createDatabase, type Database, type ExampleSource } from '#database';
import { ModelRegistry, ThresholdPolicies, TrainingRuns } from '#model-registry';
import { startApp } from '../support/app.js';
import { atEnd } from '../support/at-end.js';
import { freshEnvironment } from '../support/environment.js';
import { waitFor } from '../support/wait-for.js';

let db: Database;
let runs: TrainingRuns;
let registry: ModelRegistry;
let policies: ThresholdPolicies;
const workspaceId = uuidv7();
/** One whose first training finds audited messages. */
const audited = uuidv7();

const things = ['mug', 'lamp', 'rug', 'jumper', 'duvet', 'towel', 'candle', 'jacket', 'throw', 'shirt'];
const known: Record<string, (thing: string) => string[]> = {
  order_status: (thing) => [
    `where is my ${thing}`,
    `when will the ${thing} I ordered come`,
    `track my ${thing} parcel`,
  ],
  return_item: (thing) => [
    `how do I return a ${thing}`,
    `I want to send the ${thing} back`,
    `${thing} return label please`,
  ],
  store_hours: (thing) => [
    `are you open to look at the ${thing}`,
    `opening times, I need a ${thing}`,
    `when do you close today`,
  ],
};
/** What nobody had asked when the first model was trained. */
const taught = (thing: string) => [
  `can you gift wrap the ${thing}`,
  `is gift wrapping possible for a ${thing}`,
  `please wrap my ${thing} as a present`,
];

async function teach(intent: string, texts: string[], source: ExampleSource, shop = workspaceId): Promise<void> {
  const where = { workspaceId_name: { workspaceId: shop, name: intent } };
  const create = { id: uuidv7(), workspaceId: shop, name: intent, title: intent };
  const { id: intentId } = await db.intent.upsert({ where, create, update: {} });
  await addExamples(shop, texts, { intentId, source });
}
async function addExamples(
  shop: string,
  texts: string[],
  label: { source: ExampleSource; intentId?: string; outOfScope?: true },
): Promise<void> {
  const data = texts.map((text) => ({ id: uuidv7(), workspaceId: shop, text, ...label }));
  await db.trainingExample.createMany({ data });
}
const patience = 300;
async function ended(id: string) {
  const running = async () => ['queued', 'running'].includes((await runs.find(workspaceId, id)).status);
  await waitFor(async () => !(await running()), patience);
  return runs.find(workspaceId, id);
}
const active = async (shop = workspaceId) => (await registry.list(shop)).find(({ stage }) => stage === 'active');

beforeAll(async () => {
  const environment = { ...(await freshEnvironment()), BATON_BACKGROUND_TRAINING: 'false' };
  Object.assign(process.env, environment);
  db = createDatabase(environment.DATABASE_URL, 4);
  atEnd(() => db.$disconnect());
  runs = new TrainingRuns(db);
  registry = new ModelRegistry(db);
  policies = new ThresholdPolicies(db);
  await db.workspace.create({ data: { id: workspaceId, name: 'Shop', slug: 'shop' } });
  await db.workspace.create({ data: { id: audited, name: 'Audited', slug: 'audited' } });
  for (const [intent, wordings] of Object.entries(known)) {
    await teach(intent, things.flatMap(wordings), 'import');
    await teach(intent, things.flatMap(wordings), 'import', audited);
    await teach(
      intent,
      things
        .slice(0, 8)
        .flatMap(wordings)
        .map((text) => `hello, ${text}`),
      'audit',
      audited,
    );
  }
  const nonsense = things.flatMap((thing) => taught(thing).concat(`is the ${thing} made of steel`));
  await addExamples(audited, nonsense, { source: 'audit', outOfScope: true });
  await startApp('trainer', environment);
});

const minutes = { timeout: 400_000 };

it('a workspace with examples gets its first model by itself', minutes, async () => {
  const first = await waitFor(() => active(), patience);
  expect(first).toMatchObject({ version: 1, method: 'intent head on the frozen encoder' });
  const [run] = await runs.list(workspaceId);
  expect(await ended(run!.id)).toMatchObject({ trigger: 'first_start', status: 'succeeded', progress: 1 });
});

it('audited messages fit the confidence, and nothing is learnt from them', minutes, async () => {
  const { id } = await waitFor(() => active(audited), patience);
  const { content } = await db.modelArtifact.findFirstOrThrow({
    where: { modelVersionId: id, path: 'calibration.json' },
  });
  expect(JSON.parse(Buffer.from(content).toString('utf8'))).toMatchObject({ kind: 'fitted' });
  const { exampleIds, nTrain, nGold } = await db.datasetSnapshot.findFirstOrThrow({ where: { workspaceId: audited } });
  const source = { id: { in: exampleIds }, source: 'audit' } as const;
  expect(await db.trainingExample.count({ where: source })).toBe(exampleIds.length - nTrain - nGold);
});

it('a cancelled run ends, and makes no version', minutes, async () => {
  const { id } = await runs.request(workspaceId, 'on_demand');
  await expect(runs.request(workspaceId, 'on_demand')).rejects.toMatchObject({ code: 'RUN_IN_PROGRESS' });
  await waitFor(async () => (await runs.find(workspaceId, id)).phase === 'train', patience);
  expect(await runs.cancel(workspaceId, id)).toMatchObject({ status: 'cancelled' });
  const next = await runs.request(workspaceId, 'on_demand');
  await runs.cancel(workspaceId, next.id);
  expect(await registry.list(workspaceId)).toHaveLength(1);
});

it('what agents taught is learnt, proved on the gold set and promoted; one click goes back', minutes, async () => {
  await teach('gift_wrap', things.flatMap(taught), 'agent_correction');
  const run = await ended((await runs.request(workspaceId, 'on_demand')).id);
  expect(run).toMatchObject({ status: 'succeeded', error: null });
  expect(run.losses.length).toBeGreaterThan(0);
  const second = (await active())!;
  expect(second).toMatchObject({ id: run.modelVersionId, version: 2 });
  expect(second.gate.filter(({ passed }) => !passed)).toEqual([]);
  expect(second.gate.find(({ check }) => check === 'improvement')).toMatchObject({ passed: true });

  const { nGold } = await db.datasetSnapshot.findFirstOrThrow({
    where: { workspaceId },
    orderBy: { createdAt: 'desc' },
  });
  const state = 'too_few_labels';
  expect(await policies.view(workspaceId)).toMatchObject({
    modelVersionId: second.id,
    nCalibration: nGold,
    certification: { state },
  });

  await registry.rollback(workspaceId, { type: 'system' });
  const first = (await active())!;
  expect(first).toMatchObject({ version: 1 });
  expect(await policies.view(workspaceId)).toMatchObject({ modelVersionId: first.id, certification: { state } });
  await registry.rollback(workspaceId, { type: 'system' });
  expect(await active()).toMatchObject({ version: 2 });
  expect(await db.auditEvent.count({ where: { workspaceId, action: 'model.rollback' } })).toBe(2);
});
