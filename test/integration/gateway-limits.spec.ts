import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, type Database } from '#database';
import { RateLimits } from '../../apps/gateway/src/rate-limits.js';
import { startApp } from '../support/app.js';
import { atEnd } from '../support/at-end.js';
import { connectVisitor, json, refusal, visitorToken, type UntypedSocket } from '../support/clients.js';
import { createWorkspace } from '../support/core.js';
import { freshEnvironment } from '../support/environment.js';
import { waitFor } from '../support/wait-for.js';

let db: Database;
let shop: Awaited<ReturnType<typeof createWorkspace>>;
/** Trusts no proxy. */
let url: string;
/** Trusts a proxy on this machine. */
let proxied: string;

beforeAll(async () => {
  const environment = await freshEnvironment();
  Object.assign(process.env, environment);
  db = createDatabase(environment.DATABASE_URL, 2);
  atEnd(() => db.$disconnect());
  [{ url }, { url: proxied }] = await Promise.all([
    startApp('gateway', environment),
    startApp('gateway', { ...environment, TRUSTED_PROXIES: '127.0.0.1' }),
  ]);
  shop = await createWorkspace(db);
});

describe('guessing a password', () => {
  /** 20 wrong ones, each said to come from another address; how many are refused unheard. */
  async function refused(gateway: string, address: (index: number) => string): Promise<number> {
    const email = `${uuidv7()}@shop.example`;
    const attempts = Array.from({ length: 20 }, (_, index) =>
      fetch(`${gateway}/api/auth/login`, json({ email, password: 'guess' }, { 'x-forwarded-for': address(index) })),
    );
    return (await Promise.all(attempts)).filter(({ status }) => status === 429).length;
  }

  it('gets no further by made-up addresses', async () => {
    expect(await refused(url, (index) => `198.51.100.${index}`)).toBe(10);
    expect(await refused(proxied, (index) => `198.51.100.${index}, 203.0.113.9`)).toBe(10);
  });

  it('gets no further by the many addresses of one IPv6 network', async () => {
    expect(await refused(proxied, (index) => `2001:db8:1:2::${index}`)).toBe(10);
  });

  it('of one does not count for others behind the same trusted proxy', async () => {
    expect(await refused(proxied, (index) => `2001:db8:1:${index}::1`)).toBe(0);
  });
});

describe('a connection', () => {
  it('that is refused three times ends', async () => {
    const visitor = (await connectVisitor(url, await visitorToken(url, shop.inboxId))) as unknown as UntypedSocket;
    const gone = new Promise((resolve) => visitor.once('disconnect', resolve));
    for (let attempt = 0; attempt < 3; attempt++) visitor.io.engine.write('0/agent,{"token":"guess"}');
    expect(await gone).toBe('transport close');
  });

  it('that sends event after event that does not exist ends', async () => {
    const visitor = (await connectVisitor(url, await visitorToken(url, shop.inboxId))) as unknown as UntypedSocket;
    const gone = new Promise((resolve) => visitor.once('disconnect', resolve));
    for (let index = 0; index < 21; index++) visitor.emit('nope', {});
    expect(await gone).toBe('io server disconnect');
  });

  it('is one of 50 at most that a token may have at a time', async () => {
    const token = await visitorToken(url, shop.inboxId);
    const sockets = await Promise.all(Array.from({ length: 50 }, () => connectVisitor(url, token)));
    expect((await refusal(`${url}/visitor`, { auth: { token } })).code).toBe('RATE_LIMITED');
    sockets[0]!.disconnect();
    await waitFor(() => connectVisitor(url, token));
  });
});

describe('a budget', () => {
  const gateway = () => {
    const limits = new RateLimits();
    atEnd(() => limits.onApplicationShutdown());
    return limits;
  };
  const limited = { code: 'RATE_LIMITED' };

  it('of messages is a contact’s own: 3,600 an hour', async () => {
    const limits = gateway();
    const keys = { contact: 'a', address: '203.0.113.9', workspace: 'shop' };
    for (let sent = 0; sent < 3600; sent++) await limits.spend('message', keys);
    await expect(limits.spend('message', keys)).rejects.toMatchObject(limited);
    await limits.spend('message', { ...keys, contact: 'b' });
  });

  it('of hand-offs is counted by all gateways together: 60 an hour', async () => {
    const [one, other] = [gateway(), gateway()];
    const keys = (contact = uuidv7()) => ({ contact, address: '203.0.113.9', workspace: 'shop' });
    /** Until its connection stands, each counts by itself. */
    await waitFor(async () => {
      const contact = uuidv7();
      for (let asked = 0; asked < 30; asked++)
        await Promise.all([one, other].map((limits) => limits.spend('handOff', keys(contact))));
      return one.spend('handOff', keys(contact)).then(
        () => false,
        (error: unknown) => (error as { code: string }).code === 'RATE_LIMITED',
      );
    });
  });
});
