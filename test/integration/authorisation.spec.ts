import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hash } from '@node-rs/argon2';
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, it } from 'vitest';
import { hashToken, newToken } from '#administration';
import {
  agentEvents,
  apiScope,
  errorBody,
  errorTable,
  visitorEvents,
  type Ack,
  type ApiScope,
  type ErrorCode,
  type UserRole,
} from '#contracts';
import type { AgentActor } from '#conversation';
import { startApp } from '../support/app.js';
import { agentRows, routes, visitorRows, type OnShop } from '../support/authorisation-table.js';
import {
  connectAgent,
  connectVisitor,
  password,
  refusal,
  visitorToken,
  type UntypedSocket,
} from '../support/clients.js';
import { startCore } from '../support/core.js';
import { freshEnvironment } from '../support/environment.js';
import { OpenApiDocument } from '../support/open-api-document.js';

type Shop = Awaited<ReturnType<Awaited<ReturnType<typeof startCore>>['workspace']>>;
const roles: UserRole[] = ['agent', 'supervisor', 'admin', 'owner'];
const callers = ['nobody', 'visitor', 'program', ...roles, 'owner elsewhere'] as const;
type Caller = (typeof callers)[number];

const day = 86_400_000;
/** What processes write by themselves. */
const restless = ['gateway_heartbeat', 'outbox', 'agent_status', 'api_key'];

let document: OpenApiDocument;
let core: Awaited<ReturnType<typeof startCore>>;
let url: string;
let dataDir: string;
let shop: Shop;
let other: Shop;
let shopOwner: AgentActor;
/** The shop's ids and names, none of which anybody elsewhere may read. */
let marks: string[];
let stateQuery: string;
let passwordHash: string;
let lastVersion = 0;

beforeAll(async () => {
  const environment = await freshEnvironment();
  dataDir = environment.BATON_DATA_DIR;
  [core, { url }] = await Promise.all([startCore(environment), startApp('gateway', environment)]);
  document = await OpenApiDocument.load(url);
  [shop, other] = [await core.workspace(), await core.workspace()];
  shopOwner = await shop.agent('Olive', 'owner');
  marks = [shop.workspaceId, shop.inboxId, shop.intentId, shopOwner.userId];
  stateQuery = await queryOfState();
  passwordHash = await hash(password);
});

/** A sign-in without a password's slow hash; the cookie as a browser sends it, and the session's id. */
async function enter({ userId, workspaceId }: AgentActor): Promise<{ cookie: string; id: string }> {
  const [token, id] = [newToken(), uuidv7()];
  const expiresAt = new Date(Date.now() + day);
  await core.db.userSession.create({ data: { id, userId, workspaceId, tokenHash: hashToken(token), expiresAt } });
  return { cookie: `baton_session=${token}`, id };
}

/** Gives the user `password`; their address. */
async function withPassword({ userId: id }: AgentActor): Promise<string> {
  return (await core.db.user.update({ where: { id }, data: { passwordHash } })).email;
}

const allScopes = apiScope.options;

/** A program of the workspace, and its token. */
async function newProgram(
  workspaceId: string,
  scopes: ApiScope[],
  ended: { revokedAt?: Date; expiresAt?: Date } = {},
): Promise<{ actor: AgentActor; token: string }> {
  const [token, id, name] = [newToken(), uuidv7(), 'CRM'];
  const key = { id, workspaceId, name, tokenHash: hashToken(token), prefix: 'baton_', createdById: shopOwner.userId };
  await core.db.apiKey.create({ data: { ...key, scopes, ...ended } });
  return { actor: { type: 'agent', workspaceId, userId: id, name }, token };
}

/** Whom a request comes from: a user of their own at every call, so that none is in another's way. */
async function newCaller(caller: Caller): Promise<{ cookie: string; authorization?: string; on: OnShop }> {
  if (caller === 'nobody') return { cookie: '', on: onShop(shopOwner) };
  if (caller === 'program') {
    const { token } = await newProgram(shop.workspaceId, allScopes);
    return { cookie: `baton_session=${token}`, authorization: `Bearer ${token}`, on: onShop(shopOwner) };
  }
  if (caller === 'visitor') {
    const token = await visitorToken(url, shop.inboxId);
    return { cookie: `baton_session=${token}`, on: onShop(shopOwner) };
  }
  const actor = await (caller === 'owner elsewhere' ? other.agent('Eve', 'owner') : shop.agent('Kim', caller));
  await withPassword(actor);
  const { cookie } = await enter(actor);
  return { cookie, on: onShop(caller === 'owner elsewhere' ? shopOwner : actor) };
}

