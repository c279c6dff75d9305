import { SMTPServer } from 'smtp-server';
import request from 'supertest';
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  errorBody,
  invited,
  passwordStrength,
  peopleList,
  personView,
  resetLink,
  sessionList,
  type UserRole,
} from '#contracts';
import { startApp, type RunningApp } from '../support/app.js';
import { atEnd } from '../support/at-end.js';
import { connectAgent, refusal, signIn } from '../support/clients.js';
import { startCore } from '../support/core.js';
import { freshEnvironment } from '../support/environment.js';
import { ownPort } from '../support/port.js';
import { waitFor } from '../support/wait-for.js';

const strong = 'harbour velvet onion tractor';
const mails: string[] = [];

let core: Awaited<ReturnType<typeof startCore>>;
let here: RunningApp;
let there: RunningApp;

beforeAll(async () => {
  const SMTP_URL = `smtp://127.0.0.1:${await startMailServer()}`;
  const mail = { SMTP_URL, SMTP_FROM: 'Baton <chat@shop.example>' };
  // Heartbeats come once in 200 s: what ends earlier was ended by news.
  const rare = { PRESENCE_LEASE_SECONDS: '600' };
  const environment = { ...(await freshEnvironment()), ...mail, ...rare, TRUSTED_PROXIES: '127.0.0.1' };
  [here, there, core] = await Promise.all([
    startApp('gateway', environment),
    startApp('gateway', { ...environment, SMTP_URL: `smtp://127.0.0.1:${await ownPort()}` }),
    startCore(environment),
    startApp('escalation', environment),
  ]);
});

/** Keeps what it is sent. */
async function startMailServer(): Promise<number> {
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _session, done) {
      let mail = '';
      stream.on('data', (chunk: Buffer) => (mail += chunk.toString()));
      stream.on('end', () => {
        mails.push(mail);
        done();
      });
    },
  });
  const port = await ownPort();
  server.listen(port, '127.0.0.1');
  atEnd(() => server.close());
  await waitFor(() => server.server.listening);
  return port;
}

const api = (gateway = here) => request(gateway.url);
const cookieOf = (response: request.Response) => response.get('Set-Cookie')![0]!.split(';')[0]!;
const codeOf = (response: request.Response) => [response.status, errorBody.parse(response.body).code];
const tokenOf = (link: string) => new URL(link).searchParams.get('token')!;

async function newShop() {
  const shop = await core.workspace();
  const owner = await shop.agent('Olive', 'owner');
  const cookie = await signIn(here.url, core.db, owner);
  const as = (role: UserRole, name: string = role) => shop.agent(name, role);
  return { ...shop, owner, cookie, as };
}

const invite = (cookie: string, body: object, gateway = here) =>
  api(gateway).post('/api/people/invitations').set({ cookie }).send(body);
const accept = (token: string, name = 'Kim', password = strong) =>
  api().post('/api/invitations/accept').send({ token, name, password });

