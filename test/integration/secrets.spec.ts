import { createSecretKey } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Redis } from 'ioredis';
import { SignJWT } from 'jose';
import request from 'supertest';
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, it } from 'vitest';
import { issueSetUpToken } from '#administration';
import { createdIdentityKey, inboxList, invited, resetLink, type ActionSettings, type CreateOwner } from '#contracts';
import { createDatabase, dump, type Database } from '#database';
import { startApp, type RunningApp } from '../support/app.js';
import { atEnd } from '../support/at-end.js';
import { connectVisitor } from '../support/clients.js';
import { freshEnvironment } from '../support/environment.js';
import { startRedis } from '../support/own-server.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { tinyBase } from '../support/tiny-base.js';
import { Uploader } from '../support/upload.js';
import { waitFor } from '../support/wait-for.js';

const owner = {
  ...{ name: 'Olga', email: 'olga@shop.example', workspaceName: 'Shop', locale: 'en', timeZone: 'UTC' },
  password: 'violet-harbour-kettle-73',
} satisfies Omit<CreateOwner, 'token'>;
const kim = { email: 'kim@shop.example', password: 'tractor-onion-velvet-41' };
const message = 'Where is the blue lamp I ordered?';
const customersAddress = 'jo.the.customer@mail.example';

/** By what it is. */
const secrets: Record<string, string> = {
  'the password of set-up': owner.password,
  'a wrong password': 'somebody-mistyped-this-19',
  'a changed password': 'saddle-copper-window-58',
  'a password by invitation': kim.password,
  'a password by reset': 'lantern-gravel-orchard-26',
  'the secret of an action': 'Bearer of-the-shop-8842',
};

let db: Database;
let apps: RunningApp[];
let gateway: RunningApp;
/** Everything that Redis was told, on any connection: keys and values that are gone again, and news, too. */
let redis = '';
/** Every table as text. */
let database: string;

beforeAll(async () => {
  const server = await startRedis();
  const environment = {
    ...{ ...(await freshEnvironment()), REDIS_URL: server.url, LOG_LEVEL: 'trace' },
    BATON_BASE_MODEL: tinyBase([message]),
  };
  const connection = new Redis(server.url);
  const monitor = await connection.monitor();
  monitor.on('monitor', (_time: string, words: string[]) => (redis += `${words.join(' ')}\n`));
  atEnd(() => [connection, monitor].forEach((one) => one.disconnect()));
  db = createDatabase(environment.DATABASE_URL, 2);
  atEnd(() => db.$disconnect());
  apps = await Promise.all(
    (['gateway', 'inference-worker', 'escalation', 'trainer'] as const).map((name) => startApp(name, environment)),
  );
  gateway = apps[0]!;

  const cookie = await people();
  const { key: inboxKey } = inboxList.parse((await call('get', '/inboxes', cookie)).body).inboxes[0]!;
  await action(cookie);
  const identityToken = await identity(cookie, inboxKey);
  await conversation(inboxKey, identityToken);
  await ticketImport(cookie);
  await Promise.all(apps.map((app) => app.stop())); // then nothing is written any more
  database = await everyTable(environment.DATABASE_URL);
});

async function call(method: 'get' | 'post' | 'put', path: string, cookie = '', body?: object, status = 200) {
  const answer = await request(gateway.url)[method](`/api${path}`).set({ cookie }).send(body);
  expect([path, answer.status]).toEqual([path, status]);
  return answer;
}

/** The session that an answer opens, as a cookie. */
function sessionOf(answer: request.Response, what: string): string {
  const cookie = answer.get('Set-Cookie')![0]!.split(';')[0]!;
  secrets[what] = cookie.split('=')[1]!;
  return cookie;
}

function tokenOf(link: string, what: string): string {
  return (secrets[what] = new URL(link).searchParams.get('token')!);
}

/** Set-up, sign-in, passwords, invitation and reset; the owner's session. */
async function people(): Promise<string> {
  const token = (secrets['the token of set-up'] = (await issueSetUpToken(db))!);
  sessionOf(await call('post', '/set-up', '', { ...owner, token }), 'the session of set-up');
  const { email, password } = owner;
  await call('post', '/auth/login', '', { email, password: secrets['a wrong password'] }, 401);
  const cookie = sessionOf(await call('post', '/auth/login', '', { email, password }), 'the session of a sign-in');
  const change = { currentPassword: password, newPassword: secrets['a changed password'] };
  await call('put', '/account/password', cookie, change, 204);

  const invitation = { email: kim.email, role: 'agent' };
  const { link } = invited.parse((await call('post', '/people/invitations', cookie, invitation, 201)).body);
  const accept = { token: tokenOf(link, 'the token of an invitation'), name: 'Kim', password: kim.password };
  const joined = await call('post', '/invitations/accept', '', accept);
  sessionOf(joined, 'the session of an invitation');
  const { id } = joined.body as { id: string };
  const reset = resetLink.parse((await call('post', `/people/${id}/reset`, cookie)).body);
  const chosen = { token: tokenOf(reset.link, 'the token of a reset'), password: secrets['a password by reset'] };
  sessionOf(await call('post', '/password-reset', '', chosen), 'the session of a reset');
  return cookie;
}

