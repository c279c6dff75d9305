import { createHash } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { beforeAll, expect, it } from 'vitest';
import { createDatabase, type Database, type ExampleSource } from '#database';
import { ModelRegistry, ThresholdPolicies, TrainingRuns } from '#model-registry';
import { writeKnownBackground } from '#slm';
import { startApp } from '../support/app.js';
import { atEnd } from '../support/at-end.js';
import { freshEnvironment } from '../support/environment.js';
import { tinyBase } from '../support/tiny-base.js';
import { waitFor } from '../support/wait-for.js';

let db: Database;
let runs: TrainingRuns;
let registry: ModelRegistry;
let policies: ThresholdPolicies;

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

const patience = 300;

beforeAll(async () => {
  const texts = things.flatMap((thing) => [...Object.values(known), taught].flatMap((wordings) => wordings(thing)));
  const base = tinyBase(texts);
  await writeKnownBackground(base);
  const environment = { ...(await freshEnvironment()), BATON_BASE_MODEL: base };
  Object.assign(process.env, environment);
  db = createDatabase(environment.DATABASE_URL, 4);
  atEnd(() => db.$disconnect());
  runs = new TrainingRuns(db);
  registry = new ModelRegistry(db);
  policies = new ThresholdPolicies(db);
  await startApp('trainer', environment);
});

type Label = { source: ExampleSource; intentId?: string; outOfScope?: true };

/** A workspace of its own that knows three intents, and what `prepare` adds; the trainer makes its first model by itself. */
async function shop(prepare: (shop: Examples) => Promise<void> = async () => {}) {
  const workspaceId = uuidv7();
  const examples = new Examples(workspaceId);
  for (const [intent, wordings] of Object.entries(known)) {
    await examples.teach(intent, things.flatMap(wordings), 'import');
  }
  await prepare(examples);
  // Last, since the trainer looks for workspaces with examples every second.
  await db.workspace.create({ data: { id: workspaceId, name: 'Shop', slug: workspaceId } });
  const active = async () => (await registry.list(workspaceId)).find(({ stage }) => stage === 'active');
  return {
    workspaceId,
    examples,
    active,
    ended: async (id: string) => {
      const find = () => runs.find(workspaceId, id);
      await waitFor(async () => !['queued', 'running'].includes((await find()).status), patience);
      return find();
    },
    /** Waits for the first model, and for the end of its run. */
    firstModel: async () => {
      const first = await waitFor(active, patience);
      await waitFor(async () => (await runs.list(workspaceId)).every(({ status }) => status === 'succeeded'), patience);
      return first;
    },
  };
}

class Examples {
  constructor(private readonly workspaceId: string) {}

  async teach(intent: string, texts: string[], source: ExampleSource): Promise<void> {
    const { workspaceId } = this;
    const where = { workspaceId_name: { workspaceId, name: intent } };
    const create = { id: uuidv7(), workspaceId, name: intent, title: intent };
    const { id: intentId } = await db.intent.upsert({ where, create, update: {} });
    await this.add(texts, { intentId, source });
  }

  async add(texts: string[], label: Label): Promise<void> {
    const facts = { workspaceId: this.workspaceId };
    await db.trainingExample.createMany({ data: texts.map((text) => ({ ...facts, id: uuidv7(), text, ...label })) });
  }
}

const minutes = { timeout: 600_000 };

it('a workspace with examples gets its first model by itself', minutes, async () => {
  const { workspaceId, firstModel } = await shop();
  expect(await firstModel()).toMatchObject({ version: 1, method: 'head' });
  expect(await runs.list(workspaceId)).toMatchObject([{ trigger: 'first_start', status: 'succeeded', progress: 1 }]);
});

it('a model that an older program has made is replaced by itself, and no training fails at it', minutes, async () => {
  const { workspaceId, active, firstModel } = await shop();
  const first = await firstModel();
  await writeAsOlder(first.id);
  // A first training that was just made is not made again.
  await db.trainingRun.updateMany({ where: { workspaceId }, data: { createdAt: new Date(0) } });
  const second = await waitFor(async () => ((await active())?.version === 2 ? active() : undefined), patience);
  expect(second).toMatchObject({ method: 'head' });
  await waitFor(async () => (await runs.list(workspaceId)).every(({ status }) => status === 'succeeded'), patience);
});

