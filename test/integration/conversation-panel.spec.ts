import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import request from 'supertest';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  CannedResponseView,
  ContactDetail,
  ConversationExport,
  ConversationSummary,
  LookUpView,
  ServerToAgent,
  Suggestion,
} from '#contracts';
import type { AgentActor, ContactActor } from '#conversation';
import { startApp, type RunningApp } from '../support/app.js';
import { connectAgent, connectVisitor, signIn, visitorToken } from '../support/clients.js';
import { startCore } from '../support/core.js';
import { freshEnvironment } from '../support/environment.js';

let core: Awaited<ReturnType<typeof startCore>>;
let gateway: RunningApp;
let shop: Awaited<ReturnType<typeof core.workspace>>;
let [supervisor, ann, kim] = [{} as AgentActor, {} as AgentActor, {} as AgentActor];
const cookies = new Map<AgentActor, string>();
/** Of the shop's API: what it knows of orders. */
let orders: string;

beforeAll(async () => {
  const environment = await freshEnvironment();
  core = await startCore(environment);
  gateway = await startApp('gateway', environment);
  shop = await core.workspace();
  [supervisor, ann, kim] = [
    await shop.agent('Sam', 'supervisor'),
    await shop.agent('Ann'),
    await shop.agent('Kim Reed'),
  ];
  for (const agent of [supervisor, ann, kim]) cookies.set(agent, await signIn(gateway.url, core.db, agent));
  const server = createServer(({ url }, response) => {
    response.writeHead(url === '/1042' ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ state: 'packed', email: 'jo@example.com' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => server.close());
  orders = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

type Method = 'get' | 'post' | 'put' | 'delete';
const call = (agent: AgentActor, method: Method, path: string, body?: object) =>
  request(gateway.url)[method](`/api/${path}`).set('cookie', cookies.get(agent)!).send(body);
const read = async <T>(agent: AgentActor, path: string) => (await call(agent, 'get', path).expect(200)).body as T;

async function wrote(contact: ContactActor, ...texts: string[]): Promise<string> {
  const receipts = [];
  for (const text of texts)
    receipts.push(await core.contactMessages.send(contact, { clientMessageId: uuidv7(), text }));
  return receipts[0]!.conversationId;
}

describe('canned replies', () => {
  const draft = { shortcut: 'hello', title: 'Greeting', text: 'Hello {{contact.name}}', shared: false, actions: [] };
  const create = (agent: AgentActor, more: object = {}) =>
    call(agent, 'post', 'canned-responses', { ...draft, shortcut: `s${uuidv7()}`.slice(0, 30), ...more });

  it('are the agent’s own or everybody’s, each shortcut once, and their use is counted', async () => {
    const own = (await create(ann, { shortcut: 'mine' }).expect(201)).body as CannedResponseView;
    expect((await create(ann, { shortcut: 'MINE' }).expect(409)).body).toMatchObject({ code: 'SHORTCUT_TAKEN' });
    await create(kim, { shortcut: 'mine' }).expect(201);
    const shared = (await create(supervisor, { shortcut: 'ours', shared: true }).expect(201))
      .body as CannedResponseView;
    await call(kim, 'post', `canned-responses/${shared.id}/used`).expect(204);
    await call(kim, 'post', `canned-responses/${own.id}/used`).expect(404);
    const { cannedResponses } = await read<{ cannedResponses: CannedResponseView[] }>(kim, 'canned-responses');
    expect(cannedResponses.map(({ shortcut, usageCount }) => [shortcut, usageCount])).toEqual([
      ['mine', 0],
      ['ours', 1],
    ]);
  });

  it('can pass a conversation on', async () => {
    const actions = [
      { type: 'transfer_to_team', teamId: uuidv7() },
      { type: 'transfer_to_agent', agentId: uuidv7() },
    ];
    expect((await create(ann, { text: '', actions }).expect(201)).body).toMatchObject({ actions });
    await create(ann, { actions: [{ type: 'transfer_to_team', teamId: 'Returns' }] }).expect(400);
  });

  it('of everybody are kept by supervisors, of an agent by nobody else', async () => {
    await create(ann, { shared: true }).expect(403);
    const shared = (await create(supervisor, { shared: true }).expect(201)).body as CannedResponseView;
    await call(ann, 'put', `canned-responses/${shared.id}`, { ...draft, shared: true }).expect(403);
    const own = (await create(ann).expect(201)).body as CannedResponseView;
    await call(supervisor, 'delete', `canned-responses/${own.id}`).expect(404);
    await call(ann, 'delete', `canned-responses/${own.id}`).expect(204);
  });
});

describe('a contact', () => {
  it('is put right, and its conversations show the name', async () => {
    const contact = await shop.contact();
    const id = await wrote(contact, 'Where is my parcel?');
    const body = { name: 'Jo', email: 'jo@example.com', attributes: { size: 'M' } };
    await call(ann, 'put', `contacts/${contact.contactId}`, body).expect(200);
    const detail = await read<ContactDetail>(kim, `contacts/${contact.contactId}`);
    expect(detail).toMatchObject({
      ...body,
      open: [{ conversationId: id, status: 'bot' }],
      episodes: [{ closedAt: null }],
    });
    expect((await core.inbox.open(kim, id, undefined, 1)).item.contactName).toBe('Jo');
  });

  it('that is the same person as another is shown as that one, keeps its conversation, and can be taken apart again', async () => {
    const [old, now] = [await shop.contact(), await shop.contact()];
    await wrote(old, 'Is it there yet?');
    await wrote(now, 'And now?');
    await call(ann, 'put', `contacts/${now.contactId}`, { name: 'Lee', email: null, attributes: {} }).expect(200);
    await call(ann, 'post', `contacts/${old.contactId}/merge`, { into: now.contactId }).expect(403);
    const merged = await call(supervisor, 'post', `contacts/${old.contactId}/merge`, { into: now.contactId }).expect(
      200,
    );
    expect(merged.body).toMatchObject({ id: now.contactId, name: 'Lee', merged: [{ id: old.contactId }] });
    expect((merged.body as ContactDetail).open).toHaveLength(2);
    const again = await wrote(old, 'Still me');
    expect((await core.inbox.open(ann, again, undefined, 5)).item.contactName).toBe('Lee');
    expect(
      (await call(supervisor, 'post', `contacts/${now.contactId}/merge`, { into: old.contactId }).expect(422)).body,
    ).toMatchObject({ code: 'CONTACT_INTO_ITSELF' });
    const apart = await call(supervisor, 'delete', `contacts/${old.contactId}/merge`).expect(200);
    expect(apart.body).toMatchObject({ id: old.contactId, name: null, merged: [] });
  });

  it('keeps the device that its browser named', async () => {
    const socket = await connectVisitor(gateway.url, await visitorToken(gateway.url, shop.inboxId));
    const sent = await socket.emitWithAck('message:send', { clientMessageId: uuidv7(), text: 'Hello' });
    if (!sent.ok) throw new Error(sent.error.code);
    const { item } = await core.inbox.open(ann, sent.data.conversationId, undefined, 1);
    expect((await read<ContactDetail>(ann, `contacts/${item.contactId}`)).userAgent).toMatch(/node/i);
  });
});

describe('what helps to answer', () => {
  const action = {
    ...{ name: 'order', title: 'Order', method: 'GET', body: '', headerName: '', identity: 'verified_contact' },
    ...{ slots: [], outputs: [{ name: 'state', path: 'state' }], timeoutMs: 3000 },
  };
  const slots = [
    { name: 'orderId', kind: 'order_number', question: '', choices: [] },
    { name: 'email', kind: 'email', question: '', choices: [] },
  ];

  it('is what the shop says of the order in the conversation, and whether it is this customer’s', async () => {
    const id = uuidv7();
    const confirmedBy = [{ slot: 'email', path: 'email' }];
    const row = { ...action, id, workspaceId: shop.workspaceId, url: `${orders}/{{orderId}}`, slots, confirmedBy };
    await core.db.action.create({ data: { ...row, method: 'GET', identity: 'verified_contact' } });
    const lookUps = async (...texts: string[]) => {
      const conversationId = await wrote(await shop.contact(), ...texts);
      return (await read<{ lookUps: LookUpView[] }>(ann, `conversations/${conversationId}/look-ups`)).lookUps;
    };
    expect(await lookUps('Where is order 1042?')).toEqual([]); // the address is not known
    const [own] = await lookUps('Where is order 1042?', 'my mail is jo@example.com');
    expect(own).toMatchObject({ state: 'confirmed', outputs: { state: 'packed' } });
    const [others] = await lookUps('Where is order 1042?', 'my mail is eve@example.com');
    expect(others).toMatchObject({ state: 'unconfirmed', outputs: { state: 'packed' } });
    const [none] = await lookUps('Where is order 9999?', 'my mail is jo@example.com');
    expect(none).toMatchObject({ state: 'unknown', outputs: {} });

    const { intentId, workspaceId } = shop;
    const text = 'Hello {{contact.name}}, it is {{state}}.';
    const answer = { id: uuidv7(), workspaceId, intentId, locale: 'en', version: 1, text, actionId: id };
    await core.db.answer.create({ data: answer });
    const conversationId = await wrote(await shop.contact(), 'Where is order 1042?', 'my mail is jo@example.com');
    const reading = { workspaceId, conversationId, modelVersionId: uuidv7(), oosScore: 0, confidence: 0.7 };
    const [asked, person] = await core.db.message.findMany({ where: { conversationId }, orderBy: { seq: 'asc' } });
    for (const [messageId, intent] of [[asked!.id, 'order_status'] as const, [person!.id, 'human'] as const]) {
      await core.db.prediction.create({ data: { ...reading, messageId, topK: [{ intent, confidence: 0.7 }] } });
    }
    const decided = { messageId: person!.id, workspaceId, conversationId, ownerEpoch: 1, kind: 'escalate' } as const;
    await core.db.decision.create({ data: { ...decided, rule: 'person_asked_for', episodeId: null } });
    const { suggestion } = await read<{ suggestion: Suggestion }>(ann, `conversations/${conversationId}/suggestion`);
    expect(suggestion).toMatchObject({ intent: 'order_status', text: 'Hello {{contact.name}}, it is packed.' });
  });

  it('is a summary in the customer’s own words, and the whole as a file, which is written down', async () => {
    const contact = await shop.contact();
    const id = await wrote(contact, 'My lamp of order 1042 is broken.', 'Can you send another lamp, please?');
    const summary = await read<ConversationSummary>(ann, `conversations/${id}/summary`);
    expect(summary).toMatchObject({ nMessages: 2, orderNumbers: ['1042'] });
    expect(summary.sentences.map(({ seq }) => seq)).toEqual([1, 2]);
    const exported = await read<ConversationExport>(ann, `conversations/${id}/export`);
    expect(exported.messages.map(({ text }) => text)).toEqual([
      'My lamp of order 1042 is broken.',
      'Can you send another lamp, please?',
    ]);
    const written = { workspaceId: shop.workspaceId, action: 'conversation.exported', subjectId: id };
    expect(await core.db.auditEvent.count({ where: written })).toBe(1);
  });

  it('is a colleague who is named in a note, and told', async () => {
    const id = await wrote(await shop.contact(), 'Hello');
    const socket = await connectAgent(gateway.url, cookies.get(kim)!);
    const told = new Promise<Parameters<ServerToAgent['mentioned']>[0]>((resolve) => socket.once('mentioned', resolve));
    const note = { conversationId: id, clientMessageId: uuidv7(), text: '@Kim Reed, do you know more? @Ann' };
    const asAnn = await connectAgent(gateway.url, cookies.get(ann)!);
    await asAnn.emitWithAck('note:add', note);
    expect(await told).toMatchObject({ conversationId: id, byName: 'Ann' });
    expect(await core.db.mention.findMany({ where: { conversationId: id } })).toMatchObject([{ userId: kim.userId }]);
  });
});
