import { execFile } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, it } from 'vitest';
import { createDatabase, migrate } from '#database';
import { seed } from '../../prisma/seed.js';
import { atEnd } from '../support/at-end.js';
import { freePorts, npmStart, type Baton } from '../support/baton.js';
import { startApp } from '../support/app.js';
import { freshEnvironment } from '../support/environment.js';
import { startExternalServices, type ExternalServices } from '../support/external-services.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const run = promisify(execFile);
const operatorToken = 'an operator token of the test';
const owner = {
  name: 'Olga Ramirez',
  email: 'olga@shop.example',
  password: 'violet-harbour-kettle-73',
  workspaceName: 'Müller & Söhne',
  locale: 'de',
  timeZone: 'Europe/Berlin',
};

let services: ExternalServices;
let ports: Record<string, string>;
let baton: Baton;
let url: string;
let folder: string;

beforeAll(async () => {
  services = await startExternalServices();
  folder = temporaryFolder();
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  ports = await freePorts();
  url = `http://localhost:${ports.PORT}`;
  baton = npmStart(environment(), ['--no-demo']);
  await baton.ready();
}, 200_000);

const environment = () => ({
  ...services,
  ...ports,
  BATON_DATA_DIR: folder,
  OPERATOR_TOKEN: operatorToken,
});
const cli = async (...args: string[]) =>
  run(process.execPath, ['dist/apps/cli/src/main.js', ...args], { env: { ...process.env, ...environment() } });
const post = (path: string, body: object) =>
  fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify(body),
  });
const token = () => /\/console\/setup\?token=(\S+)/.exec(baton.output())![1]!;

it('a production start without a model is ready, and prints where to set it up', async () => {
  expect(baton.output()).toContain(`Set up    ${url}/console/setup?token=`);
  expect(baton.output()).not.toContain('fernhill');
  expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  const worker = await fetch(`http://127.0.0.1:${ports.INFERENCE_WORKER_PORT}/health/ready`);
  expect(await worker.json()).toMatchObject({ status: 'ok', degraded: ['model'] });
});

it.each(['/metrics', '/api/docs', '/api/docs-json'])('%s opens to the operator alone', async (path) => {
  const get = (authorization?: string) =>
    fetch(`${url}${path}`, authorization ? { headers: { authorization } } : {}).then(({ status }) => status);
  expect([await get(), await get('Bearer wrong'), await get(`Bearer ${operatorToken}`)]).toEqual([401, 401, 200]);
});

it('answers of the API are kept by nobody', async () => {
  expect((await fetch(`${url}/api/set-up`)).headers.get('cache-control')).toBe('no-store');
});

it('the set-up address makes one owner, once', async () => {
  expect(await (await fetch(`${url}/api/set-up`)).json()).toEqual({ open: true });
  expect(await (await post('/api/set-up', { ...owner, token: 'wrong' })).json()).toMatchObject({
    code: 'SET_UP_TOKEN_WRONG',
  });
  const both = await Promise.all(
    [1, 2].map((n) => post('/api/set-up', { ...owner, email: `${n}@a.example`, token: token() })),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  const made = both.find(({ ok }) => ok)!;
  expect(await made.json()).toMatchObject({ name: owner.name, role: 'owner', workspaceName: owner.workspaceName });
  const cookie = made.headers.getSetCookie()[0]!.split(';')[0]!;
  expect((await fetch(`${url}/api/auth/me`, { headers: { cookie } })).status).toBe(200);
  expect(await (await fetch(`${url}/api/set-up`)).json()).toEqual({ open: false });
  expect(await (await post('/api/set-up', { ...owner, token: token() })).json()).toMatchObject({
    code: 'SET_UP_CLOSED',
  });
  await expect(cli('init', '--workspace', 'X', '--name', 'X', '--email', 'x@x.example')).rejects.toMatchObject({
    stderr: expect.stringContaining('has an owner already') as string,
  });
  expect(readFileSync(join(folder, 'logs/baton.log'), 'utf8')).not.toContain(token());
});

it('a backup of the running installation fills an empty database, and no other', async () => {
  const backup = join(folder, 'backup');
  await cli('backup', '--out', backup);
  const { DATABASE_URL } = await freshEnvironment();
  const restore = () =>
    run(process.execPath, ['dist/apps/cli/src/main.js', 'restore', '--from', backup], {
      env: { ...process.env, ...environment(), DATABASE_URL },
    });
  await restore();
  const [before, after] = [createDatabase(services.DATABASE_URL, 1), createDatabase(DATABASE_URL, 1)];
  atEnd(async () => void (await Promise.all([before.$disconnect(), after.$disconnect()])));
  expect(await after.user.findMany()).toEqual(await before.user.findMany());
  expect(await after.workspace.findMany()).toEqual(await before.workspace.findMany());
  expect(await migrate(DATABASE_URL)).toEqual([]);
  await expect(restore()).rejects.toMatchObject({ stderr: expect.stringContaining('holds a workspace') as string });
});

it('a database that the public demo password opens is refused', async () => {
  const demo = await freshEnvironment();
  await seed(demo.DATABASE_URL);
  const other = npmStart({ ...environment(), ...demo, ...(await freePorts()), NODE_ENV: 'production' });
  expect(await other.ended).toBe(1);
  expect(other.output()).toMatch(/demo's public password opens .*alex@fernhill\.example.*BATON_DATA_DIR/s);
});

it('init gives a one-time password, which opens nothing but the choice of another', async () => {
  const empty = await freshEnvironment();
  const env = { ...process.env, ...environment(), ...empty };
  const flags = ['init', '--workspace', 'Shop', '--name', 'Olga', '--email', 'olga@shop.example', '--json'];
  const { stdout } = await run(process.execPath, ['dist/apps/cli/src/main.js', ...flags], { env });
  const { oneTimePassword } = JSON.parse(stdout) as { oneTimePassword: string };
  const gateway = await startApp('gateway', empty);
  const login = await fetch(`${gateway.url}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'olga@shop.example', password: oneTimePassword }),
  });
  expect(login.status).toBe(200);
  const cookie = login.headers.getSetCookie()[0]!.split(';')[0]!;
  const intents = await fetch(`${gateway.url}/api/intents`, { headers: { cookie } });
  expect(await intents.json()).toMatchObject({ code: 'PASSWORD_CHANGE_REQUIRED' });
});
