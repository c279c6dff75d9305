import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import request from 'supertest';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ActionSettings, ActionView, TestedAction } from '#contracts';
import { createDatabase, type Database } from '#database';
import { startApp, type RunningApp } from '../support/app.js';
import { atEnd } from '../support/at-end.js';
import { signIn } from '../support/clients.js';
import { createWorkspace } from '../support/core.js';
import { freshEnvironment } from '../support/environment.js';

const secret = 'Bearer of-the-shop-8842';

let db: Database;
let gateway: RunningApp;
let shop: Awaited<ReturnType<typeof createWorkspace>>;
let owner: string;
let api: ReturnType<typeof request>;
let orders: Server;
/** Of the shop's API. */
let url: string;

beforeAll(async () => {
  const environment = { ...(await freshEnvironment()), LOG_LEVEL: 'trace' };
  db = createDatabase(environment.DATABASE_URL, 2);
  atEnd(() => db.$disconnect());
  gateway = await startApp('gateway', environment);
  api = request(gateway.url);
  shop = await createWorkspace(db);
  owner = await signIn(gateway.url, db, await shop.agent('Noor', 'owner'));
  orders = createServer((incoming, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ email: 'jo@example.com', state: 'packed', sent: incoming.headers.authorization }));
  });
  await new Promise<void>((resolve) => orders.listen(0, '127.0.0.1', resolve));
  afterAll(() => orders.close());
  url = `http://127.0.0.1:${(orders.address() as AddressInfo).port}`;
});

const settings = (more: Partial<ActionSettings> = {}): ActionSettings => ({
  ...{ name: 'orderStatus', title: 'Order status', method: 'GET', url: `${url}/{{orderId}}`, body: '' },
  ...{ headerName: 'Authorization', headerSecret: secret, identity: 'verified_contact', timeoutMs: 2000 },
  slots: [
    { name: 'orderId', kind: 'order_number', question: '', choices: [] },
    { name: 'email', kind: 'email', question: '', choices: [] },
  ],
  outputs: [
    { name: 'state', path: 'state' },
    { name: 'sent', path: 'sent' },
  ],
  confirmedBy: [{ slot: 'email', path: 'email' }],
  ...more,
});
const post = (path: string, body: object, cookie = owner) => api.post(`/api/${path}`).set('cookie', cookie).send(body);
const put = (id: string, body: object, cookie = owner) =>
  api.put(`/api/actions/${id}`).set('cookie', cookie).send(body);
const remove = (path: string, cookie = owner) => api.delete(`/api/${path}`).set('cookie', cookie);
const list = async (cookie = owner) => {
  const answer = await api.get('/api/actions').set('cookie', cookie).expect(200);
  return (answer.body as { actions: ActionView[] }).actions;
};
const created = async (more: Partial<ActionSettings> = {}) =>
  (await post('actions', settings({ name: `a${uuidv7().replaceAll('-', '')}`, ...more })).expect(201))
    .body as ActionView;

