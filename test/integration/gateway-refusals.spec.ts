import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Ack, agentEvents, errorTable, type InboxPage, visitorEvents } from '#contracts';
import type { AgentActor } from '#conversation';
import { createDatabase, type Database } from '#database';
import { startApp } from '../support/app.js';
import { atEnd } from '../support/at-end.js';
import {
  connectAgent,
  connectVisitor,
  json,
  refusal,
  signIn,
  visitorToken,
  type UntypedSocket,
} from '../support/clients.js';
import { createWorkspace } from '../support/core.js';
import { freshEnvironment } from '../support/environment.js';

type Shop = Awaited<ReturnType<typeof createWorkspace>>;
type Payloads<E> = { [Event in keyof E]: object };

let url: string;
let db: Database;
let shop: Shop;
let ada: AgentActor;
let cookie: string;
/** A conversation of another shop, with an offer to one of its agents, and everything else that has an id there. */
let foreign: { conversationId: string; assignmentId: string; modelId: string; runId: string };

beforeAll(async () => {
  const environment = await freshEnvironment();
  db = createDatabase(environment.DATABASE_URL, 2);
  atEnd(() => db.$disconnect());
  url = (await startApp('gateway', environment)).url;
  shop = await createWorkspace(db);
  ada = await shop.agent('Ada', 'admin');
  cookie = await signIn(url, db, ada);
  foreign = await otherShop();
});

async function otherShop(): Promise<typeof foreign> {
  const { workspaceId, inboxId, ...other } = await createWorkspace(db);
  const { contactId } = await other.contact();
  const { userId: agentId } = await other.agent('Eve');
  const [conversationId, assignmentId, modelId, runId] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
  await db.conversation.create({
    data: { id: conversationId, workspaceId, inboxId, contactId, status: 'queued', ownerType: 'queue' },
  });
  await db.assignment.create({
    data: {
      ...{ id: assignmentId, workspaceId, conversationId, agentId, status: 'offered' },
      expiresAt: new Date(Date.now() + 3_600_000),
    },
  });
  const model = { workspaceId, version: 1, method: 'head' as const, checksum: '', nExamples: 1 };
  await db.modelVersion.create({ data: { id: modelId, stage: 'candidate', ...model } });
  await db.trainingRun.create({ data: { id: runId, workspaceId, trigger: 'on_demand', status: 'queued' } });
  return { conversationId, assignmentId, modelId, runId };
}

const call = async (socket: unknown, event: string, ...payload: unknown[]): Promise<Ack<unknown>> =>
  (await (socket as UntypedSocket).emitWithAck(event, ...payload)) as Ack<unknown>;
const codeOf = (ack: Ack<unknown>) => (ack.ok ? 'ok' : ack.error.code);
const newVisitor = async () => connectVisitor(url, await visitorToken(url, shop.inboxId));

describe('a visitor socket', () => {
  const id = uuidv7();

  it.each<[string, string, unknown[], string, string[]?]>([
    ['an unknown event', 'nope', [{}], 'UNKNOWN_EVENT'],
    ['an event named like a property of every object', 'constructor', [{}], 'UNKNOWN_EVENT'],
    ['an event of the other namespace', 'inbox:list', [{ view: 'all' }], 'UNKNOWN_EVENT'],
    ['the error event', 'error', [{}], 'UNKNOWN_EVENT'],
    ['no payload', 'message:send', [], 'BAD_PAYLOAD', ['payload']],
    ['a payload of the wrong type', 'sync', [[1, 2]], 'BAD_PAYLOAD', ['payload']],
    ['null', 'sync', [null], 'BAD_PAYLOAD', ['payload']],
    ['an object where text is due', 'message:send', [{ clientMessageId: id, text: {} }], 'BAD_PAYLOAD', ['text']],
    ['an id that is none', 'message:send', [{ clientMessageId: '1', text: 'x' }], 'BAD_PAYLOAD', ['clientMessageId']],
    ['a negative seq', 'sync', [{ lastSeq: -1 }], 'BAD_PAYLOAD', ['lastSeq']],
    ['a seq beyond the database', 'sync', [{ lastSeq: 2 ** 31 }], 'BAD_PAYLOAD', ['lastSeq']],
    ['an endless seq', 'sync', [{ lastSeq: Infinity }], 'BAD_PAYLOAD', ['lastSeq']],
    ['no text', 'message:send', [{ clientMessageId: id, text: '' }], 'TEXT_EMPTY'],
    ['blanks and NUL', 'message:send', [{ clientMessageId: id, text: ' \n\0 ' }], 'TEXT_EMPTY'],
    ['4,001 characters', 'message:send', [{ clientMessageId: id, text: 'x'.repeat(4001) }], 'TEXT_TOO_LONG'],
  ])('answers %s, and goes on', async (_what, event, payload, code, details) => {
    const socket = await newVisitor();
    const ack = await call(socket, event, ...payload);
    expect(ack).toEqual({
      ok: false,
      error: { code, message: errorTable[code as 'BAD_PAYLOAD'].message, ...(details && { details }) },
    });
    expect(codeOf(await call(socket, 'message:send', { clientMessageId: uuidv7(), text: 'still here' }))).toBe('ok');
    const { data } = (await call(socket, 'sync', { lastSeq: 0 })) as { data: { messages: { text: string }[] } };
    expect(data.messages.map(({ text }) => text)).toEqual(['still here']);
  });

  it('survives events without an ack, very deep ones, and keys that would reach a prototype', async () => {
    const socket = (await newVisitor()) as unknown as UntypedSocket;
    for (const event of ['nope', 'message:send', 'sync', 'typing', 'error']) socket.emit(event, 5);
    socket.emit('typing', { typing: true });
    // The client itself cannot encode so deep a payload.
    socket.io.engine.write(`2/visitor,7["sync",{"lastSeq":${'['.repeat(20_000)}${']'.repeat(20_000)}}]`);
    const polluted = JSON.parse('{"lastSeq":0,"__proto__":{"admin":true}}') as object;
    expect(codeOf(await call(socket, 'sync', polluted))).toBe('ok');
  });

  it('keeps text as it is, whatever it contains', async () => {
    const socket = await newVisitor();
    const text = '<img src=x onerror=alert(1)> \u202Ertl\u202C a\u0301\u0301 👩‍👩‍👧 lone \uD800 end';
    await call(socket, 'message:send', { clientMessageId: uuidv7(), text });
    const { data } = (await call(socket, 'sync', { lastSeq: 0 })) as { data: { messages: { text: string }[] } };
    expect(data.messages[0]!.text).toBe(text.toWellFormed());
  });

  it('is told to slow down, and later messages still arrive', async () => {
    const socket = await newVisitor();
    const flood = Array.from({ length: 220 }, () => call(socket, 'sync', { lastSeq: 0 }));
    const codes = (await Promise.all(flood)).map(codeOf);
    expect(codes.filter((code) => code === 'RATE_LIMITED')).toHaveLength(20);
    expect(codes.filter((code) => code === 'ok')).toHaveLength(200);
  });
});

