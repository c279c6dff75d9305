import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database, Prisma } from '#database';
import { afterPrevious, modelInput } from '#slm';
import { Datasets } from '../../apps/trainer/src/dataset/snapshot.js';
import { textKey } from '../../apps/trainer/src/dataset/gold.js';
import { createWorkspace, startCore } from '../support/core.js';
import { freshEnvironment } from '../support/environment.js';

let core: Awaited<ReturnType<typeof startCore>>;
let db: Database;
let datasets: Datasets;

beforeAll(async () => {
  core = await startCore(await freshEnvironment());
  db = core.db;
  datasets = new Datasets(db);
});

async function shop() {
  const workspace = await createWorkspace(db);
  const { workspaceId, intentId } = workspace;
  type More = Partial<Prisma.TrainingExampleCreateManyInput>;
  const visitor = await workspace.contact();
  const ada = await workspace.agent('Ada');
  return {
    workspaceId,
    /** The visitor writes; returns the message's id, and what the model reads of it when it is unsure. */
    say: async (text: string) => {
      const { id: messageId, conversationId } = await core.contactMessages.send(visitor, {
        clientMessageId: uuidv7(),
        text,
      });
      const turn = await core.botTurns.load({ workspaceId, conversationId, messageId });
      const input = modelInput(turn!.text, turn!.previousText);
      await core.botTurns.apply(turn!, {
        prediction: null,
        decision: { kind: 'clarify', rule: 'close_intents' },
        reply: { text: 'Which of these?' },
      });
      return { messageId, input, read: afterPrevious(input) ?? input.text };
    },
    /** An agent closes the conversation with a label, about its first message. */
    resolve: async () => {
      const { id: conversationId } = await db.conversation.findFirstOrThrow({ where: { workspaceId } });
      await core.handoff.takeOver(ada, conversationId);
      const { ownerEpoch } = await db.conversation.findUniqueOrThrow({ where: { id: conversationId } });
      await core.resolutions.resolve(ada, { conversationId, ownerEpoch, intent: 'order_status', outOfScope: false });
    },
    add: async (texts: string[], more: More = {}) => {
      const facts = { workspaceId, intentId, source: 'import' } as const;
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

  it('reads a short message after the one before it, as the model does when it serves', async () => {
    const { workspaceId, say, resolve, add } = await shop();
    const first = await say('the blue one');
    await resolve();
    const again = await say('still nothing here');
    const short = await say('order 20455');
    const long = await say('can somebody please tell me when it comes');
    const drawn = await say('the green lamp');
    await resolve();
    await add(['order 20455'], { source: 'agent_correction', messageId: short.messageId });
    await add(['can somebody please tell me when it comes'], { source: 'agent_confirm', messageId: long.messageId });
    await add(['the green lamp'], { source: 'audit', messageId: drawn.messageId });
    await add(many(99, 'audited'), { source: 'audit' });

    expect(short.read).toBe('still nothing here order number');
    const { train, gold, audited } = (await datasets.snapshot(workspaceId)).split;
    expect([...train, ...gold].map(({ text }) => text).sort()).toEqual(
      [first.read, again.read, long.read, 'still nothing here order number'].sort(),
    );
    expect(audited.map(({ text }) => text)).toContain(`${long.read} the green lamp`);
    const judged = [...train, ...gold, ...audited].map(({ asServed }) => asServed);
    for (const { input } of [short, long, drawn]) expect(judged).toContainEqual(input);
    expect(drawn.read).toBe(`${long.read} the green lamp`);
  });

  it('lets one contact teach five messages a day', async () => {
    const { workspaceId, add } = await shop();
    await add(many(9, 'cheap watches'), { source: 'agent_confirm', contactId: uuidv7() });
    const { train, gold } = (await datasets.snapshot(workspaceId)).split;
    expect([...train, ...gold]).toHaveLength(5);
  });

  it('lets one agent teach two hundred a day', async () => {
    const { workspaceId, add } = await shop();
    const [id, conversationId, episodeId, agentId] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
    await db.resolution.create({ data: { id, workspaceId, conversationId, episodeId, agentId, kind: 'confirmed' } });
    await add(many(210, 'approved in a hurry'), { source: 'agent_confirm', resolutionId: id });
    const { train, gold } = (await datasets.snapshot(workspaceId)).split;
    expect([...train, ...gold]).toHaveLength(200);
  });

  it('keeps audited messages apart, and says which examples were used and which of them are gold', async () => {
    const { workspaceId, add } = await shop();
    const other = await shop();
    await other.add(many(20, 'none of your business'));
    await add(many(60, 'where is it'));
    await add(many(70, 'audited'), { source: 'audit' });
    await add(many(40, 'audited nonsense'), { source: 'audit', intentId: null, outOfScope: true });
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