describe('an action', () => {
  it('is made, changed and deleted, each written down, and its secret is never shown', async () => {
    const action = await created();
    expect(action).toMatchObject({ hasSecret: true, usedBy: [], headerName: 'Authorization' });
    const kept = settings({ name: action.name, title: 'Where it is', headerSecret: undefined });
    const changed = (await put(action.id, kept).expect(200)).body as ActionView;
    expect(changed).toEqual({ ...action, title: 'Where it is' });
    expect((await put(action.id, { ...kept, headerSecret: '' }).expect(200)).body).toMatchObject({ hasSecret: false });
    await put(action.id, { ...kept, headerSecret: `${secret}-2` }).expect(200);
    await remove(`actions/${action.id}`).expect(204);
    await remove(`actions/${action.id}`).expect(404);
    expect((await list()).map(({ id }) => id)).not.toContain(action.id);

    const log = await db.auditEvent.findMany({ where: { subjectId: action.id }, orderBy: { id: 'asc' } });
    expect(log.map((event) => event.action)).toEqual([
      ...['action.created', 'action.changed', 'action.changed', 'action.changed', 'action.deleted'],
    ]);
    expect(log[1]!.data).toEqual({ before: { title: 'Order status' }, after: { title: 'Where it is' } });
    expect(log[3]!.data).toMatchObject({ after: { hasSecret: true, headerSecret: 'entered' } });
  });

  it('stays while an answer needs it, and leaves old versions of answers behind', async () => {
    const { id: actionId } = await created();
    const answer = { workspaceId: shop.workspaceId, intentId: shop.intentId, locale: 'en', text: 'It is {{state}}.' };
    await db.answer.create({ data: { id: uuidv7(), ...answer, version: 1, actionId } });
    const usedBy = [{ intentId: shop.intentId, title: 'Order status' }];
    expect((await list()).find(({ id }) => id === actionId)).toMatchObject({ usedBy });
    await remove(`actions/${actionId}`).expect(409);
    await db.answer.create({ data: { id: uuidv7(), ...answer, version: 2, approvedAt: null } });
    await remove(`actions/${actionId}`).expect(409); // the bot uses version 1
    await db.answer.create({ data: { id: uuidv7(), ...answer, version: 3, text: 'Ask us.' } });
    await remove(`actions/${actionId}`).expect(204);
    expect(await db.answer.count({ where: { actionId: null, intentId: shop.intentId } })).toBe(3);
  });

  it('is refused with the names of what is wrong', async () => {
    const { name } = await created();
    expect((await post('actions', settings({ name })).expect(409)).body).toMatchObject({ code: 'ACTION_NAME_TAKEN' });
    const wrong = settings({ name: 'x', url: 'https://{{orderId}}/', confirmedBy: [] });
    expect((await post('actions', wrong).expect(422)).body).toMatchObject({
      ...{ code: 'ACTION_INVALID', details: ['url', 'confirmedBy'] },
    });
    await post('actions', { ...settings(), url: 'https://shop.example/\0' }).expect(400);
    await post('actions', { ...settings(), slots: [{ ...settings().slots[0], question: '\ud800' }] }).expect(400);
  });

  it('is for owners and admins of its workspace', async () => {
    const { id } = await created();
    const other = await createWorkspace(db);
    const stranger = await signIn(gateway.url, db, await other.agent('Eve', 'owner'));
    const supervisor = await signIn(gateway.url, db, await shop.agent('Robin', 'supervisor'));
    const agent = await signIn(gateway.url, db, await shop.agent('Alex'));
    expect(await list(stranger)).toEqual([]);
    expect((await list(supervisor)).length).toBeGreaterThan(0);
    await api.get('/api/actions').set('cookie', agent).expect(403);
    await api.get('/api/actions').expect(401);
    for (const cookie of [supervisor, agent]) {
      await post('actions', settings(), cookie).expect(403);
      await put(id, settings(), cookie).expect(403);
      await remove(`actions/${id}`, cookie).expect(403);
      await post('actions/test', { id, settings: settings(), slots: {} }, cookie).expect(403);
    }
    await put(id, settings(), stranger).expect(404);
    await remove(`actions/${id}`, stranger).expect(404);
    const borrowed = settings({ headerSecret: undefined });
    await post('actions/test', { id, settings: borrowed, slots: {} }, stranger).expect(404);
  });

  it('is tried out with its saved secret, which goes nowhere else', async () => {
    const { id } = await created();
    const kept = settings({ headerSecret: undefined });
    const slots = { orderId: '1042', email: 'JO@example.com' };
    const tried = (await post('actions/test', { id, settings: kept, slots }).expect(200)).body as TestedAction;
    expect(tried).toMatchObject({
      request: { method: 'GET', url: `${url}/1042`, body: null },
      response: { status: 200 },
      outputs: { state: 'packed', sent: '••••' },
      confirmed: true,
      problem: null,
    });
    const elsewhere = { ...kept, url: url.replace('127.0.0.1', '127.0.0.2') };
    for (const answer of [await post('actions/test', { id, settings: elsewhere, slots }), await put(id, elsewhere)]) {
      expect([answer.status, answer.body]).toMatchObject([422, { code: 'ACTION_SECRET_NEEDED' }]);
    }
    const inside = settings({ url: 'http://169.254.169.254/latest/meta-data' });
    const refused = (await post('actions/test', { settings: inside, slots: {} }).expect(200)).body as TestedAction;
    expect(refused).toMatchObject({ response: null, outputs: { state: null }, confirmed: null });
    expect(refused.problem).toContain('private or local network');
  });

  it('leaves its secret neither in the database nor in a log', async () => {
    await created();
    await post('actions/test', { settings: settings(), slots: { orderId: '1' } }).expect(200);
    const tables = await db.$queryRaw<{ name: string }[]>`
      SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`;
    for (const { name } of tables) {
      const rows = await db.$queryRawUnsafe<unknown[]>(
        `SELECT 1 FROM "${name}" r WHERE r::text LIKE '%of-the-shop-8842%'`,
      );
      expect(rows, name).toEqual([]);
    }
    expect(gateway.output()).toContain('/api/actions/test');
    expect(gateway.output()).not.toContain('of-the-shop-8842');
  });
});