/** Gives a version another format, and the checksums that it would have. */
async function writeAsOlder(modelVersionId: string): Promise<void> {
  const write = async (path: string, change: (text: string) => string) => {
    const where = { modelVersionId_path: { modelVersionId, path } };
    const { content, checksum: was } = await db.modelArtifact.findUniqueOrThrow({ where });
    const changed = Buffer.from(change(Buffer.from(content).toString('utf8')));
    const checksum = createHash('sha256').update(changed).digest('hex');
    await db.modelArtifact.update({ where, data: { content: new Uint8Array(changed), checksum } });
    return { was, checksum };
  };
  const labels = await write('labels.json', (text) => text.replace(/"format": *\d+/, '"format": 1'));
  const { checksum } = await write('SHA256SUMS', (text) => text.replace(labels.was, labels.checksum));
  await db.modelVersion.update({ where: { id: modelVersionId }, data: { checksum } });
}

it('audited messages fit the confidence, and nothing is learnt from them', minutes, async () => {
  const { workspaceId, firstModel } = await shop(async (examples) => {
    for (const [intent, wordings] of Object.entries(known)) {
      const greeted = things.slice(0, 8).flatMap(wordings);
      const texts = greeted.map((text) => `hello, ${text}`);
      await examples.teach(intent, texts, 'audit');
    }
    const nonsense = things.flatMap((thing) => taught(thing).concat(`is the ${thing} made of steel`));
    await examples.add(nonsense, { source: 'audit', outOfScope: true });
  });
  const { id } = await firstModel();
  const { content } = await db.modelArtifact.findFirstOrThrow({
    where: { modelVersionId: id, path: 'calibration.json' },
  });
  expect(JSON.parse(Buffer.from(content).toString('utf8'))).toMatchObject({ kind: 'fitted' });
  const { exampleIds, nTrain, nTest } = await db.datasetSnapshot.findFirstOrThrow({ where: { workspaceId } });
  const source = { id: { in: exampleIds }, source: 'audit' } as const;
  expect(await db.trainingExample.count({ where: source })).toBe(exampleIds.length - nTrain - nTest);
});

it('a cancelled run ends, and makes no version', minutes, async () => {
  const { workspaceId, firstModel } = await shop();
  await firstModel();
  const { id } = await runs.request(workspaceId, 'on_demand');
  await expect(runs.request(workspaceId, 'on_demand')).rejects.toMatchObject({ code: 'RUN_IN_PROGRESS' });
  await waitFor(async () => (await runs.find(workspaceId, id)).phase === 'train', patience);
  expect(await runs.cancel(workspaceId, id)).toMatchObject({ status: 'cancelled' });
  const next = await runs.request(workspaceId, 'on_demand');
  await runs.cancel(workspaceId, next.id);
  expect(await registry.list(workspaceId)).toHaveLength(1);
});

it('what agents taught is learnt, proved on the test set and promoted; one click goes back', minutes, async () => {
  const { workspaceId, examples, firstModel, active, ended } = await shop();
  const first = await firstModel();
  await examples.teach('gift_wrap', things.flatMap(taught), 'agent_correction');
  const run = await ended((await runs.request(workspaceId, 'on_demand')).id);
  expect(run).toMatchObject({ status: 'succeeded', error: null });
  expect(run.losses.length).toBeGreaterThan(0);
  const second = (await active())!;
  expect(second).toMatchObject({ id: run.modelVersionId, version: 2 });
  expect(second.gate.filter(({ passed }) => !passed)).toEqual([]);
  expect(second.gate.find(({ check }) => check === 'improvement')).toMatchObject({ passed: true });

  const { nTest } = await db.datasetSnapshot.findFirstOrThrow({
    where: { workspaceId },
    orderBy: { createdAt: 'desc' },
  });
  const certification = { state: 'too_few_labels' };
  const policy = await policies.view(workspaceId);
  expect(policy).toMatchObject({ modelVersionId: second.id, nCalibration: nTest, certification });

  await registry.rollback(workspaceId, { type: 'system' });
  expect(await active()).toMatchObject({ id: first.id });
  expect(await policies.view(workspaceId)).toMatchObject({ modelVersionId: first.id, certification });
  await registry.rollback(workspaceId, { type: 'system' });
  expect(await active()).toMatchObject({ version: 2 });
  expect(await db.auditEvent.count({ where: { workspaceId, action: 'model.rollback' } })).toBe(2);
});
