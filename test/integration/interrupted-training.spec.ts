import { existsSync, mkdirSync, utimesSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, type Database } from '#database';
import { ModelRegistry, TrainingRuns } from '#model-registry';
import { writeKnownBackground } from '#slm';
import { startApp, type RunningApp } from '../support/app.js';
import { atEnd } from '../support/at-end.js';
import { freshEnvironment, type TestEnvironment } from '../support/environment.js';
import { tinyBase } from '../support/tiny-base.js';
import { waitFor } from '../support/wait-for.js';

let db: Database;
let runs: TrainingRuns;
let environment: TestEnvironment;
let trainer: RunningApp;

const wordings: Record<string, (thing: string, colour: string) => string> = {
  order_status: (thing, colour) => `where is my ${colour} ${thing}`,
  return_item: (thing, colour) => `I want to send the ${colour} ${thing} back`,
  gift_wrap: (thing, colour) => `please wrap my ${colour} ${thing} as a present`,
};
const things = ['mug', 'lamp', 'rug', 'jumper', 'duvet', 'towel', 'candle', 'jacket', 'throw', 'shirt', 'bowl', 'vase'];
const colours = ['red', 'green', 'blue', 'white', 'black', 'grey', 'pink', 'brown', 'small', 'large', 'new', 'old'];
const texts = (intent: string) => things.flatMap((thing) => colours.map((colour) => wordings[intent]!(thing, colour)));
const patience = 120;

beforeAll(async () => {
  const base = tinyBase(Object.keys(wordings).flatMap(texts));
  await writeKnownBackground(base);
  environment = { ...(await freshEnvironment()), BATON_BASE_MODEL: base };
  db = createDatabase(environment.DATABASE_URL, 4);
  atEnd(() => db.$disconnect());
  runs = new TrainingRuns(db);
  trainer = await startApp('trainer', environment);
});

async function shop(): Promise<string> {
  const workspaceId = uuidv7();
  for (const intent of Object.keys(wordings)) {
    const intentId = uuidv7();
    await db.intent.create({ data: { id: intentId, workspaceId, name: intent, title: intent } });
    const facts = { workspaceId, intentId, source: 'import' } as const;
    await db.trainingExample.createMany({ data: texts(intent).map((text) => ({ ...facts, id: uuidv7(), text })) });
  }
  // Last, since the trainer looks for workspaces with examples every second.
  await db.workspace.create({ data: { id: workspaceId, name: 'Shop', slug: workspaceId } });
  return workspaceId;
}

/** A shop that has its first model, and a run of the whole recipe that has written a checkpoint. */
async function runUnderWay() {
  const workspaceId = await shop();
  await waitFor(async () => (await new ModelRegistry(db).activeVersions(workspaceId))[0], patience);
  await waitFor(async () => (await runs.unfinished()).length === 0, patience);
  const { id } = await runs.request(workspaceId, 'on_demand');
  const checkpoint = join(environment.BATON_DATA_DIR, 'training', `${id}.unfinished`);
  /** Steps of the training of which there is a checkpoint. */
  const steps = () => {
    const state = readFileSync(join(checkpoint, 'training.state'));
    return (JSON.parse(state.toString('utf8', 0, state.indexOf(10))) as { steps: number }).steps;
  };
  // The first one: a machine with a slow disk may write no second.
  await waitFor(() => steps() > 0, patience);
  return { workspaceId, id, checkpoint, steps, find: () => runs.find(workspaceId, id) };
}

/** The process in which the trainer trains; it has others for imports and reviews. */
function childOf({ pid }: RunningApp): number {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
  const training = children.find((child) => readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('run/child-main'));
  return Number(training);
}