/** Saved, and tried against a shop that sends its secret back. */
async function action(cookie: string): Promise<void> {
  const shop = createServer(({ headers }, response) => response.end(JSON.stringify({ sent: headers.authorization })));
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve));
  atEnd(() => void shop.close());
  const settings: ActionSettings = {
    ...{ name: 'order', title: 'Order', method: 'GET', body: '', identity: 'public', timeoutMs: 2000 },
    ...{ headerName: 'Authorization', headerSecret: secrets['the secret of an action'] },
    ...{ slots: [], outputs: [{ name: 'sent', path: 'sent' }], confirmedBy: [] },
    url: `http://127.0.0.1:${(shop.address() as AddressInfo).port}/`,
  };
  const { id } = (await call('post', '/actions', cookie, settings, 201)).body as { id: string };
  const saved = { ...settings, headerSecret: undefined };
  const tried = await call('post', '/actions/test', cookie, { id, settings: saved, slots: {} });
  expect(tried.body).toMatchObject({ response: { status: 200 } });
}

/** A customer's token, signed with a new key. */
async function identity(cookie: string, inboxKey: string): Promise<string> {
  const made = await call('post', '/identity-keys', cookie, { algorithm: 'HS256' }, 201);
  const { key, secret } = createdIdentityKey.parse(made.body);
  secrets['the secret of an identity key'] = secret!;
  const token = await new SignJWT({ sub: 'c-1' })
    .setProtectedHeader({ alg: 'HS256', kid: key.kid })
    .setAudience(inboxKey)
    .setExpirationTime('10m')
    .sign(createSecretKey(Buffer.from(secret!)));
  return (secrets['a customer’s token'] = token);
}

async function conversation(inboxKey: string, identityToken: string): Promise<void> {
  const { token } = (await call('post', '/visitor/sessions', '', { inboxKey, identityToken }, 201)).body as {
    token: string;
  };
  secrets['the session of a visitor'] = token;
  const socket = await connectVisitor(gateway.url, token);
  expect(await socket.emitWithAck('message:send', { clientMessageId: uuidv7(), text: message })).toMatchObject({
    ok: true,
  });
  await waitFor(async () => (await db.queueEntry.count()) === 1); // the worker has no model, and says so
}

async function ticketImport(cookie: string): Promise<void> {
  const importer = new Uploader(gateway.url, cookie);
  const row = `Lamp,Write to ${customersAddress} please,Contact,Sent to ${customersAddress}\n`;
  const file = `Subject,Description,Category,Reply\n${row}`;
  const { id } = (await importer.upload('tickets.csv', file)).import;
  const reached = (status: string) => waitFor(async () => (await importer.find(id)).status === status);
  const mapping = { text: ['Subject', 'Description'], intent: 'Category', reply: 'Reply' };
  await importer.call('POST', `/${id}/read`, mapping);
  await reached('read');
  const categories = [{ name: 'Contact', intent: 'Contact', outOfScope: false }];
  await importer.call('POST', `/${id}/add`, { categories });
  await reached('added');
}

async function everyTable(url: string): Promise<string> {
  const folder = join(temporaryFolder(), 'tables');
  mkdirSync(folder);
  await dump(url, folder);
  const tables = readdirSync(folder).filter((file) => file.endsWith('.gz'));
  return tables.map((file) => gunzipSync(readFileSync(join(folder, file))).toString()).join('\n');
}

const places: [string, () => string][] = [
  ['a log', () => apps.map((app) => app.output()).join('\n')],
  ['Redis', () => redis],
  ['the database', () => database],
];
/** Columns of bytes are dumped as hexadecimal digits. */
const stands = (text: string, secret: string) =>
  text.includes(secret) || text.includes(Buffer.from(secret).toString('hex'));

describe('a whole day', () => {
  it('leaves what is no secret where it is looked for', async () => {
    const { conversationId } = await db.queueEntry.findFirstOrThrow();
    const added = await db.trainingExample.findFirstOrThrow();
    for (const text of [owner.email, kim.email, message, added.reply!]) expect(stands(database, text), text).toBe(true);
    expect(added).toMatchObject({ text: 'Lamp\nWrite to email please', reply: 'Sent to email' });
    expect(redis).toContain(conversationId);
    for (const app of apps) expect(app.output()).toContain('"level":');
    for (const path of ['set-up', 'auth/login', 'password-reset', 'actions/test', 'ticket-imports']) {
      expect(gateway.output()).toContain(`/api/${path}`);
    }
  });

  it.each(places)('leaves no secret in %s', (_place, text) => {
    expect(Object.keys(secrets).filter((what) => stands(text(), secrets[what]!))).toEqual([]);
  });

  it.each(places)('leaves no customer’s address in %s', (_place, text) => {
    expect(stands(text(), customersAddress)).toBe(false);
  });

  it('leaves no words of a conversation in a log', () => {
    for (const app of apps) expect(app.output()).not.toContain(message);
  });
});
