import request from 'supertest';
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  auditPage,
  checklist,
  defaultAppearance,
  errorBody,
  inboxDetail,
  inboxList,
  sightingList,
  topicSettingsView,
  visitorInbox,
  visitorSession,
  type BusinessHours,
  type InboxSettings,
} from '#contracts';
import { createDatabase, type Database } from '#database';
import { startApp, type RunningApp } from '../support/app.js';
import { atEnd } from '../support/at-end.js';
import { connectVisitor, refusal, signIn } from '../support/clients.js';
import { createWorkspace } from '../support/core.js';
import { freshEnvironment } from '../support/environment.js';
import { waitFor } from '../support/wait-for.js';

const site = 'https://shop.example';
const settings: InboxSettings = {
  name: 'Site',
  allowedOrigins: [site],
  greeting: 'Hello',
  greetingOutsideHours: 'We are asleep',
  appearance: { ...defaultAppearance, accent: '#aa0000', position: 'left' },
};

let db: Database;
let here: RunningApp;
let there: RunningApp;

beforeAll(async () => {
  const environment = await freshEnvironment();
  db = createDatabase(environment.DATABASE_URL, 3);
  atEnd(() => db.$disconnect());
  [here, there] = await Promise.all([startApp('gateway', environment), startApp('gateway', environment)]);
});

const codeOf = (response: request.Response) => [response.status, errorBody.parse(response.body).code];

/** A new workspace, and requests of its owner to one gateway. */
async function newShop() {
  const shop = await createWorkspace(db);
  const cookie = await signIn(here.url, db, await shop.agent('Olive', 'owner'));
  const call = (method: 'get' | 'put' | 'post', path: string, body?: object) =>
    request(here.url)[method](path).set({ cookie }).send(body);
  const inbox = async (change: Partial<InboxSettings> = {}) =>
    inboxDetail.parse((await call('post', '/api/inboxes', { ...settings, ...change }).expect(201)).body);
  const log = async (query = '') => auditPage.parse((await call('get', `/api/audit${query}`).expect(200)).body);
  return { ...shop, call, inbox, log };
}

/** What the widget asks of the other gateway. */
const look = (inboxKey: string, origin?: string, pageUrl = `${origin}/basket?card=1`) =>
  request(there.url)
    .get('/api/visitor/inbox')
    .query({ inboxKey, pageUrl })
    .set(origin ? { origin } : {});
const openSession = (inboxKey: string, origin: string) =>
  request(there.url).post('/api/visitor/sessions').set({ origin }).send({ inboxKey });

