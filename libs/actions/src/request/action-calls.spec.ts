import { randomBytes } from 'node:crypto';
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Action } from '../action.js';
import { encryptSecret } from '../secrets.js';
import { ActionCalls } from './action-calls.js';
import { HttpClient } from './http-client.js';
import { tryAction } from './try-action.js';

const key = randomBytes(32);
const id = '019ac000-0000-7000-8000-000000000001';
const order = { number: '1042', email: 'Jo@Example.com', state: 'on its way' };
const secret = 'Bearer of-a-secret';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A shop's API on an address of its own; `calls` counts what reached it. */
async function shopApi(answer: RequestListener): Promise<{ url: string; calls: () => number }> {
  let calls = 0;
  const server = createServer((request, response) => {
    calls += 1;
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, calls: () => calls };
}

function callsFrom(allowed: string[]): ActionCalls {
  const calls = new ActionCalls(key, allowed);
  closing.push(() => calls.close());
  return calls;
}

const lookUp = (url: string, more: Partial<Action> = {}): Action => ({
  ...{ id, workspaceId: id, name: 'orderStatus', title: 'Order status', method: 'GET', url: `${url}/{{orderId}}` },
  ...{ body: '', headerName: 'Authorization', headerSecret: encryptSecret(key, id, secret), timeoutMs: 600 },
  slots: [],
  outputs: [{ name: 'state', path: 'state' }],
  identity: 'verified_contact',
  confirmedBy: [{ slot: 'email', path: 'email' }],
  ...more,
});
const given = { orderId: '1042', email: 'jo@example.com' };
const json = (response: ServerResponse, body: unknown) => response.end(JSON.stringify(body));

/** Writes chunks for as long as they are read. */
function pour(response: ServerResponse, chunk: string): void {
  const more = () => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', more);
  more();
}

describe('a call', () => {
  it('brings the values that the shop confirms; what is unknown, another’s or forbidden looks the same', async () => {
    const statuses: Record<string, number> = { '/1042': 200, '/1043': 403, '/1044': 400 };
    const shop = await shopApi((request, response) => {
      expect(request.headers.authorization).toBe(secret);
      response.statusCode = statuses[request.url!] ?? 404;
      json(response, order);
    });
    const calls = callsFrom(['127.0.0.0/8']);
    const ask = (slots: Record<string, string>) => calls.call(lookUp(shop.url), slots, null);
    expect(await ask(given)).toEqual({ outputs: { state: 'on its way' } });
    expect(await ask({ ...given, email: 'kim@example.com' })).toBe('not_confirmed');
    for (const orderId of ['1043', '1044', '9999', '9998', '9997', '9996', '9995']) {
      expect(await ask({ ...given, orderId })).toBe('not_confirmed'); // more than a breaker stands
    }
  });

  it('reaches nothing on private addresses: as a number, by a name, or behind a redirect', async () => {
    const inside = await shopApi((_, response) => json(response, order));
    const port = new URL(inside.url).port;
    const redirecting = await shopApi((_, response) => {
      response.writeHead(302, { location: `http://127.0.0.2:${port}/1042` });
      response.end();
    });
    const refused = 'private or local network';
    const nothing = callsFrom([]);
    for (const host of ['127.0.0.1', '2130706433', '0x7f.1', '[::1]', '[::ffff:127.0.0.1]', 'localhost']) {
      await expect(nothing.call(lookUp(`http://${host}:${port}`), given, null), host).rejects.toThrow(refused);
    }
    await expect(callsFrom(['127.0.0.1']).call(lookUp(redirecting.url), given, null)).rejects.toThrow(refused);
    expect(inside.calls()).toBe(0);
  });

  it('follows three redirects, and takes the secret to no other server', async () => {
    const seen: (string | undefined)[] = [];
    const other = await shopApi((request, response) => {
      seen.push(request.headers.authorization);
      json(response, order);
    });
    const shop = await shopApi((request, response) => {
      seen.push(request.headers.authorization);
      const hops = Number(request.url!.slice(1));
      response.writeHead(302, { location: hops > 1 ? `/${hops - 1}` : `${other.url}/1042` });
      response.end('x');
    });
    const calls = callsFrom(['127.0.0.1']);
    expect(await calls.call(lookUp(shop.url), { ...given, orderId: '3' }, null)).toHaveProperty('outputs');
    expect(seen).toEqual([secret, secret, secret, undefined]);
    await expect(calls.call(lookUp(shop.url), { ...given, orderId: '4' }, null)).rejects.toThrow('redirects more than');
  });

  it.each<[string, RequestListener, RegExp]>([
    ['never answers', () => undefined, /timeout/],
    [
      'drips byte by byte',
      (_, response) => {
        const drip = setInterval(() => response.write(' '), 50);
        response.on('close', () => clearInterval(drip));
      },
      /timeout/,
    ],
    ['redirects drop by drop', (request, response) => void setTimeout(() => response.writeHead(302, { location: request.url }).end(), 250), /timeout/], // prettier-ignore
    ['answers without end', (_, response) => pour(response, ' '.repeat(65_536)), /256 KB/],
    ['answers 257 KB', (_, response) => void response.end(' '.repeat(257 * 1024)), /256 KB/],
    [
      'answers little that unpacks to much',
      (_, response) => {
        response.setHeader('content-encoding', 'gzip');
        response.end(gzipSync(Buffer.alloc(64_000_000)));
      },
      /256 KB/,
    ],
    ['answers half a JSON', (_, response) => void response.end('{"number": "10'), /not JSON/],
    ['fails', (_, response) => void response.writeHead(500).end('{}'), /status/],
    ['refuses the secret', (_, response) => void response.writeHead(401).end('{}'), /status/],
    ['hangs up', (request) => void request.socket.destroy(), /No connection/],
    ['redirects nowhere', (_, response) => void response.writeHead(302, { location: 'file:///etc/passwd' }).end(), /redirects/], // prettier-ignore
  ])('fails when the server %s', async (_, answer, why) => {
    const shop = await shopApi(answer);
    await expect(callsFrom(['127.0.0.1']).call(lookUp(shop.url), given, null)).rejects.toThrow(why);
  });

  it('takes 256 KB, and fails by itself where its secret is of another installation', async () => {
    const shop = await shopApi((_, response) => json(response, { ...order, more: 'x'.repeat(261_000) }));
    const calls = callsFrom(['127.0.0.1']);
    expect(await calls.call(lookUp(shop.url), given, null)).toHaveProperty('outputs');
    const foreign = { headerSecret: encryptSecret(randomBytes(32), id, secret) };
    await expect(calls.call(lookUp(shop.url, foreign), given, null)).rejects.toThrow('cannot be decrypted');
  });
});

it('slow calls take the places of their own shop alone, and those beyond fail at once', async () => {
  const slow = await shopApi(() => undefined);
  const other = await shopApi((_, response) => json(response, order));
  const calls = callsFrom(['127.0.0.1']);
  const late = Array.from({ length: 20 }, () =>
    calls.call(lookUp(slow.url), given, null).catch((error: Error) => error.message),
  );
  await vi.waitUntil(() => slow.calls() === 8);
  expect(await Promise.race(late)).toMatch('Too many calls');
  expect(await calls.call(lookUp(other.url), given, null)).toHaveProperty('outputs');
  expect(slow.calls()).toBe(8);
  await Promise.all(late);
});

it('a server that fails in a row is left alone, and asked again when it has recovered', async () => {
  let broken = true;
  const shop = await shopApi((_, response) => {
    if (broken) response.statusCode = 503;
    json(response, order);
  });
  const calls = callsFrom(['127.0.0.1']);
  const ask = () => calls.call(lookUp(shop.url), given, null);
  for (let i = 0; i < 5; i++) await expect(ask()).rejects.toThrow('status');
  await expect(ask()).rejects.toThrow('left alone');
  expect(shop.calls()).toBe(5);
  broken = false;
  expect(await vi.waitFor(ask, { timeout: 30_000, interval: 200 })).toHaveProperty('outputs');
});

it('tried out, it says what was sent and answered, and shows the secret nowhere', async () => {
  const shop = await shopApi((request, response) =>
    json(response, { ...order, state: `you sent ${request.headers.authorization}` }),
  );
  const http = new HttpClient(['127.0.0.1']);
  closing.push(() => http.close());
  const header = { name: 'Authorization', value: secret };
  const tried = await tryAction(http, lookUp(shop.url), given, header);
  expect(tried).toMatchObject({
    request: { method: 'GET', url: `${shop.url}/1042`, body: null },
    response: { status: 200 },
    outputs: { state: 'you sent ••••' },
    confirmed: true,
    problem: null,
  });
  expect(JSON.stringify(tried)).not.toContain('of-a-secret');
  const failed = await tryAction(http, lookUp('http://10.0.0.1'), given, header);
  expect(failed).toMatchObject({ response: null, outputs: { state: null }, confirmed: null });
  expect(failed.problem).toContain('ACTION_ALLOWED_NETWORKS');
});