describe('a connection', () => {
  it('needs a token that is known, valid, of the right kind and from an allowed site', async () => {
    const token = await visitorToken(url, shop.inboxId);
    const agentToken = cookie.split('=')[1]!;
    const expired = await visitorToken(url, shop.inboxId);
    const newest = await db.contactSession.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
    await db.contactSession.update({ where: { id: newest.id }, data: { expiresAt: new Date(0) } });

    const visitor = (auth: object) => refusal(`${url}/visitor`, { auth });
    for (const wrong of [{}, { token: '' }, { token: {} }, { token: 'x' }, { token: agentToken }]) {
      expect((await visitor(wrong)).code).toBe('NOT_AUTHENTICATED');
    }
    expect((await visitor({ token: expired })).code).toBe('SESSION_EXPIRED');

    const agent = (extraHeaders: Record<string, string>) => refusal(`${url}/agent`, { extraHeaders });
    for (const wrong of ['', `baton_session=${token}`, 'baton_session=j:{"a":1}']) {
      expect((await agent({ cookie: wrong })).code).toBe('NOT_AUTHENTICATED');
    }
    expect((await refusal(`${url}/agent`, { auth: { token } })).code).toBe('NOT_AUTHENTICATED');
    expect((await agent({ cookie, origin: 'https://elsewhere.example' })).code).toBe('ORIGIN_NOT_ALLOWED');
    expect((await refusal(url, { extraHeaders: { cookie } })).code).toBe('NOT_AUTHENTICATED');
  });

  it('of a visitor must come from a site that the inbox allows', async () => {
    const key = uuidv7();
    const inbox = { workspaceId: shop.workspaceId, name: 'Site', greeting: 'Hello' };
    await db.inbox.create({ data: { id: key, key, allowedOrigins: ['https://shop.example'], ...inbox } });
    const auth = { token: await visitorToken(url, key) };
    for (const origin of ['https://evil.example', 'null', 'https://shop.example.evil.example']) {
      expect((await refusal(`${url}/visitor`, { auth, extraHeaders: { origin } })).code).toBe('ORIGIN_NOT_ALLOWED');
      const response = await fetch(`${url}/api/visitor/sessions`, json({ inboxKey: key }, { origin }));
      expect([response.status, await response.json()]).toMatchObject([403, { code: 'ORIGIN_NOT_ALLOWED' }]);
    }
    const allowed = await fetch(
      `${url}/api/visitor/sessions`,
      json({ inboxKey: key }, { origin: 'https://shop.example' }),
    );
    expect(allowed.status).toBe(201);
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://shop.example');
  });
});

