import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { beforeAll, expect, it } from 'vitest';
import { ModelArtifacts } from '#model-artifacts';
import { ModelRegistry } from '#model-registry';
import { trainHead } from '#slm';
import { readRows } from '#ticket-import';
import { startApp } from '../support/app.js';
import { startCore } from '../support/core.js';
import { freshEnvironment } from '../support/environment.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { waitFor } from '../support/wait-for.js';

const question = 'How do I send back the jumper I bought?';
const known = ['return_item', 'order_status', 'store_hours'];

let core: Awaited<ReturnType<typeof startCore>>;
let shops: Awaited<ReturnType<typeof shop>>[];

beforeAll(async () => {
  const environment = { ...(await freshEnvironment()), DECISION_DEADLINE_SECONDS: '60' };
  core = await startCore(environment);
  shops = [await shop('shoes', 'Within 30 days.'), await shop('lamps', 'Never.')];
  await startApp('inference-worker', environment);
});

/** A workspace that calls the demo's intents by names of its own, has learnt them, and answers the one about returns. */
async function shop(prefix: string, text: string) {
  const workspace = await core.workspace();
  const { workspaceId } = workspace;
  const intent = { id: uuidv7(), workspaceId, name: `${prefix}_return_item`, title: 'Return an item' };
  await core.db.intent.create({ data: intent });
  const answer = { id: uuidv7(), workspaceId, intentId: intent.id, locale: 'en', version: 1, text };
  await core.db.answer.create({ data: answer });
  const modelDir = join(temporaryFolder(), prefix);
  const { rows } = await readRows('apps/demo-shop/data/tickets.jsonl');
  const taught = known.flatMap((name) => rows.filter(({ intent }) => intent === name).slice(0, 15));
  await trainHead({ rows: taught.map((row) => ({ ...row, intent: `${prefix}_${row.intent}` })), outDir: modelDir });
  const { id } = await new ModelArtifacts(core.db).register(modelDir, {
    ...{ workspaceId, method: 'head' as const, nExamples: taught.length, metrics: null, gate: [], outcomes: [] },
    ...{ limitTable: [], parentId: null, snapshotId: uuidv7() },
  });
  await new ModelRegistry(core.db).activate(workspaceId, id, { type: 'system' });
  return { ...workspace, modelVersionId: id };
}

it('two workspaces side by side answer the same question each by its own model, in its own words', async () => {
  const asked = await Promise.all(
    shops.map(async (one) => {
      const { id } = await core.contactMessages.send(await one.contact(), {
        clientMessageId: uuidv7(),
        text: question,
      });
      return id;
    }),
  );
  await waitFor(async () => (await core.db.decision.count({ where: { messageId: { in: asked } } })) === 2, 60);
  const seen = await Promise.all(
    shops.map(async ({ workspaceId }) => ({
      predictions: await core.db.prediction.findMany({ where: { workspaceId } }),
      words: (await core.db.message.findMany({ where: { workspaceId, kind: 'outbound' } })).map(({ text }) => text),
    })),
  );
  expect(seen.map(({ words }) => words)).toEqual([['Within 30 days.'], ['Never.']]);
  for (const [index, prefix] of ['shoes', 'lamps'].entries()) {
    const { predictions } = seen[index]!;
    expect(predictions).toMatchObject([{ modelVersionId: shops[index]!.modelVersionId, messageId: asked[index] }]);
    const intents = (predictions[0]!.topK as { intent: string }[]).map(({ intent }) => intent);
    expect(intents.every((intent) => intent.startsWith(prefix))).toBe(true);
  }
});