describe('an invitation', () => {
  it('makes a user of whoever holds its link, once, and signs in', async () => {
    const { cookie, workspaceId } = await newShop();
    const email = `${uuidv7()}@shop.example`;
    const sent = invited.parse(
      (await invite(cookie, { email: email.toUpperCase(), role: 'supervisor' }).expect(201)).body,
    );
    expect(sent).toMatchObject({ mailed: true, invitation: { email, role: 'supervisor', capacity: 5 } });
    expect(sent.link).toMatch(/^http:\/\/localhost:\d+\/console\/invitation\?token=[\w-]{43}$/);
    expect(mails.find((mail) => mail.includes(`To: ${email}`))).toMatch(/invited to Shop/);

    const token = tokenOf(sent.link);
    const look = await api().post('/api/invitations/look').send({ token }).expect(200);
    expect(look.body).toEqual({ email, role: 'supervisor', workspaceName: 'Shop' });
    expect(codeOf(await accept(token, 'Kim', 'Password123!'))).toEqual([422, 'PASSWORD_WEAK']);
    expect(codeOf(await accept(token, 'Kim', 'short'))).toEqual([422, 'PASSWORD_WEAK']);
    const entered = await accept(token).expect(200);
    expect(entered.body).toMatchObject({ name: 'Kim', email, role: 'supervisor', capacity: 5 });
    await api().get('/api/auth/me').set('cookie', cookieOf(entered)).expect(200);
    await api().post('/api/auth/login').send({ email, password: strong }).expect(200);

    expect(codeOf(await accept(token))).toEqual([410, 'LINK_ENDED']);
    const list = peopleList.parse((await api().get('/api/people').set({ cookie }).expect(200)).body);
    expect(list.people.map(({ name }) => name)).toEqual(['Kim', 'Olive']);
    expect(list.invitations).toEqual([]);
    expect(codeOf(await invite(cookie, { email, role: 'agent' }))).toEqual([409, 'EMAIL_TAKEN']);
    const log = await core.db.auditEvent.findMany({ where: { workspaceId }, orderBy: { id: 'asc' } });
    expect(log.map(({ action }) => action)).toEqual(['user.invited', 'user.joined']);
  });

  it('is accepted once, however often it is tried at once', async () => {
    const { cookie } = await newShop();
    const { link } = invited.parse((await invite(cookie, { email: `${uuidv7()}@shop.example`, role: 'agent' })).body);
    const answers = await Promise.all(Array.from({ length: 5 }, () => accept(tokenOf(link))));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410, 410, 410]);
  });

  it('ends when it is withdrawn, sent again or out of date, and needs no mail server', async () => {
    const { cookie } = await newShop();
    const email = `${uuidv7()}@shop.example`;
    const first = invited.parse((await invite(cookie, { email, role: 'agent' }, there)).body);
    expect(first.mailed).toBe(false);
    const second = invited.parse((await invite(cookie, { email, role: 'admin', capacity: 2 })).body);
    expect(codeOf(await accept(tokenOf(first.link)))).toEqual([410, 'LINK_ENDED']);

    await core.db.invitation.update({ where: { id: second.invitation.id }, data: { expiresAt: new Date() } });
    expect(codeOf(await accept(tokenOf(second.link)))).toEqual([410, 'LINK_ENDED']);
    const third = invited.parse((await invite(cookie, { email, role: 'agent' })).body);
    await api().delete(`/api/people/invitations/${third.invitation.id}`).set({ cookie }).expect(204);
    expect(codeOf(await accept(tokenOf(third.link)))).toEqual([410, 'LINK_ENDED']);
  });

  it('cannot be guessed at: wrong links use up a budget', async () => {
    const from = { 'x-forwarded-for': '198.51.100.7' };
    const guess = () => api(there).post('/api/invitations/look').set(from).send({ token: uuidv7() });
    const answers = await Promise.all(Array.from({ length: 110 }, guess));
    const counts = [410, 429].map((status) => answers.filter((answer) => answer.status === status).length);
    expect(counts[0]! + counts[1]!).toBe(110);
    expect(counts[1]).toBeGreaterThanOrEqual(10);
  });
});

it('the strength of a password is judged for anybody, so often', async () => {
  const judge = (password: string, from = '198.51.100.8') =>
    api()
      .post('/api/password-strength')
      .set('x-forwarded-for', from)
      .send({ password, about: ['Ada'] });
  const weak = passwordStrength.parse((await judge('Password123!')).body);
  expect(weak.score).toBe(1);
  expect(weak.advice[0]).toBe('This is similar to a commonly used password.');
  expect((await judge(strong)).body).toEqual({ score: 4, advice: [] });
  const answers = await Promise.all(Array.from({ length: 130 }, () => judge('a')));
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(12);
  expect((await judge('a', '198.51.100.9')).status).toBe(200);
});

