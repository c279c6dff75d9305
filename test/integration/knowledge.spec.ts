import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import {
  examplePage,
  intentDetail,
  intentTable,
  modelOutlook,
  modelReport,
  movedRows,
  triedMessage,
  type AnswerView,
  type ExampleView,
  type IntentRow,
  type UserRole,
} from '#contracts';
import type { Prisma } from '#database';
import { ModelArtifacts } from '#model-artifacts';
import { limitGrid, ModelRegistry } from '#model-registry';
import { createRedis } from '#redis';
import { trainHead } from '#slm';
import { readRows } from '#ticket-import';
import { startApp, type RunningApp } from '../support/app.js';
import { connectAgent, signIn } from '../support/clients.js';
import { startCore } from '../support/core.js';
import { freshEnvironment } from '../support/environment.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { waitFor } from '../support/wait-for.js';

const taught = ['order_status', 'return_item', 'delivery_time', 'store_hours', 'talk_to_human'];
const mislabelled = 'How do I return the boots I bought last week?';

let core: Awaited<ReturnType<typeof startCore>>;
let url: string;
let worker: RunningApp;
let shop: Awaited<ReturnType<typeof newShop>>;

type Answered = { status: number; body: unknown };

/** A workspace whose people use the REST API. */
async function newShop() {
  const workspace = await core.workspace();
  const { workspaceId } = workspace;
  const as = async (role: UserRole) => {
    const cookie = await signIn(url, core.db, await workspace.agent(role, role));
    return async (method: string, path: string, body?: unknown): Promise<Answered> => {
      const headers = { cookie, 'content-type': 'application/json' };
      const response = await fetch(`${url}/api${path}`, {
        method,
        headers,
        body: body ? JSON.stringify(body) : undefined,
      });
      return { status: response.status, body: await response.json().catch(() => null) };
    };
  };
  const owner = await as('owner');
  return {
    ...workspace,
    as,
    owner,
    socket: async () => connectAgent(url, await signIn(url, core.db, await workspace.agent('Kim'))),
    /** What the owner is given; fails unless it is. */
    get: async <S extends z.ZodType>(schema: S, path: string): Promise<z.output<S>> =>
      schema.parse((await owner('GET', path)).body),
    intent: async (name: string) =>
      (await owner('POST', '/knowledge/intents', { name, title: `About ${name}`, description: '' })).body as IntentRow,
    answer: async (intentId: string, text: string, approve = true) =>
      (
        await owner('POST', `/knowledge/intents/${intentId}/answers`, {
          ...{ locale: 'en', text, conditions: [], actionId: null, approve },
        })
      ).body as AnswerView,
    example: async (text: string, intentId: string | null) =>
      (await owner('POST', '/knowledge/examples', { text, intentId })).body as ExampleView,
    addRows: async (rows: Partial<Prisma.TrainingExampleCreateManyInput>[]) => {
      const facts = { workspaceId, source: 'import' } as const;
      const data = rows.map((row) => ({ ...facts, id: uuidv7(), text: 'row', ...row }));
      await core.db.trainingExample.createMany({ data });
      return data.map(({ id }) => id);
    },
    audited: async (action: string) =>
      (await core.db.auditEvent.findMany({ where: { workspaceId, action }, orderBy: { id: 'asc' } })).map(
        ({ data }) => data,
      ),
  };
}

/** A version that knows the five intents by `rows`, and was right as often as `outcomes` say. */
async function activateModel(workspaceId: string, rows: { text: string; intent: string; oos: boolean }[]) {
  const outDir = join(temporaryFolder(), 'model');
  await trainHead({ rows, outDir });
  const outcome = (n: number, confidence: number, correct: boolean) =>
    Array.from({ length: n }, () => ({ confidence, correct, oos: false }));
  const { id } = await new ModelArtifacts(core.db).register(outDir, {
    ...{ workspaceId, method: 'head' as const, nExamples: rows.length, metrics: null, gate: [] },
    outcomes: [...outcome(57, 0.97, true), ...outcome(3, 0.96, false), ...outcome(40, 0.4, false)],
    // At all limits, so that the trainer has none to add.
    limitTable: limitGrid({ riskLimit: 0.05, confidenceLevel: 0.9 }).map((limits) => ({
      limits,
      result: { state: 'certified', threshold: 0.5, coverage: 0.6 } as const,
    })),
    ...{ parentId: null, snapshotId: uuidv7() },
  });
  await new ModelRegistry(core.db).activate(workspaceId, id, { type: 'system' });
  return id;
}

