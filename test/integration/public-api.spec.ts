import { beforeAll, describe, expect, it } from 'vitest';
import { uuidv7 } from 'uuidv7';
import { hashToken, newToken } from '#administration';
import { Contacts } from '#contacts';
import { apiScope, type ApiScope } from '#contracts';
import { Agreements, Reports } from '#reports';
import { baton, BatonApiError, everyItem, type BatonClient } from '../../packages/client/src/index.js';
import { startApp } from '../support/app.js';
import { json } from '../support/clients.js';
import { startCore } from '../support/core.js';
import { freshEnvironment } from '../support/environment.js';
import { OpenApiDocument } from '../support/open-api-document.js';

let core: Awaited<ReturnType<typeof startCore>>;
let url: string;
let shop: Awaited<ReturnType<typeof core.workspace>>;

beforeAll(async () => {
  const environment = await freshEnvironment();
  [core, { url }] = await Promise.all([startCore(environment), startApp('gateway', environment)]);
  shop = await core.workspace();
});

async function newKey(scopes: ApiScope[] = apiScope.options) {
  const [id, token] = [uuidv7(), newToken()];
  const key = { workspaceId: shop.workspaceId, name: 'CRM', prefix: 'baton_', createdById: uuidv7(), scopes };
  await core.db.apiKey.create({ data: { ...key, id, tokenHash: hashToken(token) } });
  return { id, token, client: baton(url, token) };
}

const refusal = (asked: Promise<unknown>) =>
  asked.then(
    () => null,
    (error: unknown) => (error instanceof BatonApiError ? [error.status, error.code] : error),
  );
const write = async (client: BatonClient, text = 'Where is my order?') =>
  (await client.POST('/api/v1/conversations', { body: { inboxId: shop.inboxId, contact: { name: 'Jo' }, text } }))
    .data!;
const at = (id: string) => ({ params: { path: { id } } });

