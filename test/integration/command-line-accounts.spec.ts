import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, expect, it } from 'vitest';
import { createDatabase, type Database } from '#database';
import { startApp, type RunningApp } from '../support/app.js';
import { atEnd } from '../support/at-end.js';
import { connectAgent, json } from '../support/clients.js';
import { freshEnvironment, type TestEnvironment } from '../support/environment.js';

const run = promisify(execFile);
const lease = 3;

let environment: TestEnvironment;
let db: Database;
let gateway: RunningApp;

const cli = async (...args: string[]) => {
  const env = { ...process.env, ...environment, PUBLIC_URL: 'https://chat.shop.example' };
  return (await run(process.execPath, ['dist/apps/cli/src/main.js', ...args], { env })).stdout;
};
const made = (output: string) => JSON.parse(output) as { email: string; oneTimePassword: string };
const refused = (why: string) => ({ code: 1, stderr: expect.stringContaining(why) as string });
const login = (email: string, password: string) =>
  fetch(`${gateway.url}/api/auth/login`, json({ email, password })).then((response) => ({
    status: response.status,
    cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? '',
  }));
const log = async () => {
  const events = await db.auditEvent.findMany({ orderBy: { id: 'asc' } });
  return events.map(({ actorType, actorId, action }) => [actorType, actorId, action]);
};

beforeAll(async () => {
  environment = { ...(await freshEnvironment()), PRESENCE_LEASE_SECONDS: String(lease) };
  db = createDatabase(environment.DATABASE_URL, 1);
  atEnd(() => db.$disconnect());
  await cli('init', '--workspace', 'Shop', '--name', 'Olga', '--email', 'olga@shop.example');
  gateway = await startApp('gateway', environment);
});

it('a user is added, shut out with their sockets within a third of a lease, and let in again with another password', async () => {
  const kim = ['--name', 'Kim', '--email', 'Kim@Shop.example'];
  const { email, oneTimePassword } = made(await cli('user', 'add', ...kim, '--role', 'supervisor', '--json'));
  expect(email).toBe('kim@shop.example');
  expect((await login(email, oneTimePassword)).status).toBe(200);
  await expect(cli('user', 'add', ...kim)).rejects.toMatchObject(refused('has an account'));
  await expect(cli('user', 'add', '--name', 'Lu', '--email', 'lu', '--capacity', 'x')).rejects.toMatchObject(
    refused('Correct --email, --capacity.'),
  );

  const { cookie } = await login(email, oneTimePassword);
  const chosen = { currentPassword: oneTimePassword, newPassword: 'harbour velvet onion tractor' };
  await fetch(`${gateway.url}/api/account/password`, { ...json(chosen, { cookie }), method: 'PUT' });
  const socket = await connectAgent(gateway.url, cookie);
  const gone = new Promise((resolve) => socket.once('disconnect', resolve));
  await cli('user', 'disable', 'KIM@shop.example');
  await gone;
  expect((await login(email, chosen.newPassword)).status).toBe(401);
  expect(await cli('user', 'list')).toMatch(/^kim@shop\.example +supervisor +Kim +disabled\n/);

  await cli('user', 'enable', email);
  const again = made(await cli('user', 'reset', email, '--json'));
  expect((await login(email, chosen.newPassword)).status).toBe(401);
  expect((await login(email, again.oneTimePassword)).status).toBe(200);
  expect((await log()).filter(([, , action]) => action !== 'workspace.created')).toEqual([
    ['operator', null, 'user.added'],
    ['user', expect.any(String), 'user.password_changed'],
    ['operator', null, 'user.disabled'],
    ['operator', null, 'user.enabled'],
    ['operator', null, 'user.one_time_password_made'],
  ]);
});

it('owners are disabled too, but for the last one', async () => {
  await expect(cli('user', 'disable', 'olga@shop.example')).rejects.toMatchObject(refused('the only owner'));
  await cli('user', 'add', '--name', 'Ola', '--email', 'ola@shop.example', '--role', 'owner');
  await cli('user', 'disable', 'olga@shop.example');
  await expect(cli('user', 'enable', 'nobody@shop.example')).rejects.toMatchObject(refused('baton user list'));
});

it('an inbox is added, and its snippet printed', async () => {
  const flags = ['--name', 'Spanish shop', '--origin', 'https://es.shop.example', '--greeting', 'Hola'];
  const output = await cli('inbox', 'add', ...flags);
  const { key, ...inbox } = await db.inbox.findFirstOrThrow({ where: { name: 'Spanish shop' } });
  expect(inbox).toMatchObject({ allowedOrigins: ['https://es.shop.example'], greeting: 'Hola' });
  expect(output).toContain(`<script src="https://chat.shop.example/widget.js" data-inbox="${key}" async></script>`);
  expect(await cli('inbox', 'list')).toContain(key);
  expect((await log()).at(-1)).toEqual(['operator', null, 'inbox.created']);
  await expect(cli('inbox', 'add', '--name', 'X', '--origin', 'shop')).rejects.toMatchObject(refused('--origin'));
});

it('where there are two workspaces, one is named', async () => {
  await db.workspace.create({ data: { id: '00000000-0000-7000-8000-000000000000', name: 'Other', slug: 'other' } });
  await expect(cli('user', 'list')).rejects.toMatchObject(refused('--workspace; there are: '));
  expect(JSON.parse(await cli('user', 'list', '--workspace', 'other', '--json'))).toEqual({ people: [] });
});
