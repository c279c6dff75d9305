import { uuidv7 } from 'uuidv7';
import { expect, it } from 'vitest';
import { createDatabase } from '#database';
import { ModelRegistry, TrainingRuns } from '#model-registry';
import { seed } from '../../prisma/seed.js';
import { startApp } from '../support/app.js';
import { atEnd } from '../support/at-end.js';
import { freshEnvironment } from '../support/environment.js';
import { waitFor } from '../support/wait-for.js';

const patience = 300;

it(
  'a new demo serves the model that comes with the program, and tunes no other behind it',
  { timeout: 600_000 },
  async () => {
    const env = { ...(await freshEnvironment()), BATON_BACKGROUND_TRAINING: 'true' };
    const db = createDatabase(env.DATABASE_URL, 4);
    atEnd(() => db.$disconnect());
    const runs = new TrainingRuns(db);
    await seed(env.DATABASE_URL);
    const demo = await db.workspace.findUniqueOrThrow({ where: { slug: 'fernhill' } });
    await startApp('trainer', env);

    const registry = new ModelRegistry(db);
    const active = await waitFor(async () => (await registry.activeVersions(demo.id))[0], patience);
    const version = await db.modelVersion.findUniqueOrThrow({ where: { id: active.id } });
    expect(version).toMatchObject({ version: 1, method: 'adapters', stage: 'active' });
    // Its figures are of the test set that was put aside here, not those that it came with.
    const snapshot = await db.datasetSnapshot.findUniqueOrThrow({ where: { id: version.snapshotId! } });
    expect(version.metrics).toMatchObject({ n: snapshot.nTest });
    expect(version.nExamples).toBe(snapshot.nTrain);

    // Once another shop's first training is asked for, the starter has looked at all of them again.
    const workspaceId = uuidv7();
    for (const intent of ['order_status', 'return_item']) {
      const intentId = uuidv7();
      await db.intent.create({ data: { id: intentId, workspaceId, name: intent, title: intent } });
      const text = (i: number) => (intent === 'order_status' ? `where is parcel ${i}` : `may I send back lamp ${i}`);
      const rows = Array.from({ length: 12 }, (_, i) => ({ id: uuidv7(), workspaceId, intentId, text: text(i) }));
      await db.trainingExample.createMany({ data: rows.map((row) => ({ ...row, source: 'import' as const })) });
    }
    await db.workspace.create({ data: { id: workspaceId, name: 'Shop', slug: workspaceId } });
    await waitFor(async () => (await runs.list(workspaceId)).length === 1, patience);
    expect(await runs.list(demo.id)).toMatchObject([{ trigger: 'first_start', status: 'succeeded' }]);
  },
);