describe('an inbox', () => {
  it('looks on the page as it was set, from the next page on and in every gateway', async () => {
    const { call, inbox } = await newShop();
    const made = await inbox();
    expect(made).toMatchObject({ ...settings, disabledAt: null });
    expect(made.key).toMatch(/^inbox_[\w-]{22}$/);
    const seen = visitorInbox.parse((await look(made.key, site).expect(200)).body);
    expect(seen).toEqual({ name: 'Site', greeting: 'Hello', locale: 'en', appearance: settings.appearance });
    const session = visitorSession.parse((await openSession(made.key, site).expect(201)).body);
    expect(session.inbox).toEqual(seen);

    await call('put', `/api/inboxes/${made.id}`, { ...settings, name: 'Blog' }).expect(200);
    expect(visitorInbox.parse((await look(made.key, site)).body).name).toBe('Blog');
    const { inboxes, publicUrl } = inboxList.parse((await call('get', '/api/inboxes').expect(200)).body);
    expect(inboxes.map(({ name }) => name)).toEqual(['Site', 'Blog']);
    expect(publicUrl).toBe(`http://localhost:${here.port}`);
  });

  it('greets by the hours', async () => {
    const { call, inbox } = await newShop();
    const { key } = await inbox();
    const greeting = async () => visitorInbox.parse((await look(key, site)).body).greeting;
    const hours = async (week: BusinessHours['week']) =>
      void (await call('put', '/api/business-hours', { timeZone: 'Europe/Berlin', week, holidays: [] }).expect(200));
    const allWeek = Array.from({ length: 7 }, (_, index) => ({ day: index + 1, from: '00:00', to: '24:00' }));
    await hours(allWeek);
    expect(await greeting()).toBe('Hello');
    const today = new Date().getUTCDay() || 7;
    await hours(allWeek.filter(({ day }) => (day - today + 7) % 7 === 3)); // open in three days
    expect(await greeting()).toBe('We are asleep');
    const { key: other } = await inbox({ greetingOutsideHours: '' });
    expect(visitorInbox.parse((await look(other, site)).body).greeting).toBe('Hello');
  });

  it('that is disabled lets nobody in and cuts off those who are in, until it is enabled', async () => {
    const { call, inbox } = await newShop();
    const { id, key } = await inbox();
    const { token } = visitorSession.parse((await openSession(key, site)).body);
    const socket = await connectVisitor(there.url, token);
    const gone = new Promise((resolve) => socket.once('disconnect', resolve));
    await call('post', `/api/inboxes/${id}/disable`).expect(200);
    expect(await gone).toBe('io server disconnect');
    expect(codeOf(await look(key, site))).toEqual([403, 'INBOX_DISABLED']);
    expect(codeOf(await openSession(key, site))).toEqual([403, 'INBOX_DISABLED']);
    expect((await refusal(`${there.url}/visitor`, { auth: { token } })).code).toBe('INBOX_DISABLED');
    await call('post', `/api/inboxes/${id}/enable`).expect(200);
    await connectVisitor(there.url, token);
  });

  it('cuts off those whose site is no longer allowed, and nobody when only the words change', async () => {
    const { call, inbox } = await newShop();
    const { id, key } = await inbox();
    const { token } = visitorSession.parse((await openSession(key, site)).body);
    const socket = await connectVisitor(there.url, token);
    let gone = false;
    socket.once('disconnect', () => (gone = true));
    await call('put', `/api/inboxes/${id}`, { ...settings, greeting: 'Hi' }).expect(200);
    await call('put', `/api/inboxes/${id}`, { ...settings, greeting: 'Hey' }).expect(200);
    const elsewhere = await inbox(); // news of one gateway arrives in its order
    const other = await connectVisitor(
      there.url,
      visitorSession.parse((await openSession(elsewhere.key, site)).body).token,
    );
    const otherGone = new Promise((resolve) => other.once('disconnect', resolve));
    await call('post', `/api/inboxes/${elsewhere.id}/disable`).expect(200);
    await otherGone;
    expect(gone).toBe(false);
    await call('put', `/api/inboxes/${id}`, { ...settings, allowedOrigins: ['https://new.example'] }).expect(200);
    await waitFor(() => gone);
  });

  it.each([
    ['allowedOrigins.0', { allowedOrigins: ['https://shop.example/path'] }],
    ['appearance.accent', { appearance: { ...defaultAppearance, accent: 'red' } }],
    ['name', { name: '' }],
  ])('refuses a wrong %s', async (field, change) => {
    const { call } = await newShop();
    const answer = await call('post', '/api/inboxes', { ...settings, ...change });
    expect([answer.status, answer.body]).toMatchObject([400, { code: 'BAD_PAYLOAD', details: [field] }]);
  });
});