beforeAll(async () => {
  const environment = await freshEnvironment();
  core = await startCore(environment);
  url = (await startApp('gateway', environment)).url;
  shop = await newShop();
  const { rows } = await readRows('apps/demo-shop/data/tickets.jsonl');
  const own = taught.flatMap((name) => rows.filter(({ intent }) => intent === name).slice(0, 30));
  const idOf = new Map([['order_status', shop.intentId]]);
  for (const name of taught.slice(1)) idOf.set(name, (await shop.intent(name)).id);
  await shop.addRows(own.map(({ text, intent }) => ({ text, intentId: idOf.get(intent)! })));
  await shop.addRows([{ text: mislabelled, intentId: idOf.get('store_hours')! }]);
  await activateModel(shop.workspaceId, [...own, { text: mislabelled, intent: 'store_hours', oos: false }]);
  [worker] = await Promise.all([startApp('inference-worker', environment), startApp('trainer', environment)]);
});

const intentOf = async (name: string) =>
  (await shop.get(intentTable, '/knowledge/intents')).intents.find((row) => row.name === name)!;
const tryOut = async (text: string, previousText: string | null = null) =>
  triedMessage.parse((await shop.owner('POST', '/try', { text, previousText })).body);

describe('a message is tried out', () => {
  it('and shows how it was read, which rule decided, and the nearest rows', async () => {
    const { id } = await intentOf('return_item');
    await shop.answer(id, 'Within 30 days.');
    const before = { title: 'About return_item', description: '', automate: true };
    expect(await shop.owner('PUT', `/knowledge/intents/${id}`, before)).toMatchObject({ status: 200 });
    const tried = await waitFor(async () => {
      const { reading, decision, nearest } = await tryOut('How do I send back the jumper I bought?');
      const known = nearest.length === 5 && nearest[0]!.intent === 'return_item'; // rows are embedded one by one
      return decision.kind === 'answer' && known ? { reading, decision, nearest } : null;
    });
    expect(tried).toMatchObject({
      reading: { intent: 'return_item', title: 'About return_item', threshold: 0.5 },
      decision: { kind: 'answer', rule: 'confident', reason: null, text: 'Within 30 days.' },
    });
    expect(tried.nearest.map(({ similarity }) => similarity)).toEqual(
      tried.nearest.map(({ similarity }) => similarity).toSorted((a, b) => b - a),
    );
    expect(await core.db.message.count()).toBe(0);
  });

  it('and is answered by what is approved, whatever drafts there are', async () => {
    const { id } = await intentOf('return_item');
    const says = (wanted: string) =>
      waitFor(async () => {
        const { decision } = await tryOut('How do I send back the jumper I bought?');
        return [decision.text, decision.rule].includes(wanted);
      });
    await shop.answer(id, 'A draft.', false);
    // Once the worker has heard of a later change it knows of the draft, too.
    for (const automate of [false, true]) {
      await shop.owner('PUT', `/knowledge/intents/${id}`, { title: 'Returns', description: '', automate });
      await says(automate ? 'Within 30 days.' : 'not_automated');
    }
    await shop.answer(id, 'Within 60 days.');
    await says('Within 60 days.');
  });

  it('and found wrong: the right row is near at once', async () => {
    const text = 'My parrot has eaten the door bell';
    const { id } = await shop.example(text, (await intentOf('talk_to_human')).id);
    await waitFor(async () => (await tryOut(text)).nearest[0]?.exampleId === id, 10);
  });

  it('where no model serves: people would have it', async () => {
    const other = await newShop();
    const { status, body } = await other.owner('POST', '/try', { text: 'hello', previousText: null });
    expect([status, body]).toEqual([
      200,
      {
        reading: null,
        decision: { kind: 'escalate', rule: 'model_silent', reason: 'system_failure', text: null },
        nearest: [],
      },
    ]);
  });

  it('and leaves nothing of it in the queue', async () => {
    await tryOut('a text that nobody must find');
    const redis = createRedis();
    const left = async () => {
      const keys = await redis.keys(`${process.env.REDIS_PREFIX}:queue:trial:*`);
      const kept = [];
      for (const key of keys) {
        if ((await redis.type(key)) === 'hash') kept.push(JSON.stringify(await redis.hgetall(key)));
        if ((await redis.type(key)) === 'stream') kept.push(JSON.stringify(await redis.xrange(key, '-', '+')));
      }
      return kept.join();
    };
    await waitFor(async () => !(await left()).includes('nobody must find'));
    redis.disconnect();
  });
});