function onShop(caller: AgentActor): OnShop {
  const { workspaceId } = shop;
  const [{ db }, id, token] = [core, uuidv7(), newToken()];
  const link = { tokenHash: hashToken(token), expiresAt: new Date(Date.now() + day) };
  const waiting = async () => (await core.contactMessages.requestHuman(await shop.contact(), uuidv7())).conversationId;
  const newDelivery = async () => {
    const webhook = { id: uuidv7(), workspaceId, url: 'https://crm.example/', events: [], secret: '' };
    await db.webhook.create({ data: webhook });
    const delivery = { id: uuidv7(), workspaceId, webhookId: webhook.id, event: 'webhook.test', subject: {} };
    return db.webhookDelivery.create({ data: { ...delivery, status: 'failed' } });
  };
  return {
    caller,
    waiting,
    session: async () => (await enter(caller)).id,
    inboxKey: async () => shop.inboxId,
    inbox: async () => {
      await db.inbox.create({ data: { id, workspaceId, name: 'Site', key: id, greeting: 'Hello' } });
      return id;
    },
    person: async () => (await shop.agent('Ann')).userId,
    credentials: async () => ({ email: await withPassword(await shop.agent('Ann')), password }),
    invitation: async () => {
      const email = `${id}@shop.example`;
      await db.invitation.create({ data: { id, workspaceId, email, role: 'agent', capacity: 5, ...link } });
      return { id, token };
    },
    resetToken: async () => {
      const { userId } = await shop.agent('Ann');
      await db.passwordReset.create({ data: { userId, workspaceId, ...link } });
      return token;
    },
    intent: async () => {
      const intentId = uuidv7(); // a request may name two
      await db.intent.create({ data: { id: intentId, workspaceId, name: intentId, title: 'Refund' } });
      return intentId;
    },
    example: async () => {
      await db.trainingExample.create({ data: { id, workspaceId, text: 'Hello', outOfScope: true, source: 'import' } });
      return id;
    },
    model: async () => {
      const made = {
        version: ++lastVersion,
        method: 'head' as const,
        checksum: '',
        nExamples: 1,
        stage: 'candidate' as const,
      };
      await db.modelVersion.create({ data: { id, workspaceId, ...made } });
      return id;
    },
    team: async () => {
      const id = uuidv7();
      await core.db.team.create({ data: { id, workspaceId: shop.workspaceId, name: id } });
      return id;
    },
    run: async () => {
      await db.trainingRun.create({ data: { id, workspaceId, trigger: 'on_demand', status: 'failed' } });
      return id;
    },
    action: async () => {
      const settings = { method: 'GET', url: 'http://169.254.169.254/', slots: [], outputs: [] };
      const name = `n${id.replaceAll('-', '')}`;
      await db.action.create({ data: { id, workspaceId, name, title: 'Order', identity: 'public', ...settings } });
      return id;
    },
    contact: async () => {
      const contactId = uuidv7(); // a request may name two
      await db.contact.create({ data: { id: contactId, workspaceId } });
      return contactId;
    },
    cannedResponse: async () => {
      const texts = { shortcut: id, title: 'Hello', text: 'Hello' };
      await db.cannedResponse.create({ data: { id, workspaceId, ownerId: caller.userId, ...texts } });
      return id;
    },
    identityKey: async () => {
      await db.identityKey.create({ data: { id, workspaceId, kid: id, algorithm: 'HS256', secret: '' } });
      return id;
    },
    apiKey: async () => (await newProgram(workspaceId, allScopes)).actor.userId,
    webhook: async () => (await newDelivery()).webhookId,
    delivery: async () => {
      const { webhookId, id: deliveryId } = await newDelivery();
      return { id: webhookId, deliveryId };
    },
    ticketImport: async (status) => {
      const file = { fileName: 'tickets.csv', bytes: 9, sha256: '' };
      const [createdById, unclustered] = [shopOwner.userId, 1];
      await db.ticketImport.create({ data: { id, workspaceId, createdById, ...file, status, unclustered } });
      return id;
    },
    attachment: async () => {
      const { id: messageId, conversationId } = await core.contactMessages.requestHuman(await shop.contact(), uuidv7());
      const storageKey = `${workspaceId}/${id}`;
      const facts = { name: 'a.txt', mediaType: 'text/plain', bytes: 5, storageKey, senderId: id };
      await db.attachment.create({
        data: { id, workspaceId, conversationId, messageId, senderType: 'contact', ...facts },
      });
      const file = join(dataDir, 'attachments', storageKey);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, 'Hello');
      return id;
    },
    label: async () => {
      await db.label.create({ data: { id, workspaceId, name: id, colour: '#0b6b57' } });
      return id;
    },
    savedFilter: async () => {
      const { userId } = caller;
      await db.savedFilter.create({ data: { id, workspaceId, userId, name: 'Late', query: { view: 'all' } } });
      return id;
    },
    offer: async () => {
      const agent = caller === shopOwner ? await shop.agent('Ann') : caller;
      const offer = await core.offers.offer(workspaceId, await waiting(), agent.userId, 600);
      return offer!.assignmentId;
    },
    taken: async () => {
      const { id: conversationId, owner } = await core.handoff.takeOver(caller, await waiting());
      return { conversationId, ownerEpoch: owner.epoch };
    },
    closed: async () => {
      const { id: conversationId, owner } = await core.handoff.takeOver(caller, await waiting());
      await core.resolutions.resolve(caller, { conversationId, ownerEpoch: owner.epoch });
      return conversationId;
    },
  };
}