describe('sightings of the widget', () => {
  it('tell from where it was asked for, and where it was refused', async () => {
    const { call, inbox } = await newShop();
    const { id, key } = await inbox();
    const sightings = async () =>
      sightingList.parse((await call('get', `/api/inboxes/${id}/sightings`).expect(200)).body).sightings;
    expect(await sightings()).toEqual([]);
    await look(key, site).expect(200);
    expect(codeOf(await look(key, 'https://else.example'))).toEqual([403, 'ORIGIN_NOT_ALLOWED']);
    expect(codeOf(await openSession(key, 'null'))).toEqual([403, 'ORIGIN_NOT_ALLOWED']);
    await look(key).expect(200); // no browser
    expect(await sightings()).toMatchObject([
      { origin: 'null', allowed: false, pageUrl: null },
      { origin: 'https://else.example', allowed: false, pageUrl: 'https://else.example/basket' },
      { origin: site, allowed: true, pageUrl: 'https://shop.example/basket' },
    ]);
    await call('put', `/api/inboxes/${id}`, { ...settings, allowedOrigins: [] }).expect(200);
    await look(key, 'https://else.example').expect(200);
    expect((await sightings())[0]).toMatchObject({ origin: 'https://else.example', allowed: true });
  });

  it('are written once a minute, and of the newest fifty sites', async () => {
    const { inbox } = await newShop();
    const { id, key } = await inbox({ allowedOrigins: [] });
    await look(key, site).expect(200);
    const first = await db.widgetSighting.findFirstOrThrow({ where: { inboxId: id } });
    await look(key, site, 'https://shop.example/later').expect(200);
    expect(await db.widgetSighting.findMany({ where: { inboxId: id } })).toEqual([first]);
    const aMinuteAgo = new Date(first.seenAt.getTime() - 61_000);
    await db.widgetSighting.updateMany({ where: { inboxId: id }, data: { seenAt: aMinuteAgo } });
    await look(key, site, 'https://shop.example/later').expect(200);
    expect(await db.widgetSighting.findFirst({ where: { inboxId: id } })).toMatchObject({
      pageUrl: 'https://shop.example/later',
    });
    for (let index = 0; index < 50; index++) await look(key, `https://made-up-${index}.example`).expect(200);
    const origins = (await db.widgetSighting.findMany({ where: { inboxId: id } })).map(({ origin }) => origin);
    expect(origins).toHaveLength(50);
    expect(origins).not.toContain(site);
  });
});