describe('what belongs to another workspace', () => {
  it('is out of reach of every agent event', async () => {
    const { conversationId, assignmentId } = foreign;
    const text = { clientMessageId: uuidv7(), text: 'hi' };
    const payloads: Payloads<typeof agentEvents> = {
      'inbox:list': { view: 'all' },
      'inbox:counts': { conversationIds: [conversationId] },
      'conversation:open': { conversationId },
      'conversation:leave': { conversationId },
      'conversation:read': { conversationId, seq: 1 },
      'conversations:change': { conversationIds: [conversationId], change: { type: 'priority', priority: 'high' } },
      sync: { conversationId, lastSeq: 0 },
      'assignment:accept': { assignmentId },
      'assignment:decline': { assignmentId },
      'message:reply': { conversationId, ...text },
      'note:add': { conversationId, ...text },
      'conversation:take-over': { conversationId, fromAgentId: null },
      'conversation:hand-back': { conversationId, ownerEpoch: 0 },
      'conversation:resolve': { conversationId, ownerEpoch: 0, intent: null },
      'conversation:undo-resolve': { conversationId },
      typing: { conversationId, typing: true },
      'conversation:transfer': { conversationId, ownerEpoch: 0, to: { agentId: uuidv7() }, note: '' },
      'chats:take': { takesChats: true },
      'status:set': { status: 'online' },
    };
    const before = await state();
    const socket = await connectAgent(url, cookie);
    const answers: Record<string, string> = {};
    for (const [event, payload] of Object.entries(payloads))
      answers[event] = codeOf(await call(socket, event, payload));
    const untouched = {
      'inbox:list': 'ok',
      'inbox:counts': 'ok',
      'conversation:leave': 'ok',
      'chats:take': 'ok',
      'status:set': 'ok',
    };
    const offers = { 'assignment:accept': 'OFFER_GONE', 'assignment:decline': 'ok' };
    for (const [event, code] of Object.entries(answers)) {
      expect([event, code]).toEqual([event, { ...untouched, ...offers }[event] ?? 'CONVERSATION_UNKNOWN']);
    }
    const list = (await call(socket, 'inbox:list', { view: 'all' })) as { data: { items: { id: string }[] } };
    expect(list.data.items.map(({ id }) => id)).not.toContain(conversationId);
    expect(await state()).toEqual(before);
  });

  it.each([
    ['GET', '/api/conversations/:conversationId/similar', 'CONVERSATION_UNKNOWN'],
    ['GET', '/api/conversations/:conversationId/closing', 'CONVERSATION_UNKNOWN'],
    ['POST', '/api/models/:modelId/activate', 'MODEL_UNKNOWN'],
    ['GET', '/api/training/runs/:runId', 'NOT_FOUND'],
    ['POST', '/api/training/runs/:runId/cancel', 'NOT_FOUND'],
  ])('is out of reach of %s %s', async (method, route, code) => {
    const before = await state();
    const path = route.replace(/:(\w+)/, (_whole, key: keyof typeof foreign) => foreign[key]);
    const response = await fetch(url + path, { method, headers: { cookie } });
    expect([response.status, await response.json()]).toMatchObject([404, { code }]);
    expect(await state()).toEqual(before);
  });

  function state(): Promise<unknown> {
    return Promise.all([
      db.conversation.findUnique({ where: { id: foreign.conversationId } }),
      db.assignment.findUnique({ where: { id: foreign.assignmentId } }),
      db.modelVersion.findUnique({ where: { id: foreign.modelId } }),
      db.trainingRun.findUnique({ where: { id: foreign.runId } }),
      db.message.count({ where: { conversationId: foreign.conversationId } }),
    ]);
  }
});

it.each([
  'a\u0000b',
  '2026-01-01T00:00:00.000Z_a\u0000b',
  `9999-99-99T99:99:99.999Z_${uuidv7()}`,
  `0000-01-01T00:00:00.000Z_${uuidv7()}`,
  `2026-01-01T00:00:00.000Z_${'-'.repeat(36)}`,
])('a cursor that no page gave is refused: %j', async (cursor) => {
  const ack = await call(await connectAgent(url, cookie), 'inbox:list', { view: 'all', cursor });
  expect(codeOf(ack)).toBe('BAD_PAYLOAD');
});

it('a cursor is read once: the next page comes by that of the page before', async () => {
  for (let nth = 0; nth < 2; nth++)
    await (await newVisitor()).emitWithAck('human:request', { clientMessageId: uuidv7() });
  const socket = await connectAgent(url, cookie);
  const first = await call(socket, 'inbox:list', { view: 'all', limit: 1 });
  const cursor = (first as { data?: InboxPage }).data?.nextCursor;
  expect(cursor).toEqual(expect.any(String));
  expect(codeOf(await call(socket, 'inbox:list', { view: 'all', limit: 1, cursor }))).toBe('ok');
});

it('every event of the contract has a handler that answers', async () => {
  const sockets = [
    [await newVisitor(), visitorEvents],
    [await connectAgent(url, cookie), agentEvents],
  ] as const;
  for (const [socket, events] of sockets) {
    for (const event of Object.keys(events))
      expect([event, codeOf(await call(socket, event, 5))]).toEqual([event, 'BAD_PAYLOAD']);
  }
});