const made = <T>(what: T | ((on: OnShop) => T | Promise<T>) | undefined, on: OnShop): T | Promise<T> | undefined =>
  typeof what === 'function' ? (what as (on: OnShop) => T)(on) : what;

/** Everything in the database in one figure. */
async function state(): Promise<string> {
  const [row] = await core.db.$queryRawUnsafe<[{ state: string }]>(stateQuery);
  return row.state;
}
async function queryOfState(): Promise<string> {
  const tables = await core.db.$queryRaw<{ name: string }[]>`
    SELECT table_name::text AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`;
  const rows = tables
    .filter(({ name }) => !restless.includes(name))
    .map(
      ({ name }) =>
        `SELECT '${name}' AS t, md5(coalesce(string_agg(row::text, ',' ORDER BY row::text), '')) AS h FROM "${name}" AS row`,
    );
  return `SELECT string_agg(t || h, ',' ORDER BY t) AS state FROM (${rows.join(' UNION ALL ')}) AS tables`;
}

interface Answer {
  status: number;
  code: ErrorCode | null;
  text: string;
}

/** Makes ready whatever the request is about; the function sends it. */
async function prepared(route: string, caller: Caller): Promise<() => Promise<Answer>> {
  const { on, ...headers } = await newCaller(caller);
  return request(route, on, headers);
}

async function request(
  route: string,
  on: OnShop,
  credentials: { cookie?: string; authorization?: string },
): Promise<() => Promise<Answer>> {
  const [method, template] = route.split(' ') as [string, string];
  const row = routes[route]!;
  const parameters = (await made(row.path, on)) ?? {};
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => parameters[name]!);
  const query = new URLSearchParams(await made(row.query, on)).toString();
  const body = await made(row.body, on);
  const type = Buffer.isBuffer(body) ? 'application/octet-stream' : 'application/json';
  return async () => {
    const response = await fetch(`${url}${path}?${query}`, {
      method,
      headers: { ...credentials, ...(body ? { 'content-type': type } : {}) },
      body: Buffer.isBuffer(body) ? new Uint8Array(body) : body && JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, code: response.ok ? null : errorBody.parse(JSON.parse(text)).code, text };
  };
}

/** Null: the caller may, and is answered by the row's status. */
function refusalOf(route: string, caller: Caller): ErrorCode | null {
  const { may, elsewhere } = routes[route]!;
  if (may === 'anybody') return null;
  if (caller === 'nobody' || caller === 'visitor' || caller === 'program') return 'NOT_AUTHENTICATED';
  if ('scope' in may) return 'NOT_AUTHENTICATED';
  if (caller === 'owner elsewhere') return elsewhere ?? null;
  return may.includes(caller) ? null : 'FORBIDDEN';
}

describe('REST', () => {
  it('has a row for every route, and no row for what is no route', async () => {
    const { paths } = (await (await fetch(`${url}/api/docs-json`)).json()) as { paths: Record<string, object> };
    const registered = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(Object.keys(routes).sort()).toEqual(registered.sort());
  });

  it.each(Object.keys(routes).filter((route) => scopeOf(route) === null))('%s', async (route) => {
    const refused = callers.filter((caller) => refusalOf(route, caller) !== null);
    const requests = await Promise.all(refused.map((caller) => prepared(route, caller)));
    const before = await state();
    const answers = await Promise.all(requests.map((send) => send()));
    expect(Object.fromEntries(refused.map((caller, index) => [caller, codeAndStatus(answers[index]!)]))).toEqual(
      Object.fromEntries(refused.map((caller) => [caller, refusedBy(refusalOf(route, caller)!)])),
    );
    expect(await state()).toBe(before);

    for (const caller of callers.filter((one) => refusalOf(route, one) === null)) {
      const { status, text } = await (await prepared(route, caller))();
      expect([caller, status]).toEqual([caller, routes[route]!.as]);
      if (caller === 'owner elsewhere' && routes[route]!.may !== 'anybody') {
        expect(marks.filter((mark) => text.includes(mark))).toEqual([]);
      }
    }
  });
});

const scopeOf = (route: string): ApiScope | null => {
  const { may } = routes[route]!;
  return typeof may === 'object' && 'scope' in may ? may.scope : null;
};

