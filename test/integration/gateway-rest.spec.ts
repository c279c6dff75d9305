import request from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, type Database, type UserRole } from '#database';
import { startApp } from '../support/app.js';
import { atEnd } from '../support/at-end.js';
import { password as signInPassword, signIn } from '../support/clients.js';
import { createWorkspace } from '../support/core.js';
import { freshEnvironment } from '../support/environment.js';
import { demoInboxKey, demoPassword, demoPeople, seed } from '../../prisma/seed.js';

let db: Database;
let databaseUrl: string;
let api: ReturnType<typeof request>;
let url: string;

beforeAll(async () => {
  const environment = await freshEnvironment();
  databaseUrl = environment.DATABASE_URL;
  db = createDatabase(databaseUrl, 2);
  atEnd(() => db.$disconnect());
  await seed(databaseUrl, { demoShopPort: 3100 });
  url = (await startApp('gateway', environment)).url;
  api = request(url);
});

const login = (email: string, password: string) => api.post('/api/auth/login').send({ email, password });
const cookieOf = (response: request.Response) => response.get('Set-Cookie')![0]!;
const alex = demoPeople[0]!;

describe('signing in', () => {
  it('opens the API by a cookie that scripts cannot read, until signing out', async () => {
    const signedIn = await login(alex.email.toUpperCase(), demoPassword).expect(200);
    expect(signedIn.body).toMatchObject({ name: alex.name, role: 'agent', workspaceName: 'Fernhill' });
    const setCookie = cookieOf(signedIn);
    expect(setCookie).toMatch(/^baton_session=[\w-]{43}; .*HttpOnly; SameSite=Lax/);
    const cookie = setCookie.split(';')[0]!;
    await api.get('/api/auth/me').set('cookie', cookie).expect(200, signedIn.body);
    const list = await api.get('/api/intents').set('cookie', cookie).expect(200);
    expect((list.body as { intents: { name: string }[] }).intents.map(({ name }) => name)).toContain('order_status');
    await api.post('/api/auth/logout').set('cookie', cookie).expect(204);
    await api.get('/api/auth/me').set('cookie', cookie).expect(401);
  });

  it('answers a wrong password and an unknown address alike', async () => {
    const [wrong, unknown] = [await login(alex.email, 'guess'), await login('nobody@fernhill.example', 'guess')];
    for (const answer of [wrong, unknown]) {
      expect([answer.status, answer.body]).toMatchObject([401, { code: 'WRONG_CREDENTIALS' }]);
    }
  });

  it('does not let passwords be guessed, not even many at once', async () => {
    const email = demoPeople[1]!.email;
    const attempts = await Promise.all(Array.from({ length: 20 }, (_, index) => login(email, `guess ${index}`)));
    expect(attempts.filter(({ status }) => status === 429)).toHaveLength(10);
    await login(email, demoPassword).expect(429);
    await login(alex.email, demoPassword).expect(200);
  });

  it('is refused to an expired session, to a disabled user and to other sites', async () => {
    const shop = await createWorkspace(db);
    const agent = await shop.agent('Kim');
    const cookie = await signIn(url, db, agent);
    const elsewhere = await api.post('/api/auth/logout').set({ cookie, origin: 'http://localhost:3100' });
    expect([elsewhere.status, elsewhere.body]).toMatchObject([403, { code: 'ORIGIN_NOT_ALLOWED' }]);
    await db.userSession.updateMany({ where: { userId: agent.userId }, data: { expiresAt: new Date(0) } });
    const late = await api.get('/api/auth/me').set('cookie', cookie);
    expect([late.status, late.body]).toMatchObject([401, { code: 'SESSION_EXPIRED' }]);

    const fresh = await signIn(url, db, agent);
    await api.get('/api/auth/me').set('cookie', fresh).expect(200);
    const { email } = await db.user.update({ where: { id: agent.userId }, data: { disabledAt: new Date() } });
    const disabled = await api.get('/api/auth/me').set('cookie', fresh);
    expect([disabled.status, disabled.body]).toMatchObject([401, { code: 'NOT_AUTHENTICATED' }]);
    const again = await login(email, signInPassword);
    expect([again.status, again.body]).toMatchObject([401, { code: 'WRONG_CREDENTIALS' }]);
  });
});

