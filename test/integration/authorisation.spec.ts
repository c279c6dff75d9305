import { hash } from '@node-rs/argon2';
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, it } from 'vitest';
import { hashToken, newToken } from '#administration';
import { agentEvents, errorBody, errorTable, visitorEvents, type Ack, type ErrorCode, type UserRole } from '#contracts';
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

type Shop = Awaited<ReturnType<Awaited<ReturnType<typeof startCore>>['workspace']>>;
const roles: UserRole[] = ['agent', 'supervisor', 'admin', 'owner'];
const callers = ['nobody', 'visitor', ...roles, 'owner elsewhere'] as const;
type Caller = (typeof callers)[number];

const day = 86_400_000;
/** What processes write by themselves. */
const restless = ['gateway_heartbeat', 'outbox', 'agent_status'];

let core: Awaited<ReturnType<typeof startCore>>;
let url: string;
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
  [core, { url }] = await Promise.all([startCore(environment), startApp('gateway', environment)]);
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

/** Whom a request comes from: a user of their own at every call, so that none is in another's way. */
async function newCaller(caller: Caller): Promise<{ actor: AgentActor | null; cookie: string; on: OnShop }> {
  if (caller === 'nobody') return { actor: null, cookie: '', on: onShop(shopOwner) };
  if (caller === 'visitor') {
    const token = await visitorToken(url, shop.inboxId);
    return { actor: null, cookie: `baton_session=${token}`, on: onShop(shopOwner) };
  }
  const actor = await (caller === 'owner elsewhere' ? other.agent('Eve', 'owner') : shop.agent('Kim', caller));
  await withPassword(actor);
  const { cookie } = await enter(actor);
  return { actor, cookie, on: onShop(caller === 'owner elsewhere' ? shopOwner : actor) };
}

function onShop(caller: AgentActor): OnShop {
  const { workspaceId } = shop;
  const [{ db }, id, token] = [core, uuidv7(), newToken()];
  const link = { tokenHash: hashToken(token), expiresAt: new Date(Date.now() + day) };
  const waiting = async () => (await core.contactMessages.requestHuman(await shop.contact(), uuidv7())).conversationId;
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
      const made = { version: ++lastVersion, method: 'head', checksum: '', nExamples: 1, stage: 'candidate' as const };
      await db.modelVersion.create({ data: { id, workspaceId, ...made } });
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
    ticketImport: async (status) => {
      const file = { fileName: 'tickets.csv', bytes: 9, sha256: '' };
      const [createdById, unclustered] = [shopOwner.userId, 1];
      await db.ticketImport.create({ data: { id, workspaceId, createdById, ...file, status, unclustered } });
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
  const [method, template] = route.split(' ') as [string, string];
  const row = routes[route]!;
  const { cookie, on } = await newCaller(caller);
  const parameters = (await made(row.path, on)) ?? {};
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => parameters[name]!);
  const query = new URLSearchParams(await made(row.query, on)).toString();
  const body = await made(row.body, on);
  const type = Buffer.isBuffer(body) ? 'application/octet-stream' : 'application/json';
  return async () => {
    const response = await fetch(`${url}${path}?${query}`, {
      method,
      headers: { cookie, ...(body ? { 'content-type': type } : {}) },
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
  if (caller === 'nobody' || caller === 'visitor') return 'NOT_AUTHENTICATED';
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

  it.each(Object.keys(routes))('%s', async (route) => {
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
    const isAgent = caller !== 'nobody' && caller !== 'visitor';
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

  it.each(Object.entries(visitorRows))('%s of a visitor', async (event, payload) => {
    const socket = (await connectVisitor(url, await visitorToken(url, shop.inboxId))) as unknown as UntypedSocket;
    expect(await socket.emitWithAck(event, payload)).toMatchObject({ ok: true });
  });
});
