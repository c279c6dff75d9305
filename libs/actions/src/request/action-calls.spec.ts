import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ShopOrder } from '#contracts';
import { findOrder } from './order-api.js';

const order: ShopOrder = {
  number: '1042',
  status: 'in_transit',
  statusText: 'on its way',
  placedAt: '2026-01-01T10:00:00Z',
  items: [],
  deliveryPence: 0,
  totalPence: 4200,
  carrier: null,
  trackingNumber: null,
  estimatedDelivery: null,
};

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

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

const known = (response: ServerResponse) => response.end(JSON.stringify(order));

/** Writes chunks for as long as they are read. */
function pour(response: ServerResponse, chunk: string): void {
  const more = () => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', more);
  more();
}

describe('an order', () => {
  it('is found by its number; an unknown one is no failure', async () => {
    const shop = await shopApi((request, response) => {
      if (request.url === '/1042') return known(response);
      response.statusCode = 404;
      response.end('{}');
    });
    expect(await findOrder(shop.url, '1042')).toEqual(order);
    for (let i = 0; i < 7; i++) expect(await findOrder(shop.url, '9999')).toBeNull();
    expect(await findOrder(shop.url, '../1042')).toBeNull();
  });

  it.each<[string, RequestListener, RegExp]>([
    ['never answers', () => undefined, /late/],
    [
      'drips byte by byte',
      (_, response) => {
        const drip = setInterval(() => response.write(' '), 50);
        response.on('close', () => clearInterval(drip));
      },
      /late/,
    ],
    ['answers without end', (_, response) => pour(response, ' '.repeat(65_536)), /more than 262144 bytes/],
    ['answers too much', (_, response) => void response.end(' '.repeat(300_000)), /more than 262144 bytes/],
    [
      'answers little that unpacks to much',
      (_, response) => {
        response.setHeader('content-encoding', 'gzip');
        response.end(gzipSync(Buffer.alloc(64_000_000)));
      },
      /more than 262144 bytes/,
    ],
    ['answers half a JSON', (_, response) => void response.end('{"number": "10'), /JSON/],
    ['answers another JSON', (_, response) => void response.end('[]'), /expected object/],
    ['hangs up', (request) => void request.socket.destroy(), /fetch failed/],
    [
      'redirects',
      (_, response) => {
        response.writeHead(302, { location: 'http://127.0.0.1:1/' });
        response.end();
      },
      /fetch failed/,
    ],
  ])('is refused when the API %s', async (_, answer, why) => {
    const shop = await shopApi(answer);
    await expect(findOrder(shop.url, '1042')).rejects.toThrow(why);
  });
});

it('slow calls take the slots of their own shop alone, and those beyond fail at once', async () => {
  const slow = await shopApi(() => undefined);
  const other = await shopApi((_, response) => known(response));
  const results = Array.from({ length: 20 }, () => findOrder(slow.url, '1042').catch((error: Error) => error.message));
  await vi.waitUntil(() => slow.calls() === 8);
  expect(await Promise.race(results)).toMatch(/Bulkhead/);
  expect(await findOrder(other.url, '1042')).toEqual(order);
  expect(slow.calls()).toBe(8);
  await Promise.all(results);
});

it('an API that fails in a row is left alone, and asked again when it has recovered', async () => {
  let broken = true;
  const shop = await shopApi((_, response) => {
    if (broken) response.statusCode = 503;
    known(response);
  });
  for (let i = 0; i < 5; i++) await expect(findOrder(shop.url, '1042')).rejects.toThrow('answered 503');
  await expect(findOrder(shop.url, '1042')).rejects.toThrow(/circuit/);
  expect(shop.calls()).toBe(5);
  broken = false;
  expect(await vi.waitFor(() => findOrder(shop.url, '1042'), { timeout: 30_000 })).toEqual(order);
});