describe('a program with the typed client', () => {
  it('writes on behalf of a customer, takes over, replies, hands over and resolves', async () => {
    const { id: keyId, client } = await newKey(['conversations:read', 'conversations:write']);
    const { id, status, contactId } = await write(client);
    expect(status).toBe('bot');
    const reply = { ...at(id), body: { kind: 'reply', text: 'It arrives tomorrow.' } } as const;
    expect(await refusal(client.POST('/api/v1/conversations/{id}/messages', reply))).toEqual([409, 'NOT_OWNER']);
    const taken = await client.POST('/api/v1/conversations/{id}/take-over', at(id));
    expect(taken.data).toMatchObject({ status: 'open', owner: { type: 'agent', id: keyId, name: 'CRM' } });
    await client.POST('/api/v1/conversations/{id}/messages', reply);

    const team = await core.db.team.create({ data: { id: uuidv7(), workspaceId: shop.workspaceId, name: 'Returns' } });
    const assigned = await client.POST('/api/v1/conversations/{id}/assign', { ...at(id), body: { teamId: team.id } });
    expect(assigned.data).toMatchObject({ status: 'queued', teamId: team.id, reason: 'customer_request' });
    await client.POST('/api/v1/conversations/{id}/take-over', at(id));
    const teaching = { ...at(id), body: { intent: 'order_status' } };
    expect(await refusal(client.POST('/api/v1/conversations/{id}/resolve', teaching))).toEqual([403, 'SCOPE_MISSING']);
    const resolved = await client.POST('/api/v1/conversations/{id}/resolve', { ...at(id), body: {} });
    expect(resolved.data).toMatchObject({ status: 'resolved', contactId });

    const { data } = await client.GET('/api/v1/conversations/{id}/messages', at(id));
    expect(data!.items.map(({ kind, sender, activity, text }) => [kind, sender.name, activity?.code ?? text])).toEqual([
      ['inbound', null, 'Where is my order?'],
      ['activity', null, 'joined'],
      ['outbound', 'CRM', 'It arrives tomorrow.'],
      ['activity', null, 'handed_over'],
      ['activity', null, 'joined'],
      ['activity', null, 'resolved'],
    ]);
  });

  it('has its name wherever an agent would have one', async () => {
    const { id: keyId, client } = await newKey();
    const { id, contactId } = await write(client);
    await client.POST('/api/v1/conversations/{id}/take-over', at(id));
    await core.handoff.takeOver(await shop.agent('Ada'), id);
    await client.POST('/api/v1/conversations/{id}/take-over', at(id));
    await client.POST('/api/v1/conversations/{id}/resolve', { ...at(id), body: { intent: 'order_status' } });

    const { workspaceId } = shop;
    const { data } = await client.GET('/api/v1/conversations/{id}/messages', at(id));
    const takenOver = data!.items.flatMap(({ activity }) => (activity?.code === 'taken_over' ? activity.params : []));
    expect(takenOver).toEqual([
      { agentName: 'Ada', fromName: 'CRM' },
      { agentName: 'CRM', fromName: 'Ada' },
    ]);
    const ada = await shop.agent('Ada');
    expect((await core.closings.view(ada, id)).taught).toMatchObject({ agentName: 'CRM' });
    expect((await new Contacts(core.db).detail(workspaceId, contactId)).episodes).toMatchObject([{ agentName: 'CRM' }]);
    const today = new Date().toISOString().slice(0, 10);
    const report = await new Reports(core.db).report(workspaceId, { from: today, to: today, by: 'agent' });
    expect(report.groups.find(({ key }) => key === keyId)).toMatchObject({ title: 'CRM' });
    const { agents } = await new Agreements(core.db).agreement(workspaceId, { from: today, to: today });
    expect(agents).toMatchObject([{ id: keyId, name: 'CRM' }]);
  });

  it('assigns to an agent, and finds one contact by the id that the shop knows', async () => {
    const { client } = await newKey();
    const ann = await shop.agent('Ann');
    const contact = { externalId: 'c-1', name: 'Kim' };
    const body = { inboxId: shop.inboxId, contact, text: 'Hello' };
    const [first, second] = [
      await client.POST('/api/v1/conversations', { body }),
      await client.POST('/api/v1/conversations', { body }),
    ];
    expect(second.data).toMatchObject({ id: first.data!.id, lastSeq: 2 });
    const assign = { ...at(first.data!.id), body: { agentId: ann.userId } };
    const { data } = await client.POST('/api/v1/conversations/{id}/assign', assign);
    expect(data!.owner).toEqual({ type: 'agent', id: ann.userId, name: 'Ann' });
  });

  it('puts labels on a conversation that the bot has, and takes them off', async () => {
    const { client } = await newKey(['workspace:read', 'conversations:write']);
    const { workspaceId } = shop;
    const late = await core.db.label.create({ data: { id: uuidv7(), workspaceId, name: 'Late', colour: '#b3261e' } });
    const { data: labels } = await client.GET('/api/v1/labels');
    expect(labels!.items).toEqual([{ id: late.id, name: 'Late', colour: '#b3261e' }]);
    const { id } = await write(client);
    const labelled = { params: { path: { id, labelId: late.id } } };
    const route = '/api/v1/conversations/{id}/labels/{labelId}';
    const added = [await client.PUT(route, labelled), await client.PUT(route, labelled)];
    const removed = [await client.DELETE(route, labelled), await client.DELETE(route, labelled)];
    expect([...added, ...removed].map(({ data }) => data!.labelIds)).toEqual([[late.id], [late.id], [], []]);
    const unknown = { params: { path: { id, labelId: uuidv7() } } };
    expect(await refusal(client.PUT(route, unknown))).toEqual([404, 'LABEL_UNKNOWN']);
  });

  it('says who is the same person, and the audit log says that it did', async () => {
    const { id: apiKeyId, client } = await newKey();
    const [one, other] = [(await write(client)).contactId, (await write(client)).contactId];
    const merge = { ...at(one), body: { into: other } };
    expect((await client.POST('/api/v1/contacts/{id}/merge', merge)).data).toMatchObject({ mergedIntoId: other });
    expect(await refusal(client.POST('/api/v1/contacts/{id}/merge', merge))).toEqual([422, 'CONTACT_INTO_ITSELF']);
    const told = await core.db.auditEvent.findMany({ where: { actorId: apiKeyId }, orderBy: { id: 'asc' } });
    expect(told.map(({ action, subjectId }) => [action, subjectId])).toEqual([['contact.merged', one]]);
  });

  it('reads lists page after page', async () => {
    const { client } = await newKey();
    const written = [];
    for (let n = 0; n < 5; n++) written.push((await write(client)).id);
    const read: string[] = [];
    const page = (cursor: string | undefined) =>
      client.GET('/api/v1/conversations', { params: { query: { limit: 2, status: 'bot', cursor } } });
    for await (const { id } of everyItem(page)) read.push(id);
    expect(read.slice(0, 5)).toEqual(written.reverse());
    expect(new Set(read).size).toBe(read.length);
    expect(await refusal(page('nonsense'))).toEqual([400, 'BAD_PAYLOAD']);
  });
});