describe('the workspace', () => {
  it('keeps its settings and hours, and says who changed what', async () => {
    const { call, log, workspaceId } = await newShop();
    const before = (await call('get', '/api/workspace').expect(200)).body as object;
    expect(before).toMatchObject({ name: 'Shop', timeZone: 'UTC', orderNumberPattern: '', quietMinutes: 30 });
    const after = { ...before, timeZone: 'Europe/Madrid', orderNumberPattern: 'FH-#####' };
    await call('put', '/api/workspace', after).expect(200);
    expect((await call('get', '/api/workspace')).body).toEqual(after);
    await call('put', '/api/workspace', after).expect(200); // nothing changes
    const wrong = await call('put', '/api/workspace', { ...after, timeZone: 'Mars/Base' });
    expect([wrong.status, wrong.body]).toMatchObject([400, { details: ['timeZone'] }]);

    expect((await call('get', '/api/business-hours')).body).toEqual({
      timeZone: 'Europe/Madrid',
      week: [],
      holidays: [],
    });
    const hours = { timeZone: 'Europe/Madrid', week: [], holidays: [{ date: '2026-12-25', name: 'Christmas' }] };
    await call('put', '/api/business-hours', hours).expect(200);
    expect((await call('get', '/api/business-hours')).body).toEqual(hours);

    const { entries, more } = await log();
    expect(more).toBe(false);
    expect(entries).toMatchObject([
      { action: 'business_hours.changed', data: { before: { holidays: [] }, after: { holidays: hours.holidays } } },
      {
        ...{ action: 'workspace.changed', actorType: 'user', actorName: 'Olive', subjectId: workspaceId },
        data: {
          before: { timeZone: 'UTC', orderNumberPattern: '' },
          after: { timeZone: 'Europe/Madrid', orderNumberPattern: 'FH-#####' },
        },
      },
    ]);
    expect(Object.keys(entries[1]!.data.after as object).sort()).toEqual(['orderNumberPattern', 'timeZone']);
  });

  it('keeps its topics, and tells the help line of its country', async () => {
    const { call, log } = await newShop();
    const none = { disabled: [], own: [], helpLine: '' };
    const first = topicSettingsView.parse((await call('get', '/api/topics').expect(200)).body);
    expect(first).toMatchObject(none);
    expect(first.countryHelpLine).toContain('116 123');

    const workspace = (await call('get', '/api/workspace')).body as object;
    await call('put', '/api/workspace', { ...workspace, country: 'FR', otherLanguages: 'answer' }).expect(200);
    const topics = {
      disabled: ['press'],
      own: [{ name: 'Recall', words: ['model 12'], enabled: true }],
      helpLine: 'Call us.',
    };
    const saved = topicSettingsView.parse((await call('put', '/api/topics', topics).expect(200)).body);
    expect(saved).toMatchObject(topics);
    expect(saved.countryHelpLine).toContain('3114');
    expect((await call('get', '/api/topics')).body).toEqual(saved);
    const wrong = await call('put', '/api/topics', { ...topics, disabled: ['weather'] });
    expect(wrong.status).toBe(400);
    await call('put', '/api/topics', topics).expect(200); // nothing changes
    expect((await log('?action=topics.changed')).entries).toMatchObject([{ data: { before: none, after: topics } }]);
  });

  it('has its log by pages and by action', async () => {
    const { call, log } = await newShop();
    for (let index = 0; index < 51; index++) {
      await call('put', '/api/checklist', { dismissed: index % 2 === 0 }).expect(200);
    }
    await call('put', '/api/training/schedule', { cron: '0 3 * * *', timeZone: 'UTC', enabled: true }).expect(200);
    const first = await log();
    expect([first.entries.length, first.more]).toEqual([50, true]);
    const second = await log(`?before=${first.entries.at(-1)!.id}`);
    expect([second.entries.length, second.more]).toEqual([2, false]);
    const ids = [...first.entries, ...second.entries].map(({ id }) => id);
    expect(new Set(ids).size).toBe(52);
    const schedules = await log('?action=training_schedule.changed');
    expect(schedules.entries).toMatchObject([{ data: { before: { cron: null }, after: { cron: '0 3 * * *' } } }]);
  });

  it('has a list of what is missing, which gets shorter', async () => {
    const { call, inbox, workspaceId, intentId, ...shop } = await newShop();
    const missing = async () => {
      const view = checklist.parse((await call('get', '/api/checklist').expect(200)).body);
      return { ...view, missing: view.steps.filter(({ done }) => !done).map(({ step }) => step) };
    };
    expect(await missing()).toMatchObject({
      missing: ['tickets', 'answers', 'train', 'try', 'embed', 'people'],
      ...{ nExamples: 0, nIntents: 1, nAutomated: 0, hasModel: false, runId: null, seenAt: null, nPeople: 1 },
    });
    const example = { id: uuidv7(), workspaceId, text: 'Where is it?', intentId, source: 'import' as const };
    await db.trainingExample.create({ data: example });
    const draft = { id: uuidv7(), workspaceId, intentId, locale: 'en', version: 1, text: 'Soon' };
    await db.answer.create({ data: { ...draft, approvedAt: null } });
    expect((await missing()).missing).toEqual(['answers', 'train', 'try', 'embed', 'people']);
    await db.answer.updateMany({ where: { workspaceId }, data: { approvedAt: new Date() } });
    const version = { id: uuidv7(), workspaceId, version: 1, method: 'head' as const, checksum: 'x', nExamples: 1 };
    await db.modelVersion.create({ data: { ...version, stage: 'active' } });
    await look((await inbox()).key, site).expect(200);
    await shop.agent('Kim');
    expect(await missing()).toMatchObject({ missing: ['try'], nAutomated: 1, hasModel: true, nPeople: 2 });
    await db.workspace.update({ where: { id: workspaceId }, data: { triedAt: new Date() } });
    expect((await missing()).missing).toEqual([]);
    const closed = await call('put', '/api/checklist', { dismissed: true }).expect(200);
    expect(closed.body).toMatchObject({ dismissed: true });
  });
});