describe('somebody who is disabled', () => {
  it('is out at once, not at the next heartbeat, on every gateway, and what they had open waits for others', async () => {
    const { cookie, as, ...shop } = await newShop();
    const kim = await as('agent', 'Kim');
    const kims = await signIn(here.url, core.db, kim);
    const sockets = await Promise.all([connectAgent(here.url, kims), connectAgent(there.url, kims)]);
    const { conversationId } = await core.contactMessages.requestHuman(await shop.contact(), uuidv7());
    await core.handoff.takeOver(kim, conversationId);

    const gone = Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('disconnect', resolve))));
    const answer = await api().post(`/api/people/${kim.userId}/disable`).set({ cookie }).expect(200);
    expect(personView.parse(answer.body).disabledAt).not.toBeNull();
    expect(await gone).toEqual(['io server disconnect', 'io server disconnect']);

    await api(there).get('/api/auth/me').set('cookie', kims).expect(401);
    expect((await refusal(`${there.url}/agent`, { extraHeaders: { cookie: kims } })).code).toBe('NOT_AUTHENTICATED');
    expect(await core.presence.view(kim)).toMatchObject({ status: 'offline' });
    await waitFor(async () => {
      const { status } = await core.db.conversation.findUniqueOrThrow({ where: { id: conversationId } });
      return status === 'queued';
    });
    await api().post(`/api/people/${kim.userId}/enable`).set({ cookie }).expect(200);
    await signIn(here.url, core.db, kim);
  });
});

describe('a new password', () => {
  it('by one’s own hand ends every other session and its sockets', async () => {
    const { as } = await newShop();
    const kim = await as('agent', 'Kim');
    const [this_, other] = [await signIn(here.url, core.db, kim), await signIn(here.url, core.db, kim)];
    const [kept, ended] = [await connectAgent(there.url, this_), await connectAgent(there.url, other)];
    const gone = new Promise((resolve) => ended.once('disconnect', resolve));
    const change = (currentPassword: string, newPassword: string) =>
      api().put('/api/account/password').set('cookie', this_).send({ currentPassword, newPassword });
    expect(codeOf(await change('not it', strong))).toEqual([403, 'PASSWORD_WRONG']);
    expect(codeOf(await change('correct horse', 'Password123!'))).toEqual([422, 'PASSWORD_WEAK']);
    await change('correct horse', strong).expect(204);
    expect(await gone).toBe('io server disconnect');
    expect(kept.connected).toBe(true);
    const { sessions } = sessionList.parse((await api().get('/api/account/sessions').set('cookie', this_)).body);
    expect(sessions).toMatchObject([{ current: true }]);
    await api().get('/api/auth/me').set('cookie', other).expect(401);
  });

  it('is not to be had by guessing the present one', async () => {
    const { as } = await newShop();
    const cookie = await signIn(here.url, core.db, await as('agent'));
    const guess = () =>
      api().put('/api/account/password').set({ cookie }).send({ currentPassword: 'guess', newPassword: strong });
    const answers = await Promise.all(Array.from({ length: 15 }, guess));
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(5);
  });

  it('by a link ends all sessions, and the link', async () => {
    const { cookie, as, workspaceId } = await newShop();
    const kim = await as('agent', 'Kim');
    const kims = await signIn(here.url, core.db, kim);
    const make = async () =>
      resetLink.parse((await api().post(`/api/people/${kim.userId}/reset`).set({ cookie }).expect(200)).body).link;
    const [old, link] = [await make(), await make()];
    expect(link).toContain('/console/password-reset?token=');
    const reset = (token: string, password = strong) => api().post('/api/password-reset').send({ token, password });
    expect(codeOf(await reset(tokenOf(old)))).toEqual([410, 'LINK_ENDED']);
    expect(codeOf(await reset(tokenOf(link), 'Password123!'))).toEqual([422, 'PASSWORD_WEAK']);
    const entered = await reset(tokenOf(link)).expect(200);
    expect(entered.body).toMatchObject({ id: kim.userId });
    await api().get('/api/auth/me').set('cookie', cookieOf(entered)).expect(200);
    await api().get('/api/auth/me').set('cookie', kims).expect(401);
    expect(codeOf(await reset(tokenOf(link)))).toEqual([410, 'LINK_ENDED']);

    const late = await make();
    await api().post(`/api/people/${kim.userId}/disable`).set({ cookie }).expect(200);
    expect(codeOf(await reset(tokenOf(late)))).toEqual([410, 'LINK_ENDED']);
    const again = await api().post(`/api/people/${kim.userId}/reset`).set({ cookie });
    expect(codeOf(again)).toEqual([409, 'PERSON_DISABLED']);
    const stored = JSON.stringify([
      await core.db.auditEvent.findMany({ where: { workspaceId } }),
      await core.db.passwordReset.findMany({ where: { workspaceId } }),
    ]);
    expect(stored).toContain('user.reset_link_made');
    for (const secret of [old, link, late].map(tokenOf)) expect(stored).not.toContain(secret);
  });
});