it('rows whose label does not fit are found, and are settled by whoever looks at them', async () => {
  const suspicious = () => shop.get(examplePage, '/knowledge/examples?suspicious=true');
  const found = await waitFor(async () => (await suspicious()).examples.find(({ text }) => text === mislabelled));
  const right = await intentOf('return_item');
  expect(found).toMatchObject({ suspectedIntentId: right.id });
  const { body } = await shop.owner('PUT', `/knowledge/examples/${found.id}`, { text: found.text, intentId: right.id });
  expect(body).toMatchObject({ intentId: right.id, suspectedIntentId: null });
  expect((await suspicious()).examples.map(({ id }) => id)).not.toContain(found.id);
});

it('the active version is told in words', async () => {
  const report = await shop.get(modelReport, '/models/report');
  expect(report).toMatchObject({ version: 1, nTest: 100 });
  expect(report.answered).toBeCloseTo(60);
  expect(report.wrong).toBeCloseTo(3);
  expect(report.riskCoverage.at(-1)).toEqual({ coverage: 1, risk: 0.43 });
  const outlook = await shop.get(modelOutlook, '/models/outlook');
  expect(outlook).toMatchObject({ version: 1, answers: { from: 'test_set', nMessages: 100 } });
  expect(outlook.answers!.answered).toBeCloseTo(60);
  expect(outlook.newLabels).toBeGreaterThan(0);
  expect(outlook.thinIntents.every(({ nExamples }) => nExamples < 5)).toBe(true);
  const { status, body } = await (await newShop()).owner('GET', '/models/report');
  expect([status, body]).toEqual([200, null]);
});

