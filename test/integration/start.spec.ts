import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { requireFree } from '#local-services';
import { atEnd } from '../support/at-end.js';
import { freePorts, npmStart } from '../support/baton.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { waitFor } from '../support/wait-for.js';

test('npm start runs everything, outlives a killed PostgreSQL, refuses a double, and finds its data again', async () => {
  const folder = temporaryFolder();
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  const ports = await freePorts();
  const env = { ...ports, BATON_DATA_DIR: folder, BATON_BACKGROUND_TRAINING: 'false' };
  const gateway = `http://localhost:${ports.PORT}`;
  const postmaster = join(folder, 'postgres/cluster/postmaster.pid');
  const pid = () => Number.parseInt(readFileSync(postmaster, 'utf8'), 10);
  const gatewayReady = async () => (await fetch(`${gateway}/health/ready`)).ok;
  const logIn = (email: string) =>
    fetch(`${gateway}/api/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: gateway },
      body: JSON.stringify({ email, password: 'fernhill-demo' }),
    });

  const first = npmStart(env);
  await first.ready();
  expect(first.output()).toContain(`Shop      http://localhost:${ports.DEMO_SHOP_PORT}`);
  expect((await logIn('alex@fernhill.example')).ok).toBe(true);

  const double = npmStart({ ...env, ...(await freePorts()) });
  expect(await double.ended).toBe(1);
  expect(double.output()).toMatch(/Baton already runs on .* stop it there with Ctrl-C/);

  const other = npmStart({ ...env, BATON_DATA_DIR: join(folder, 'other') });
  expect(await other.ended).toBe(1);
  expect(other.output()).toMatch(/Port \d+ is taken by another program: stop that program, or set \w+ to a free port/);

  const killed = pid();
  process.kill(killed, 'SIGKILL');
  await waitFor(async () => pid() !== killed && (await gatewayReady()));
  expect((await logIn('sam@fernhill.example')).ok).toBe(true);
  expect(first.output()).toContain('postgres ended (SIGKILL); starting it again');

  await first.interrupt();
  expect(first.output()).toMatch(/Stopping …\nStopped\.\n$/);
  expect(existsSync(postmaster)).toBe(false);
  await requireFree(Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, Number(port)])));

  // A pid file of a power cut, whose pid is another program's by now.
  writeFileSync(postmaster, `${process.pid}\n${folder}\n`);
  const second = npmStart(env);
  await second.ready();
  expect(second.output()).not.toContain('Created the tables');
  await waitFor(gatewayReady);
  await second.interrupt();
  expect(second.output()).toContain('Stopped.');
}, 400_000);