describe('the public API', () => {
  it.each(Object.keys(routes).filter((route) => scopeOf(route) !== null))('%s', async (route) => {
    const { as, elsewhere } = routes[route]!;
    const scope = scopeOf(route)!;
    const cookie = (await newCaller('owner')).cookie;
    const ask = async (program: { actor: AgentActor; token: string }, on = onShop(program.actor)) =>
      request(route, on, { authorization: `Bearer ${program.token}` });
    const others = allScopes.filter((other) => other !== scope);
    const past = new Date(Date.now() - 1000);
    const { workspaceId } = shop;
    const refused: [ErrorCode, () => Promise<Answer>][] = [
      ['NOT_AUTHENTICATED', await request(route, onShop(shopOwner), {})],
      ['NOT_AUTHENTICATED', await request(route, onShop(shopOwner), { cookie })],
      ['SCOPE_MISSING', await ask(await newProgram(workspaceId, others))],
      ['API_KEY_INVALID', await ask(await newProgram(workspaceId, allScopes, { revokedAt: past }))],
      ['API_KEY_INVALID', await ask(await newProgram(workspaceId, allScopes, { expiresAt: past }))],
    ];
    const stranger = await newProgram(other.workspaceId, allScopes);
    const asStranger = await ask(stranger, onShop(shopOwner));
    const program = await newProgram(workspaceId, [scope]);
    const asProgram = await ask(program);

    const before = await state();
    for (const [code, send] of refused) expect(codeAndStatus(await send())).toEqual(refusedBy(code));
    expect(await state()).toBe(before);
    const answer = await asStranger();
    expect(marks.filter((mark) => answer.text.includes(mark))).toEqual([]);
    expect(answer.code).toBe(elsewhere ?? null);

    const { status, text } = await asProgram();
    expect([status, text]).toEqual([as, expect.anything()]);
    if (text !== '') expect(document.mismatches(route, status, JSON.parse(text))).toEqual([]);
    const wrong = await refused[2]![1]();
    expect(document.mismatches(route, wrong.status, JSON.parse(wrong.text))).toEqual([]);
  });
});

const codeAndStatus = ({ status, code }: Answer) => [status, code];
const refusedBy = (code: ErrorCode) => [errorTable[code].status, code];

describe('sockets', () => {
  it('have a row for every event', () => {
    expect(Object.keys(agentRows).sort()).toEqual(Object.keys(agentEvents).sort());
    expect(Object.keys(visitorRows).sort()).toEqual(Object.keys(visitorEvents).sort());
  });

  it.each(callers)('of agents and of visitors: which of them let %s in', async (caller) => {
    const { cookie } = await newCaller(caller);
    const token = cookie.replace('baton_session=', '');
    const codeOf = (namespace: string, options: object) =>
      refusal(`${url}/${namespace}`, options).then(
        ({ code }) => code,
        () => 'let in',
      );
    const agentIn = await codeOf('agent', { extraHeaders: { cookie } });
    const visitorIn = await codeOf('visitor', { auth: { token }, extraHeaders: { cookie } });
    const isAgent = caller !== 'nobody' && caller !== 'visitor' && caller !== 'program';
    expect({ agentIn, visitorIn }).toEqual({
      agentIn: isAgent ? 'let in' : 'NOT_AUTHENTICATED',
      visitorIn: caller === 'visitor' ? 'let in' : 'NOT_AUTHENTICATED',
    });
  });

  it.each(Object.entries(agentRows))('%s of an agent', async (event, { payload, elsewhere }) => {
    const emit = async (caller: Caller) => {
      const { cookie, on } = await newCaller(caller);
      const socket = (await connectAgent(url, cookie)) as unknown as UntypedSocket;
      const input = await made(payload, on);
      const before = await state();
      const ack = (await socket.emitWithAck(event, input)) as Ack<unknown>;
      return { code: ack.ok ? 'ok' : ack.error.code, text: JSON.stringify(ack), unchanged: (await state()) === before };
    };
    for (const role of roles) expect([role, (await emit(role)).code]).toEqual([role, 'ok']);
    const { text, ...answer } = await emit('owner elsewhere');
    expect(answer).toEqual({ code: elsewhere, unchanged: true });
    expect(marks.filter((mark) => text.includes(mark))).toEqual([]);
  });

  it.each(Object.entries(visitorRows))('%s of a visitor', async (event, { payload, answer = 'ok' }) => {
    const socket = (await connectVisitor(url, await visitorToken(url, shop.inboxId))) as unknown as UntypedSocket;
    const ack = (await socket.emitWithAck(event, payload)) as Ack<unknown>;
    expect(ack.ok ? 'ok' : ack.error.code).toBe(answer);
  });
});
