import { expect, it } from 'vitest';
import { createDatabase } from '#database';
import { startApp } from '../support/app.js';
import { atEnd } from '../support/at-end.js';
import { json, signIn } from '../support/clients.js';
import { createWorkspace } from '../support/core.js';
import { freshEnvironment } from '../support/environment.js';
import { waitFor } from '../support/wait-for.js';

it('no session reaches the log: not when it is given out, not when it comes back', async () => {
  const env = await freshEnvironment();
  const db = createDatabase(env.DATABASE_URL, 1);
  atEnd(() => db.$disconnect());
  const gateway = await startApp('gateway', { ...env, LOG_LEVEL: 'debug' });
  const shop = await createWorkspace(db);
  const cookie = await signIn(gateway.url, db, await shop.agent('Ada'));
  const token = cookie.split('=')[1]!;
  const headers = { cookie, authorization: `Bearer ${token}` };
  expect((await fetch(`${gateway.url}/api/auth/me`, { headers })).status).toBe(200);
  await waitFor(() => gateway.output().includes('/api/auth/me'));
  expect(gateway.output()).toContain('/api/auth/login');
  expect(gateway.output()).not.toContain(token);
});

it('no link that works once reaches the log when its page is opened and its token is used', async () => {
  const gateway = await startApp('gateway', { ...(await freshEnvironment()), LOG_LEVEL: 'trace' });
  const token = 'aTokenOfALinkThatWorksOnce';
  await fetch(`${gateway.url}/console/invitation?token=${token}`);
  for (const path of ['invitations/look', 'invitations/accept', 'password-reset']) {
    const body = { token, name: 'Kim', password: `${token} as password` };
    expect((await fetch(`${gateway.url}/api/${path}`, json(body))).status).toBe(410);
  }
  await waitFor(() => gateway.output().includes('/api/password-reset'));
  expect(gateway.output()).toContain('/console/invitation');
  expect(gateway.output()).not.toContain(token);
});