describe('bad requests', () => {
  it.each<[string, () => request.Test, number, string]>([
    ['malformed JSON', () => api.post('/api/auth/login').type('json').send('{"email":'), 400, 'MALFORMED_JSON'],
    ['no body', () => api.post('/api/auth/login'), 400, 'BAD_PAYLOAD'],
    [
      'objects where text is due',
      () => api.post('/api/auth/login').send({ email: {}, password: [] }),
      400,
      'BAD_PAYLOAD',
    ],
    [
      'more than 64 KB',
      () => api.post('/api/visitor/sessions').send({ inboxKey: 'x'.repeat(70_000) }),
      413,
      'PAYLOAD_TOO_LARGE',
    ],
    ['NUL in an inbox key', () => api.post('/api/visitor/sessions').send({ inboxKey: 'a\u0000b' }), 400, 'BAD_PAYLOAD'],
    ['an unknown inbox', () => api.post('/api/visitor/sessions').send({ inboxKey: 'nope' }), 404, 'INBOX_UNKNOWN'],
    ['an unknown path', () => api.get('/api/nope'), 404, 'NOT_FOUND'],
    ['a path that cannot be decoded', () => api.get('/api/training/runs/%E0%A4%A'), 404, 'NOT_FOUND'],
    ['no session', () => api.get('/api/intents'), 401, 'NOT_AUTHENTICATED'],
  ])('%s', async (_what, send, status, code) => {
    const response = await send();
    expect([response.status, response.body]).toMatchObject([
      status,
      { code, requestId: response.headers['x-request-id'] },
    ]);
  });
});

describe('roles', () => {
  it.each<[UserRole, number, number]>([
    ['agent', 403, 403],
    ['supervisor', 200, 403],
    ['admin', 200, 200],
    ['owner', 200, 200],
  ])('%s: sees models %i, sets the schedule and the risk limit %i', async (role, see, act) => {
    const cookie = await signIn(url, db, await (await createWorkspace(db)).agent('Kim', role));
    const schedule = { cron: '0 3 * * *', timeZone: 'Europe/London', enabled: true };
    await api.get('/api/models').set('cookie', cookie).expect(see);
    await api.put('/api/training/schedule').set('cookie', cookie).send(schedule).expect(act);
    const limits = { riskLimit: 0.02, confidenceLevel: 0.95, certifiedOnly: true };
    await api.put('/api/models/threshold-policy').set('cookie', cookie).send(limits).expect(act);
    await api.get('/api/models/not-an-id/activate').set('cookie', cookie).expect(404);
    const run = await api
      .post('/api/training/runs')
      .set('cookie', cookie)
      .expect(act === 403 ? 403 : 422);
    expect(run.body).toMatchObject({ code: act === 403 ? 'FORBIDDEN' : 'TOO_FEW_EXAMPLES' });
  });

  it('an admin starts one run at a time and cancels it', async () => {
    const cookie = cookieOf(await login('admin@fernhill.example', demoPassword));
    const run = await api.post('/api/training/runs').set('cookie', cookie).expect(201);
    await api.post('/api/training/runs').set('cookie', cookie).expect(409);
    const path = `/api/training/runs/${(run.body as { id: string }).id}`;
    await api.post(`${path}/cancel`).set('cookie', cookie).expect(200);
    const cancelled = await api.get(path).set('cookie', cookie).expect(200);
    expect(cancelled.body).toMatchObject({ status: 'cancelled', trigger: 'on_demand' });
    const models = await api.get('/api/models').set('cookie', cookie).expect(200);
    expect(models.body).toMatchObject({ models: [], runs: [{ status: 'cancelled' }], schedule: { enabled: false } });
  });
});

