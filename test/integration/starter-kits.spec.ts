import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, it } from 'vitest';
import { addedKit, starterKitList, type UserRole } from '#contracts';
import { createDatabase, type Database } from '#database';
import { encode, frozenCandidate, loadBase, makeCorpus, outputsOf, shippedBase, stratifiedSplit } from '#slm';
import { starterKits } from '#starter-kits';
import { seededRandom } from '#statistics';
import { startApp } from '../support/app.js';
import { atEnd } from '../support/at-end.js';
import { signIn } from '../support/clients.js';
import { createWorkspace } from '../support/core.js';
import { freshEnvironment } from '../support/environment.js';

describe('starter kits', () => {
  let db: Database;
  let url: string;

  beforeAll(async () => {
    const environment = await freshEnvironment();
    db = createDatabase(environment.DATABASE_URL, 2);
    atEnd(() => db.$disconnect());
    url = (await startApp('gateway', environment)).url;
  });

  async function shopOf(role: UserRole) {
    const shop = await createWorkspace(db);
    const { workspaceId, intentId } = shop;
    const person = await shop.agent('Ada', role);
    const cookie = await signIn(url, db, person);
    const path = `${url}/api/knowledge/starter-kits`;
    const add = (kit: string) => fetch(`${path}/${kit}/add`, { method: 'POST', headers: { cookie } });
    const list = () => fetch(path, { headers: { cookie } });
    return { workspaceId, intentId, userId: person.userId, add, list };
  }

  it('are shown with their intents and drafts', async () => {
    const { list } = await shopOf('owner');
    const { kits } = starterKitList.parse(await (await list()).json());
    expect(kits.map(({ name }) => name)).toEqual(['fashion', 'home', 'electronics']);
    for (const { nExamples, intents } of kits) {
      expect(intents.reduce((sum, intent) => sum + intent.nExamples, 0)).toBe(nExamples);
    }
  });

  it('add intents that answer nothing by themselves, drafts and rows, and nothing twice', async () => {
    const { workspaceId, userId, intentId, add } = await shopOf('admin');
    const kit = starterKits().find(({ name }) => name === 'home')!;
    const rows = kit.intents.flatMap(({ examples }) => examples);
    const moved = rows[3]!;
    await db.trainingExample.create({
      data: { id: uuidv7(), workspaceId, text: moved, outOfScope: true, source: 'agent_correction' },
    });

    const [one, other] = await Promise.all([add('home'), add('home')]);
    const added = await Promise.all([one, other].map(async (response) => addedKit.parse(await response.json())));
    expect(added).toContainEqual({ intents: kit.intents.length - 1, examples: rows.length - 1 });
    expect(added).toContainEqual({ intents: 0, examples: 0 });

    const intents = await db.intent.findMany({ where: { workspaceId }, include: { answers: true } });
    expect(intents).toHaveLength(kit.intents.length);
    const own = intents.find(({ id }) => id === intentId)!;
    expect(own).toMatchObject({ title: 'Order status', automate: true, answers: [] });
    for (const { automate, answers } of intents.filter((intent) => intent !== own)) {
      expect([automate, answers]).toMatchObject([false, [{ approvedAt: null, locale: 'en', createdById: userId }]]);
    }
    const stored = await db.trainingExample.findMany({ where: { workspaceId } });
    expect(stored.map(({ text }) => text).sort()).toEqual(rows.sort());
    expect(stored.find(({ text }) => text === moved)).toMatchObject({ outOfScope: true, source: 'agent_correction' });
    const log = await db.auditEvent.findMany({ where: { workspaceId, action: 'starter_kit.added' } });
    expect(log).toMatchObject([{ actorId: userId, data: { after: { name: 'home' } } }]);

    const fashion = addedKit.parse(await (await add('fashion')).json());
    expect(fashion.intents).toBe(5); // the others are shared
  });

  it('stay within their workspace, and are for owners and admins', async () => {
    const { add, list } = await shopOf('supervisor');
    expect([(await add('home')).status, (await list()).status]).toEqual([403, 403]);
    expect((await fetch(`${url}/api/knowledge/starter-kits/home/add`, { method: 'POST' })).status).toBe(401);
    const another = await shopOf('owner');
    expect((await another.add('garden')).status).toBe(404);
    expect(await db.trainingExample.count({ where: { workspaceId: another.workspaceId } })).toBe(0);
  });
});

it('teaches a head to know its intents apart', async () => {
  const { intents } = starterKits().find(({ name }) => name === 'fashion')!;
  const rows = intents.flatMap(({ name, examples }) => examples.map((text) => ({ text, intent: name, oos: false })));
  const { kept, held } = stratifiedSplit(rows, 0.2, seededRandom(1));
  const base = loadBase(shippedBase());
  const [training, test] = [kept, held].map((part) =>
    makeCorpus(
      part.map((i) => rows[i]!),
      base,
    ),
  );
  const candidate = await frozenCandidate(await encode(base, training!, () => {}), training!, 1, () => {});
  const outputs = await outputsOf(candidate, test!, () => {});
  const right = outputs.filter(({ logits }, i) => {
    const scores = Array.from(logits);
    return candidate.intents[scores.indexOf(Math.max(...scores))] === test!.rows[i]!.intent;
  });
  expect(right.length / held.length).toBeGreaterThan(0.7);
});