/** Waits for the end of a run, which must not begin again meanwhile; returns how it ended. */
async function goesOn({ find, checkpoint, steps }: Awaited<ReturnType<typeof runUnderWay>>) {
  const crossValidated = () => statSync(join(checkpoint, 'cross-validation.json')).mtimeMs;
  const before = { steps: steps(), crossValidated: crossValidated() };
  let furthest = (await find()).progress;
  for (;;) {
    const run = await find();
    expect(run.progress).toBeGreaterThanOrEqual(furthest);
    furthest = run.progress;
    if (!['queued', 'running'].includes(run.status)) return run;
    try {
      expect(crossValidated()).toBe(before.crossValidated);
      expect(steps()).toBeGreaterThanOrEqual(before.steps);
    } catch (error) {
      // The checkpoint goes when the run ends.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
    await pause(20);
  }
}

async function weights(modelVersionId: string): Promise<string> {
  return (await db.modelArtifact.findFirstOrThrow({ where: { modelVersionId, path: 'model.onnx' } })).checksum;
}

const minutes = { timeout: 300_000 };

describe('a run goes on from its checkpoint', () => {
  it('when its child is killed, to the same model, bit for bit', minutes, async () => {
    const run = await runUnderWay();
    process.kill(childOf(trainer), 'SIGKILL');
    const ended = await goesOn(run);
    expect(ended).toMatchObject({ status: 'succeeded', error: null, progress: 1 });
    expect(await db.trainingRun.findUniqueOrThrow({ where: { id: run.id } })).toMatchObject({ attempts: 2 });
    expect(existsSync(run.checkpoint)).toBe(false);

    const { id } = await runs.request(run.workspaceId, 'on_demand');
    const whole = await waitFor(async () => (await runs.find(run.workspaceId, id)).modelVersionId, patience);
    expect(await weights(ended.modelVersionId!)).toBe(await weights(whole));
    // The same again is no better, so it stays a candidate.
    const [last] = await new ModelRegistry(db).list(run.workspaceId);
    expect(last).toMatchObject({ id: whole, stage: 'candidate' });
    expect(last!.gate.find(({ check }) => check === 'improvement')).toMatchObject({
      ...{ passed: false, finding: 'improvement_tested' },
    });
  });

  it('when the trainer is killed and started again, which removes what other runs have left', minutes, async () => {
    const run = await runUnderWay();
    await trainer.stop('SIGKILL');
    const left = join(environment.BATON_DATA_DIR, 'training', `${uuidv7()}.unfinished`);
    mkdirSync(left);
    const longAgo = new Date(Date.now() - 2 * 3_600_000);
    utimesSync(left, longAgo, longAgo);
    const ended = goesOn(run);
    trainer = await startApp('trainer', environment);
    expect(await ended).toMatchObject({ status: 'succeeded', error: null, progress: 1 });
    expect(await db.datasetSnapshot.count({ where: { workspaceId: run.workspaceId } })).toBe(1);
    await waitFor(() => !existsSync(run.checkpoint) && !existsSync(left));
  });
});

it('a checkpoint of other labels is refused, and training begins anew', minutes, async () => {
  const run = await runUnderWay();
  const { workspaceId } = run;
  await trainer.stop('SIGKILL');
  const crossValidated = statSync(join(run.checkpoint, 'cross-validation.json')).mtimeMs;
  await db.trainingExample.updateMany({
    where: { workspaceId, text: { contains: 'mug' } },
    data: { intentId: null, outOfScope: true },
  });
  trainer = await startApp('trainer', environment);
  await waitFor(() => statSync(join(run.checkpoint, 'cross-validation.json')).mtimeMs > crossValidated, patience);
  await waitFor(async () => (await run.find()).status === 'succeeded', patience);
  expect(await db.datasetSnapshot.count({ where: { workspaceId } })).toBe(2);
});

it('a run that is interrupted again and again fails, and says so', minutes, async () => {
  await trainer.stop('SIGKILL');
  const workspaceId = await shop();
  const { id } = await runs.request(workspaceId, 'on_demand');
  await db.trainingRun.update({ where: { id }, data: { attempts: 5 } });
  trainer = await startApp('trainer', environment);
  await waitFor(async () => (await runs.find(workspaceId, id)).status === 'failed', patience);
  expect(await runs.find(workspaceId, id)).toMatchObject({
    error: { code: 'interrupted_too_often', text: null },
  });
});

it('a run whose examples were gone when it began fails, and says so', minutes, async () => {
  await trainer.stop('SIGKILL');
  const workspaceId = await shop();
  const { id } = await runs.request(workspaceId, 'on_demand');
  const first = await db.trainingExample.findFirstOrThrow({ where: { workspaceId } });
  await db.trainingExample.updateMany({ where: { workspaceId }, data: { intentId: first.intentId } });
  trainer = await startApp('trainer', environment);
  await waitFor(async () => (await runs.find(workspaceId, id)).status === 'failed', patience);
  expect(await runs.find(workspaceId, id)).toMatchObject({ error: { code: 'too_few_examples', text: null } });
});

it('a run whose base model is none fails, and keeps what was said of it as it is', minutes, async () => {
  await trainer.stop('SIGKILL');
  const workspaceId = await shop();
  const { id } = await runs.request(workspaceId, 'on_demand');
  const dir = join(environment.BATON_DATA_DIR, 'no-model');
  trainer = await startApp('trainer', { ...environment, BATON_BASE_MODEL: dir });
  await waitFor(async () => (await runs.find(workspaceId, id)).status === 'failed', patience);
  const { error } = await runs.find(workspaceId, id);
  expect(error).toMatchObject({ code: 'base_model_unusable' });
  expect(error!.text).toMatch(/^BASE_BROKEN .*no-model/);
});