describe('the risk limit', () => {
  const path = '/api/models/threshold-policy';
  const limits = { riskLimit: 0.02, confidenceLevel: 0.95, certifiedOnly: true };

  it('is shown as it was set, in the workspace of whom set it alone', async () => {
    const [cookie, elsewhere] = await Promise.all(
      [1, 2].map(async () => signIn(url, db, await (await createWorkspace(db)).agent('Ada', 'admin'))),
    );
    const saved = await api.put(path).set('cookie', cookie!).send(limits).expect(200);
    expect(saved.body).toMatchObject({ ...limits, certification: null, nCalibration: 0 });
    const shown = await api.get('/api/models').set('cookie', cookie!).expect(200);
    expect(shown.body).toMatchObject({ policy: saved.body as object });
    const other = await api.get('/api/models').set('cookie', elsewhere!).expect(200);
    expect(other.body).toMatchObject({ policy: { riskLimit: 0.05, confidenceLevel: 0.9, certifiedOnly: false } });
  });

  it.each([
    ['riskLimit', 0],
    ['riskLimit', 0.6],
    ['riskLimit', '0.05'],
    ['confidenceLevel', 1],
    ['confidenceLevel', null],
    ['certifiedOnly', 'yes'],
  ])('refuses %s %j', async (field, value) => {
    const cookie = cookieOf(await login('admin@fernhill.example', demoPassword));
    const refused = await api
      .put(path)
      .set('cookie', cookie)
      .send({ ...limits, [field]: value });
    expect([refused.status, refused.body]).toMatchObject([400, { code: 'BAD_PAYLOAD', details: [field] }]);
  });
});

describe('a visitor session', () => {
  it.each([
    ['https://jo:secret@shop.example:8443/basket?token=1#card', 'https://shop.example:8443/basket'],
    ['http://shop.example', 'http://shop.example/'],
    ['file:///home/jo/page.html', null],
    ['javascript:alert(1)', null],
    ['not a page', null],
  ])('opened on %s keeps of the page %j', async (pageUrl, kept) => {
    const body = { inboxKey: demoInboxKey, locale: 'de-CH', pageUrl };
    await api.post('/api/visitor/sessions').send(body).expect(201);
    const session = await db.contactSession.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect(session).toMatchObject({ locale: 'de-CH', pageUrl: kept });
  });

  it('takes a language tag for a language, and nothing else', async () => {
    const body = { inboxKey: demoInboxKey, locale: '<b>' };
    await api.post('/api/visitor/sessions').send(body).expect(400);
  });
});

describe('the demo', () => {
  const counts = () =>
    Promise.all([db.user.count(), db.intent.count(), db.answer.count(), db.trainingExample.count(), db.inbox.count()]);

  it('is seeded once, keeps what people changed, and follows the shop to another port', async () => {
    const before = await counts();
    const renamed = await db.intent.updateMany({ where: { name: 'order_status' }, data: { title: 'Where is it?' } });
    await seed(databaseUrl, { demoShopPort: 3200 });
    expect(await counts()).toEqual(before);
    expect((await db.inbox.findUniqueOrThrow({ where: { key: demoInboxKey } })).allowedOrigins).toContain(
      'http://localhost:3200',
    );
    expect(await db.intent.count({ where: { title: 'Where is it?' } })).toBe(renamed.count);
  });

  it('offers chats to its agents alone: owner, admin and supervisor did not say that they take any', async () => {
    const { workspaceId } = await db.inbox.findUniqueOrThrow({ where: { key: demoInboxKey } });
    const statuses = await db.agentStatus.findMany({ where: { workspaceId, takesChats: true } });
    const people = await db.user.findMany({ where: { id: { in: statuses.map(({ userId }) => userId) } } });
    expect(people.map(({ role }) => role)).toEqual(['agent', 'agent']);
  });

  it('never comes to production', async () => {
    await expect(seed(databaseUrl, { production: true })).rejects.toThrow('production');
  });
});

it('documents every route of the API', async () => {
  const docs = await api.get('/api/docs-json').expect(200);
  const paths = Object.keys((docs.body as { paths: object }).paths);
  expect(paths).toEqual(
    expect.arrayContaining([
      '/api/auth/login',
      '/api/intents',
      '/api/models',
      '/api/training/runs',
      '/api/visitor/sessions',
    ]),
  );
  await api.get('/api/docs').expect(200);
});

it('allows no inline script', async () => {
  const { headers } = await api.get('/api/docs');
  expect(headers['content-security-policy']).toContain("default-src 'self'");
  expect(headers['content-security-policy']).not.toMatch(/script-src|unsafe-eval/);
});

it('compresses scripts, and nothing that the API says to somebody', async () => {
  const page = await api.get('/console/').expect(200);
  const script = /assets\/[^"]+\.js/.exec(page.text)![0];
  const encodingOf = async (path: string) =>
    (await api.get(path).set('accept-encoding', 'gzip').expect(200)).get('content-encoding');
  expect(await encodingOf('/widget.js')).toBe('gzip');
  expect(await encodingOf(`/console/${script}`)).toBe('gzip');
  expect(await encodingOf('/api/docs-json')).toBeUndefined();
});