describe('an answer', () => {
  it('is a draft until it is approved; then its intent may be automated; an older one is put back as a new version', async () => {
    const { get, intent, answer, owner, audited } = await newShop();
    const { id } = await intent('refund');
    const automate = () =>
      owner('PUT', `/knowledge/intents/${id}`, { title: 'Refunds', description: 'Money back', automate: true });
    await answer(id, 'In ten days.', false);
    expect(await automate()).toMatchObject({ status: 422, body: { code: 'ANSWER_MISSING' } });
    await answer(id, 'In five days.');
    expect(await automate()).toMatchObject({
      status: 200,
      body: { automate: true, title: 'Refunds', locales: ['en'] },
    });
    await answer(id, 'In ten days.');
    const { answers } = await get(intentDetail, `/knowledge/intents/${id}`);
    expect(
      answers.map(({ version, text, approvedAt, createdByName }) => [version, text, !!approvedAt, createdByName]),
    ).toEqual([
      [3, 'In ten days.', true, 'owner'],
      [2, 'In five days.', true, 'owner'],
      [1, 'In ten days.', false, 'owner'],
    ]);
    expect((await audited('answer.approved')).at(-1)).toEqual({
      before: { version: 2, text: 'In five days.' },
      after: { version: 3, text: 'In ten days.' },
    });
    expect(await audited('intent.changed')).toEqual([
      {
        before: { title: 'About refund', description: '', automate: false },
        after: { title: 'Refunds', description: 'Money back', automate: true },
      },
    ]);
  });

  it('saved by many at once gets a version each', async () => {
    const { intent, answer } = await newShop();
    const { id } = await intent('refund');
    const saved = await Promise.all(Array.from({ length: 8 }, (_, i) => answer(id, `Answer ${i}`)));
    expect(saved.map(({ version }) => version).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('names an action of its own workspace only', async () => {
    const { owner, intent } = await newShop();
    const { id } = await intent('refund');
    const answer = { locale: 'en', text: 'Yes', conditions: [], actionId: uuidv7(), approve: true };
    expect(await owner('POST', `/knowledge/intents/${id}/answers`, answer)).toMatchObject({ status: 404 });
  });

  it('is previewed with values, before it is saved', async () => {
    const condition = { variable: 'status', operator: 'is', value: 'late', text: 'Sorry, {{contact.name}}.' };
    const answer = { text: 'It is {{status}}.', conditions: [condition] };
    const preview = (values: object) => shop.owner('POST', '/knowledge/answers/preview', { ...answer, values });
    expect((await preview({ status: 'sent' })).body).toEqual({ text: 'It is sent.', condition: null, missing: [] });
    expect((await preview({ status: 'late' })).body).toEqual({ text: null, condition: 0, missing: ['contact.name'] });
  });
});

describe('intents', () => {
  it('are made once, and stand in the table with what became of the messages about them', async () => {
    const { get, intent, owner, workspaceId, addRows } = await newShop();
    const { id: intentId } = await intent('refund');
    const again = { name: 'refund', title: 'Again', description: '' };
    expect(await owner('POST', '/knowledge/intents', again)).toMatchObject({
      status: 409,
      body: { code: 'INTENT_EXISTS' },
    });

    // Ten messages, eight of them about refunds; six of these the bot answered, and people have judged five answers.
    const facts = { workspaceId, conversationId: uuidv7(), modelVersionId: uuidv7() };
    const messages = Array.from({ length: 10 }, () => uuidv7());
    await core.db.prediction.createMany({
      data: messages.map((messageId, i) => ({
        ...{ ...facts, messageId, confidence: 0.9, oosScore: 0.1 },
        topK: [{ intent: i < 8 ? 'refund' : 'gone', confidence: 0.9 }],
      })),
    });
    await core.db.decision.createMany({
      data: messages.map((messageId, i) => ({
        ...{
          ...facts,
          messageId,
          ownerEpoch: 0,
          kind: i < 6 ? 'answer' : 'escalate',
          intentId: i < 6 ? intentId : null,
        },
      })),
    });
    await addRows(
      messages.slice(0, 5).map((messageId, i) => ({
        ...{ messageId, source: 'audit', intentId: i < 4 ? intentId : null, outOfScope: i === 4, text: `audited ${i}` },
        reply: i < 2 ? 'Ask jo@shop.example about it' : null,
      })),
    );
    const { intents } = await get(intentTable, '/knowledge/intents');
    expect(intents.map(({ name }) => name)).toEqual(['refund', 'order_status']);
    expect(intents[0]).toMatchObject({
      ...{ nExamples: 4, traffic: 0.8, automation: 0.75, error: 0.2, nJudged: 5, trend: [0, 0, 0, 0, 0, 0, 0, 8] },
    });
    const { typicalReplies, examples } = await get(intentDetail, `/knowledge/intents/${intentId}`);
    expect(typicalReplies).toEqual([{ text: 'Ask email about it', n: 2 }]);
    expect(examples.map(({ text }) => text)).toContain('audited 0');
  });

  it('merge: rows, agents’ labels and decisions follow, answers go, and a model that still predicts it hands over', async () => {
    const [from, into] = [await intentOf('delivery_time'), await intentOf('order_status')];
    await shop.answer(from.id, 'In two days.');
    const agents = { workspaceId: shop.workspaceId, conversationId: uuidv7(), agentId: uuidv7() };
    const [resolutionId, messageId] = [uuidv7(), uuidv7()];
    await core.db.resolution.create({
      data: {
        ...{ ...agents, id: resolutionId, episodeId: uuidv7(), kind: 'corrected' },
        ...{ intentId: into.id, predictedIntentId: from.id },
      },
    });
    await core.db.decision.create({
      data: {
        ...{ messageId, workspaceId: shop.workspaceId, conversationId: uuidv7() },
        ...{ kind: 'answer', intentId: from.id, ownerEpoch: 0 },
      },
    });
    const merge = (id: string) => shop.owner('POST', `/knowledge/intents/${from.id}/merge`, { into: id });
    expect(await merge(from.id)).toMatchObject({ status: 422, body: { code: 'INTENT_INTO_ITSELF' } });
    expect((await merge(into.id)).body).toEqual({ moved: from.nExamples, intentId: into.id });
    expect(await core.db.resolution.findUnique({ where: { id: resolutionId } })).toMatchObject({
      ...{ kind: 'confirmed', intentId: into.id, predictedIntentId: into.id },
    });
    expect(await core.db.decision.findUnique({ where: { messageId } })).toMatchObject({ intentId: into.id });
    expect(await core.db.answer.count({ where: { intentId: from.id } })).toBe(0);
    expect(await intentOf('order_status')).toMatchObject({ nExamples: from.nExamples + into.nExamples });
    expect(await shop.audited('intent.merged')).toMatchObject([
      { before: { name: 'delivery_time' }, after: { name: 'order_status' } },
    ]);
    const tried = await waitFor(async () => {
      const { reading, decision } = await tryOut('How many days does delivery take?');
      return decision.rule === 'not_automated' ? { reading } : null;
    });
    expect(tried.reading).toMatchObject({ intent: 'delivery_time', title: 'delivery_time' });
  });

  it('split: some rows become a new intent, and so do the labels that agents gave them', async () => {
    const { owner, intent, workspaceId, addRows, get } = await newShop();
    const { id } = await intent('refund');
    const resolutionId = uuidv7();
    await core.db.resolution.create({
      data: {
        ...{ id: resolutionId, workspaceId, conversationId: uuidv7(), episodeId: uuidv7(), agentId: uuidv7() },
        ...{ kind: 'corrected', intentId: id },
      },
    });
    const rows = await addRows([
      { intentId: id, resolutionId, source: 'agent_correction' },
      { intentId: id },
      { intentId: id },
    ]);
    const elsewhere = await shop.example('a row of another shop', null);
    const split = (name: string, exampleIds: string[]) =>
      owner('POST', `/knowledge/intents/${id}/split`, { name, title: 'Refund status', description: '', exampleIds });
    expect(await split('refund_status', [elsewhere.id])).toMatchObject({ status: 404 });
    const moved = movedRows.parse((await split('refund_status', [...rows.slice(0, 2), elsewhere.id])).body);
    expect(moved.moved).toBe(2);
    expect(await core.db.resolution.findUnique({ where: { id: resolutionId } })).toMatchObject({
      intentId: moved.intentId,
    });
    const { intents } = await get(intentTable, '/knowledge/intents');
    expect(intents.map(({ name, nExamples, automate }) => [name, nExamples, automate])).toEqual([
      ['refund_status', 2, false],
      ['refund', 1, false],
      ['order_status', 0, true],
    ]);
  });

  it('are read again by open consoles of their workspace', async () => {
    const [own, other] = [await newShop(), await newShop()];
    const heard: string[] = [];
    (await own.socket()).on('intents:changed', () => heard.push('own'));
    (await other.socket()).on('intents:changed', () => heard.push('other'));
    await own.intent('refund');
    await waitFor(() => heard.length > 0);
    await other.intent('refund');
    await waitFor(() => heard.length > 1);
    expect(heard).toEqual(['own', 'other']);
  });

  it('go with their rows and answers', async () => {
    const { owner, intent, answer, workspaceId, addRows, audited } = await newShop();
    const { id } = await intent('refund');
    await answer(id, 'In five days.');
    await addRows([{ intentId: id }, { intentId: id }, { intentId: null, outOfScope: true }]);
    const resolution = { workspaceId, conversationId: uuidv7(), episodeId: uuidv7(), agentId: uuidv7() };
    await core.db.resolution.create({
      data: { id: uuidv7(), ...resolution, kind: 'confirmed', intentId: id, predictedIntentId: id },
    });
    expect(await owner('DELETE', `/knowledge/intents/${id}`)).toEqual({ status: 200, body: { removed: 2 } });
    expect(await core.db.trainingExample.count({ where: { workspaceId } })).toBe(1);
    expect(await core.db.resolution.findFirst({ where: { workspaceId } })).toMatchObject({
      ...{ kind: 'unlabelled', intentId: null, predictedIntentId: null },
    });
    expect(await audited('intent.deleted')).toMatchObject([{ before: { name: 'refund', rows: 2 } }]);
    expect(await owner('DELETE', `/knowledge/intents/${id}`)).toMatchObject({ status: 404 });
  });
});

describe('training rows', () => {
  it('are stored without what identifies a person, changed and removed, all of it written down', async () => {
    const { owner, example, intentId, audited } = await newShop();
    const added = await example('Write to jo.lambert@example.com \u0000 please', intentId);
    expect(added).toMatchObject({ text: 'Write to email  please', source: 'try_it', intentId });
    const change = { text: 'call +44 20 7946 0958', intentId: null };
    expect((await owner('PUT', `/knowledge/examples/${added.id}`, change)).body).toMatchObject({ intentId: null });
    expect(await core.db.trainingExample.findUnique({ where: { id: added.id } })).toMatchObject({ outOfScope: true });
    expect(await owner('DELETE', `/knowledge/examples/${added.id}`)).toEqual({ status: 204, body: null });
    expect(await audited('example.changed')).toEqual([
      {
        before: { text: 'Write to email  please', intentId },
        after: { text: expect.not.stringContaining('7946') as string, intentId: null },
      },
    ]);
    expect(await owner('PUT', `/knowledge/examples/${added.id}`, change)).toMatchObject({ status: 404 });
    const unknown = { text: 'x', intentId: shop.intentId };
    expect(await owner('POST', '/knowledge/examples', unknown)).toMatchObject({ body: { code: 'INTENT_UNKNOWN' } });
  });

  it('are found by any part of their text, source and intent, fifty at a time', async () => {
    const { addRows, get, owner, intentId, workspaceId, example } = await newShop();
    await addRows(Array.from({ length: 120 }, (_, i) => ({ text: `row ${i} of many`, intentId })));
    await addRows([{ text: 'it is 100% Wool_mix', intentId: null, outOfScope: true, source: 'starter_kit' }]);
    await example('typed here', intentId);
    const find = (query: string) => get(examplePage, `/knowledge/examples?${query}`);
    const seen: string[] = [];
    for (let after = ''; ;) {
      const { examples, total, more } = await find(`search=MANY${after}`);
      seen.push(...examples.map(({ text }) => text));
      expect(total).toBe(120);
      if (!more) break;
      after = `&after=${examples.at(-1)!.id}`;
    }
    expect(seen).toEqual(Array.from({ length: 120 }, (_, i) => `row ${119 - i} of many`));
    const totals = [
      'search=100%25',
      'search=wool_',
      'search=w%25l',
      'search=%5C',
      'intentId=none',
      'source=try_it',
      '',
    ];
    expect(await Promise.all(totals.map(async (query) => (await find(query)).total))).toEqual([1, 1, 0, 0, 1, 1, 122]);

    // Surest first, page by page, whether the row that was last seen is still suspected, settled, or gone.
    const rows = await core.db.trainingExample.findMany({ where: { workspaceId }, take: 60, orderBy: { id: 'asc' } });
    for (const [i, { id }] of rows.entries()) {
      const suspicion = Math.floor(i / 2) / 60;
      await core.db.trainingExample.update({ where: { id }, data: { suspicion, suspectedIntentId: intentId } });
    }
    const first = await find('suspicious=true');
    const last = first.examples.at(-1)!.id;
    const pageAfter = async () => (await find(`suspicious=true&after=${last}`)).examples.map(({ id }) => id);
    const surestFirst = rows.map(({ id }) => id).reverse();
    expect([...first.examples.map(({ id }) => id), ...(await pageAfter())]).toEqual(surestFirst);
    await owner('PUT', `/knowledge/examples/${last}`, { text: 'as it was', intentId });
    expect(await pageAfter()).toEqual(surestFirst.slice(50));
    expect((await find('suspicious=true')).total).toBe(59);
    await owner('DELETE', `/knowledge/examples/${last}`);
    expect((await pageAfter())[0]).toBe(surestFirst[0]);
  });

  it('are exported as a CSV without formulas', async () => {
    const { addRows, workspaceId, intentId, owner } = await newShop();
    await addRows([
      { text: '=HYPERLINK("http://evil.example")', intentId, createdAt: new Date('2026-01-02T03:04:05.678Z') },
      { text: 'two\nlines, "quoted"', outOfScope: true },
    ]);
    await addRows(Array.from({ length: 2500 }, () => ({ text: 'كثير' })));
    const user = await core.db.user.findFirstOrThrow({ where: { workspaceId } });
    const cookie = await signIn(url, core.db, { type: 'agent', workspaceId, userId: user.id, name: user.name });
    const response = await fetch(`${url}/api/knowledge/examples/export`, { headers: { cookie } });
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="training-data.csv"');
    const csv = Buffer.from(await response.arrayBuffer()).toString('utf8');
    expect(csv.startsWith('\ufefftext,intent,source,created_at\n')).toBe(true);
    expect(csv).toContain(`"'=HYPERLINK(""http://evil.example"")",order_status,import,2026-01-02T03:04:05Z\n`);
    expect(csv).toContain('"two\nlines, ""quoted""",,import,');
    expect(csv.match(/كثير/g)).toHaveLength(2500);
    expect((await owner('GET', '/knowledge/examples')).body).toMatchObject({ total: 2502 });
  });
});

describe('who may', () => {
  const write = { title: 'x', description: '', automate: false };
  const row = { text: 'x', intentId: null };
  it.each<[UserRole, number, number]>([
    ['agent', 403, 403],
    ['supervisor', 200, 403],
    ['admin', 200, 200],
  ])('%s: look %i, change %i', async (role, look, change) => {
    const own = await newShop();
    const [intent, { id }] = [`/knowledge/intents/${own.intentId}`, await own.example('a row', null)];
    const as = await own.as(role);
    const reads = ['/knowledge/intents', intent, '/knowledge/examples', '/models/report'];
    for (const path of reads) expect([path, (await as('GET', path)).status]).toEqual([path, look]);
    const message = { text: 'hello', previousText: null };
    expect((await as('POST', '/try', message)).status).toBe(look);
    expect((await as('PUT', intent, write)).status).toBe(change);
    expect((await as('PUT', `/knowledge/examples/${id}`, row)).status).toBe(change);
  });

  it('nobody reaches another workspace', async () => {
    const own = await newShop();
    const { id } = await own.example('a row', null);
    const intent = `/knowledge/intents/${own.intentId}`;
    const answer = { locale: 'en', text: 'x', conditions: [], actionId: null, approve: true };
    const fork = { name: 'x', title: 'x', description: '', exampleIds: [id] };
    const mine = await intentOf('order_status');
    const attempts: [string, string, unknown?][] = [
      ['GET', intent],
      ['PUT', intent, write],
      ['DELETE', intent],
      ['POST', `${intent}/merge`, { into: mine.id }],
      ['POST', `/knowledge/intents/${mine.id}/merge`, { into: own.intentId }],
      ['POST', `${intent}/split`, fork],
      ['POST', `${intent}/answers`, answer],
      ['PUT', `/knowledge/examples/${id}`, row],
      ['DELETE', `/knowledge/examples/${id}`],
    ];
    for (const [method, path, body] of attempts) {
      expect([path, (await shop.owner(method, path, body)).status]).toEqual([path, 404]);
    }
    const untouched = await own.get(intentTable, '/knowledge/intents');
    expect(untouched.intents).toMatchObject([{ id: own.intentId, title: 'Order status', locales: [] }]);
    expect((await own.get(examplePage, '/knowledge/examples')).examples).toMatchObject([{ id, text: 'a row' }]);
  });
});

it('who tries a message while no worker runs is told so, and no worker meets it later', async () => {
  await worker.stop();
  expect(await shop.owner('POST', '/try', { text: 'hello', previousText: null })).toMatchObject({
    ...{ status: 503, body: { code: 'NO_MODEL_ANSWER' } },
  });
  const redis = createRedis();
  await waitFor(async () => (await redis.llen(`${process.env.REDIS_PREFIX}:queue:trial:wait`)) === 0);
  redis.disconnect();
});
