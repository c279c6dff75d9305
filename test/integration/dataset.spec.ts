import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database, Prisma } from '#database';
import { noEvidence, around } from '#decision';
import { modelInput } from '#personal-data';
import { afterPrevious } from '#slm';
import { Datasets } from '../../apps/trainer/src/dataset/snapshot.js';
import { textKey } from '../../apps/trainer/src/dataset/test-set.js';
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

/** Of all that is there now. */
const snapshot = (workspaceId: string) => datasets.snapshot(workspaceId, new Date(Date.now() + 60_000));

async function shop() {
  const workspace = await createWorkspace(db, { stickyMinutes: 0 });
  const { workspaceId, intentId } = workspace;
  type More = Partial<Prisma.TrainingExampleCreateManyInput>;
  const visitor = await workspace.contact();
  const ada = await workspace.agent('Ada');
  return {
    workspaceId,
    /** The visitor writes; returns the message's id, and what the model read of it. */
    say: async (text: string, readAfterPrevious = false) => {
      const { id: messageId, conversationId } = await core.contactMessages.send(visitor, {
        clientMessageId: uuidv7(),
        text,
      });
      const turn = await core.botTurns.load({ workspaceId, conversationId, messageId });
      const input = modelInput(turn!.text, around(turn!));
      await core.botTurns.apply(turn!, {
        prediction: null,
        decision: {
          ...{ kind: 'clarify', rule: 'close_intents' },
          ...{ evidence: { ...noEvidence, readAfterPrevious }, replies: [{ text: 'Which of these?' }] },
        },
      });
      return { messageId, input, read: (readAfterPrevious ? afterPrevious(input) : null) ?? input.text };
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
    const { train, test } = (await snapshot(workspaceId)).split;
    expect([...train, ...test].map(({ text }) => text.toLowerCase()).sort()).toEqual([
      'order number for email',
      'ring number',
    ]);
  });

  it('reads a message after the one before it where the model had read it so', async () => {
    const { workspaceId, say, resolve, add } = await shop();
    const first = await say('the blue one');
    await resolve();
    const again = await say('still nothing here');
    const short = await say('order 20455', true);
    const long = await say('can somebody please tell me when it comes');
    const drawn = await say('the green lamp', true);
    await resolve();
    await add(['order 20455'], { source: 'agent_correction', messageId: short.messageId });
    await add(['can somebody please tell me when it comes'], { source: 'agent_confirm', messageId: long.messageId });
    await add(['the green lamp'], { source: 'audit', messageId: drawn.messageId });
    await add(many(99, 'audited'), { source: 'audit' });

    expect(short.read).toBe('still nothing here | order number');
    const { train, test, audited } = (await snapshot(workspaceId)).split;
    expect([...train, ...test].map(({ text }) => text).sort()).toEqual(
      [first.read, again.read, long.read, 'still nothing here | order number'].sort(),
    );
    expect(audited.map(({ text }) => text)).toContain(`${long.read} | the green lamp`);
    const judged = [...train, ...test, ...audited].map(({ asServed }) => asServed);
    for (const { input } of [short, long, drawn]) expect(judged).toContainEqual(input);
    expect(drawn.read).toBe(`${long.read} | the green lamp`);
  });

  it('counts what agents and audits said of customers’ messages as live, and nothing else', async () => {
    const { workspaceId, add } = await shop();
    for (const source of ['agent_confirm', 'agent_correction', 'import', 'starter_kit', 'try_it'] as const) {
      await add([`by ${source}`], { source });
    }
    await add(many(100, 'audited'), { source: 'audit' });
    const { train, test, audited } = (await snapshot(workspaceId)).split;
    const live = [...train, ...test].filter((row) => row.live).map(({ text }) => text);
    expect(live.sort()).toEqual(['by agent_confirm', 'by agent_correction']);
    expect(audited.filter((row) => row.live)).toHaveLength(100);
  });

  it('lets one contact teach five messages a day', async () => {
    const { workspaceId, add } = await shop();
    await add(many(9, 'cheap watches'), { source: 'agent_confirm', contactId: uuidv7() });
    const { train, test } = (await snapshot(workspaceId)).split;
    expect([...train, ...test]).toHaveLength(5);
  });

  it('lets one agent teach two hundred a day', async () => {
    const { workspaceId, add } = await shop();
    const [id, conversationId, episodeId, agentId] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
    await db.resolution.create({ data: { id, workspaceId, conversationId, episodeId, agentId, kind: 'confirmed' } });
    await add(many(210, 'approved in a hurry'), { source: 'agent_confirm', resolutionId: id });
    const { train, test } = (await snapshot(workspaceId)).split;
    expect([...train, ...test]).toHaveLength(200);
  });

  it('keeps audited messages apart, and says which examples were used and which of them are the test set', async () => {
    const { workspaceId, add } = await shop();
    const other = await shop();
    await other.add(many(20, 'none of your business'));
    await add(many(60, 'where is it'));
    await add(many(70, 'audited'), { source: 'audit' });
    await add(many(40, 'audited nonsense'), { source: 'audit', intentId: null, outOfScope: true });
    const { snapshotId, split } = await snapshot(workspaceId);
    expect(split.audited).toHaveLength(110);
    expect(split.audited.filter(({ oos }) => oos)).toHaveLength(40);
    expect(split.train.length + split.test.length).toBe(60);
    const stored = await db.datasetSnapshot.findUniqueOrThrow({ where: { id: snapshotId } });
    expect(stored).toMatchObject({ nTrain: split.train.length, nTest: split.test.length });
    expect(stored.exampleIds).toHaveLength(170);
    expect(stored.testIds.toSorted()).toEqual(split.test.map(({ id }) => id).sort());
  });
});

describe('a snapshot of an earlier moment', () => {
  it('has what was there then, and is the same record when it is asked again', async () => {
    const { workspaceId, add } = await shop();
    const then = new Date('2026-01-01');
    await add(many(40, 'where is it'), { createdAt: then });
    const before = await datasets.snapshot(workspaceId, then);
    await add(many(40, 'later'));
    expect(await datasets.snapshot(workspaceId, then)).toEqual(before);
    expect((await snapshot(workspaceId)).snapshotId).not.toBe(before.snapshotId);
  });

  it('is another one when a label has changed', async () => {
    const { workspaceId, add } = await shop();
    await add(many(40, 'where is it'));
    const now = new Date(Date.now() + 60_000);
    const before = await datasets.snapshot(workspaceId, now);
    const { id } = await db.trainingExample.findFirstOrThrow({ where: { workspaceId } });
    await db.trainingExample.update({ where: { id }, data: { intentId: null, outOfScope: true } });
    expect((await datasets.snapshot(workspaceId, now)).snapshotId).not.toBe(before.snapshotId);
  });
});

describe('what a version was fitted on', () => {
  it('is all but the test set of its snapshot, and nothing that came later', async () => {
    const { workspaceId, add, version } = await shop();
    await add(many(60, 'where is it'));
    await add(many(100, 'audited'), { source: 'audit' });
    const { snapshotId, split } = await snapshot(workspaceId);
    const id = await version(snapshotId);
    await add(many(60, 'later'));
    const fitted = await datasets.fittedTexts(workspaceId, id);
    expect(fitted).toEqual(new Set([...split.train, ...split.audited].map(({ text }) => textKey(text))));
    expect(await datasets.fittedTexts((await shop()).workspaceId, id)).toEqual(new Set());
  });
});