describe('a request with an Idempotency-Key', () => {
  const body = { text: 'Where is it?', intentId: null };
  const send = (token: string, idempotencyKey: string, what: object = body, path = '/api/v1/training-examples') =>
    fetch(`${url}${path}`, json(what, { authorization: `Bearer ${token}`, 'idempotency-key': idempotencyKey }));
  const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;

  it('sent ten times at once has one effect, and the same answer from then on', async () => {
    const { token } = await newKey();
    const before = await core.db.trainingExample.count();
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(token, 'at-once')));
    for (const answer of answers.filter(({ status }) => status !== 201)) {
      expect([answer.status, await codeOf(answer)]).toEqual([409, 'IDEMPOTENCY_IN_PROGRESS']);
    }
    expect(await core.db.trainingExample.count()).toBe(before + 1);
    const first = await answers.find(({ status }) => status === 201)!.json();
    const again = await send(token, 'at-once');
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 'true']);
    expect(await again.json()).toEqual(first);
  });

  it('is refused with another body, and is another one of another key', async () => {
    const [{ token }, other] = [await newKey(), await newKey()];
    await send(token, 'one');
    const changed = await send(token, 'one', { ...body, text: 'Other' });
    expect([changed.status, await codeOf(changed)]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    const elsewhere = await send(other.token, 'one', { ...body, text: 'Other' });
    expect([elsewhere.status, elsewhere.headers.get('idempotent-replayed')]).toEqual([201, null]);
  });

  it('that was refused may be corrected under the same key', async () => {
    const { token } = await newKey();
    expect((await send(token, 'two', { ...body, text: ' ' })).status).toBe(400);
    expect((await send(token, 'two')).status).toBe(201);
  });

  it('whose process died after its work is made again and writes nothing twice', async () => {
    const { id: apiKeyId, token } = await newKey();
    const create = { inboxId: shop.inboxId, contact: { name: 'Lee' }, text: 'Hello' };
    const first = (await (await send(token, 'lost', create, '/api/v1/conversations')).json()) as { id: string };
    await core.db.$executeRaw`
      UPDATE idempotent_request SET body = NULL, "begunAt" = now() - interval '2 minutes' WHERE "apiKeyId" = ${apiKeyId}::uuid`;
    const again = await send(token, 'lost', create, '/api/v1/conversations');
    expect(await again.json()).toMatchObject({ id: first.id, lastSeq: 1 });
  });
});

it('says how much may be asked, and refuses what is more', async () => {
  const { token } = await newKey(['workspace:read']);
  const ask = () => fetch(`${url}/api/v1/teams`, { headers: { authorization: `Bearer ${token}` } });
  const { headers } = await ask();
  expect(Number(headers.get('ratelimit-remaining'))).toBe(Number(headers.get('ratelimit-limit')) - 1);
  let last = await ask();
  while (last.ok) last = (await Promise.all(Array.from({ length: 40 }, ask))).at(-1)!;
  expect([last.status, last.headers.get('ratelimit-remaining')]).toEqual([429, '0']);
  expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
});

it('a conversation of a program stays its own until the key is revoked', async () => {
  const { id: userId, client } = await newKey();
  const { id } = await write(client);
  await client.POST('/api/v1/conversations/{id}/take-over', at(id));
  const isLost = async () => (await core.presence.lostAgents()).some((lost) => lost.userId === userId);
  expect(await isLost()).toBe(false);
  await core.db.apiKey.update({ where: { id: userId }, data: { revokedAt: new Date() } });
  expect(await isLost()).toBe(true);
  await core.handoff.requeue(shop.workspaceId, id, userId);
  expect(await core.inbox.open(await shop.agent('Bo'), id, undefined, 1)).toMatchObject({ item: { status: 'queued' } });
});

it('is documented for anybody, without the routes of the console', async () => {
  const { content, ...document } = await OpenApiDocument.load(url).then((loaded) => ({
    content: loaded.content,
    mismatches: loaded.mismatches.bind(loaded),
  }));
  expect(Object.keys(content.paths).filter((path) => !path.startsWith('/api/v1/'))).toEqual([]);
  expect(content).toMatchObject({ openapi: '3.1.0', servers: [{ url: expect.stringContaining('http') as string }] });
  expect((await fetch(`${url}/api/v1/docs`)).status).toBe(200);
  const unknownField = { items: [{ id: uuidv7(), name: 'Returns', colour: 'red' }] };
  expect(document.mismatches('GET /api/v1/teams', 200, unknownField)).toHaveLength(1);
});
