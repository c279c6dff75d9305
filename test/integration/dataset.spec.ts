import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, type Database, type Prisma } from '#database';
import { Datasets } from '../../apps/trainer/src/dataset.js';
import { textKey } from '../../apps/trainer/src/gold.js';
import { atEnd } from '../support/at-end.js';
import { createWorkspace } from '../support/core.js';
import { freshEnvironment } from '../support/environment.js';

let db: Database;
let datasets: Datasets;

beforeAll(async () => {
  db = createDatabase((await freshEnvironment()).DATABASE_URL, 4);
  atEnd(() => db.$disconnect());
  datasets = new Datasets(db);
});

async function shop() {
  const { workspaceId, intentId } = await createWorkspace(db);
  type More = Partial<Prisma.TrainingExampleCreateManyInput>;
  return {
    workspaceId,
    add: async (texts: string[], more: More = {}) => {
      const facts = { workspaceId, intentId, source: 'import', state: 'approved' } as const;
      await db.trainingExample.createMany({ data: texts.map((text) => ({ ...facts, id: uuidv7(), text, ...more })) });
    },
    /** A version that was made from this snapshot. */
    version: async (snapshotId: string) => {
      const facts = { workspaceId, version: 1, stage: 'active', method: 'head', checksum: '', nExamples: 1 } as const;
      return (await db.modelVersion.create({ data: { id: uuidv7(), snapshotId, ...facts } })).id;
    },
  };
}
const many = (n: number, what: string) => Array.from({ length: n }, (_, i) => `${what} ${'x'.repeat(i + 1)}`);

describe('a snapshot', () => {
  it('has no address and no number of a customer in it', async () => {
    const { workspaceId, add } = await shop();
    await add(['order 1042 for jo@example.com', 'ring 07700 900123', 'Order 2077 for kim@example.com']);
    const { train, gold } = (await datasets.snapshot(workspaceId)).split;
    expect([...train, ...gold].map(({ text }) => text.toLowerCase()).sort()).toEqual([
      'order number for email',
      'ring number',
    ]);
  });

  it('lets one contact teach five messages a day', async () => {
    const { workspaceId, add } = await shop();
    await add(many(9, 'cheap watches'), { source: 'agent_confirm', contactId: uuidv7() });
    const { train, gold } = (await datasets.snapshot(workspaceId)).split;
    expect([...train, ...gold]).toHaveLength(5);
  });

  it('keeps audited messages apart, and says which examples were used and which of them are gold', async () => {
    const { workspaceId, add } = await shop();
    const other = await shop();
    await other.add(many(20, 'none of your business'));
    await add(many(60, 'where is it'));
    await add(many(70, 'audited'), { source: 'audit' });
    await add(many(40, 'audited nonsense'), { source: 'audit', intentId: null, outOfScope: true });
    await add(['not decided'], { state: 'candidate' });
    const { snapshotId, split } = await datasets.snapshot(workspaceId);
    expect(split.audited).toHaveLength(110);
    expect(split.audited.filter(({ oos }) => oos)).toHaveLength(40);
    expect(split.train.length + split.gold.length).toBe(60);
    const stored = await db.datasetSnapshot.findUniqueOrThrow({ where: { id: snapshotId } });
    expect(stored).toMatchObject({ nTrain: split.train.length, nGold: split.gold.length });
    expect(stored.exampleIds).toHaveLength(170);
    expect(stored.goldIds.toSorted()).toEqual(split.gold.map(({ id }) => id).sort());
  });
});

describe('what a version was fitted on', () => {
  it('is all but the gold of its snapshot, and nothing that came later', async () => {
    const { workspaceId, add, version } = await shop();
    await add(many(60, 'where is it'));
    await add(many(100, 'audited'), { source: 'audit' });
    const { snapshotId, split } = await datasets.snapshot(workspaceId);
    const id = await version(snapshotId);
    await add(many(60, 'later'));
    const fitted = await datasets.fittedTexts(workspaceId, id);
    expect(fitted).toEqual(new Set([...split.train, ...split.audited].map(({ text }) => textKey(text))));
    expect(await datasets.fittedTexts((await shop()).workspaceId, id)).toEqual(new Set());
  });
});