describe('sessions', () => {
  it('are listed by browser, and end one by one', async () => {
    const { cookie, owner, as } = await newShop();
    const phone = await signIn(here.url, core.db, owner);
    const list = async () =>
      sessionList.parse((await api().get('/api/account/sessions').set({ cookie })).body).sessions;
    const sessions = await list();
    expect(sessions.map(({ current, userAgent }) => ({ current, userAgent }))).toEqual([
      { current: false, userAgent: 'node' },
      { current: true, userAgent: 'node' },
    ]);
    await api().delete(`/api/account/sessions/${sessions[0]!.id}`).set({ cookie }).expect(204);
    await api().get('/api/auth/me').set('cookie', phone).expect(401);
    expect(await list()).toHaveLength(1);
    await api().delete(`/api/account/sessions/${sessions[0]!.id}`).set({ cookie }).expect(404);
    const admin = await signIn(here.url, core.db, await as('admin'));
    await api().delete(`/api/account/sessions/${sessions[1]!.id}`).set('cookie', admin).expect(404);
    await api().get('/api/auth/me').set({ cookie }).expect(200);
  });
});

describe('a change of somebody', () => {
  it('shows at once wherever they are signed in', async () => {
    const { cookie, as } = await newShop();
    const kim = await as('agent', 'Kim');
    const socket = await connectAgent(there.url, await signIn(here.url, core.db, kim));
    const gone = new Promise((resolve) => socket.once('disconnect', resolve));
    const change = { name: 'Kim Lee', role: 'supervisor', capacity: 9 };
    const answer = await api().put(`/api/people/${kim.userId}`).set({ cookie }).send(change).expect(200);
    expect(answer.body).toMatchObject(change);
    expect(await gone).toBe('io server disconnect');
    const [event] = await core.db.auditEvent.findMany({ where: { subjectId: kim.userId } });
    expect(event).toMatchObject({
      action: 'user.changed',
      data: { before: { name: 'Kim', role: 'agent', capacity: 5 }, after: change },
    });
  });

  it('leaves an owner when two take each other’s role at the same moment', async () => {
    const { cookie, owner, as, workspaceId } = await newShop();
    const second = await as('owner', 'Opal');
    const seconds = await signIn(here.url, core.db, second);
    const demote = (by: string, { userId }: { userId: string }, gateway: RunningApp) =>
      api(gateway).put(`/api/people/${userId}`).set('cookie', by).send({ name: 'X', role: 'agent', capacity: 1 });
    const answers = await Promise.all([demote(cookie, second, here), demote(seconds, owner, there)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
    expect(await core.db.user.count({ where: { workspaceId, role: 'owner' } })).toBe(1);
  });

  it('is for owners where it is about owners, and never about one’s own role', async () => {
    const { cookie, owner, as } = await newShop();
    const admin = await signIn(here.url, core.db, await as('admin'));
    const path = `/api/people/${owner.userId}`;
    const demoted = { name: 'Olive', role: 'agent', capacity: 5 };
    for (const [by, code] of [
      [admin, 'OWNERS_ONLY'],
      [cookie, 'OWN_ACCOUNT'],
    ] as const) {
      expect(codeOf(await api().put(path).set('cookie', by).send(demoted))[1]).toBe(code);
      expect(codeOf(await api().post(`${path}/disable`).set('cookie', by))[1]).toBe(code);
      expect(codeOf(await api().post(`${path}/reset`).set('cookie', by))[1]).toBe(code);
    }
    expect(codeOf(await invite(admin, { email: 'new@shop.example', role: 'owner' }))).toEqual([403, 'OWNERS_ONLY']);
  });
});
