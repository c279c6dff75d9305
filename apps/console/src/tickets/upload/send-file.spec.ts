import { afterEach, expect, it, vi } from 'vitest';
import type { TicketImportView } from '#contracts';
import { sendFile } from './send-file.js';

const id = '0199a2c4-0000-7000-8000-000000000001';
const view: TicketImportView = {
  id,
  fileName: 'tickets.csv',
  bytes: 1,
  status: 'uploading',
  progress: 0,
  source: null,
  mapping: null,
  report: null,
  error: null,
  createdAt: '2026-11-26T05:00:00.000Z',
};
const json = (body: unknown) => new Response(JSON.stringify(body));

/** Keeps what arrives in order, as the server does; `cut` says which requests are lost, and whether before or after they arrived. */
function scriptedServer(cut: Map<number, 'before' | 'after'>) {
  const kept: Uint8Array<ArrayBuffer>[] = [];
  const received = () => kept.reduce((sum, part) => sum + part.length, 0);
  let n = 0;
  const answer = async (path: string, body: BodyInit | null | undefined): Promise<Response> => {
    if (path.endsWith('/uploaded'))
      return json({ import: view, columns: [], rows: [], suggested: null, warning: null });
    if (path === '/api/ticket-imports') return json({ import: view, received: received() });
    const offset = Number(new URL(path, 'http://baton.test').searchParams.get('offset'));
    if (offset !== received()) return new Response('{}', { status: 500 });
    kept.push(new Uint8Array(await (body as Blob).arrayBuffer()));
    return json({ received: received() });
  };
  vi.stubGlobal('fetch', async (path: string, { body }: RequestInit) => {
    const lost = cut.get(n++);
    if (lost === 'before') throw new TypeError('Failed to fetch');
    const response = await answer(path, body);
    if (lost === 'after') throw new TypeError('Failed to fetch');
    return response;
  });
  return { content: () => new Blob(kept).text() };
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const text = 'Where is my order? '.repeat(900_000); // three parts
const file = new File([text], 'tickets.csv');
const realTimeout = setTimeout;
/** Retries wait; here their waits are skipped. */
const send = async (signal = new AbortController().signal) => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const sent: number[] = [];
  let settled: string | undefined;
  sendFile(file, 'a'.repeat(64), (n) => sent.push(n), signal).then(
    () => (settled = 'sent'),
    (error: Error) => (settled = error.name),
  );
  while (!settled) {
    await new Promise((resolve) => realTimeout(resolve));
    vi.runOnlyPendingTimers();
  }
  return { settled, sent };
};

it.each<[string, Map<number, 'before' | 'after'>]>([
  ['nothing', new Map()],
  ['a part', new Map([[2, 'before']])],
  ['the answer to a part', new Map([[1, 'after']])],
  [
    'the first request and the answer to the last part',
    new Map([
      [0, 'before'],
      [4, 'after'],
    ]),
  ],
])('is whole on the server when the network loses %s', async (_, cut) => {
  const server = scriptedServer(cut);
  const { settled, sent } = await send();
  expect(settled).toBe('sent');
  expect((await server.content()) === text).toBe(true);
  expect(sent.at(-1)).toBe(file.size);
});

it('gives up when nothing gets through any more', async () => {
  scriptedServer(new Map(Array.from({ length: 50 }, (_, n) => [n, 'before'])));
  expect((await send()).settled).toBe('BatonError');
});

it('stops between two parts', async () => {
  const server = scriptedServer(new Map());
  expect((await send(AbortSignal.abort())).settled).toBe('AbortError');
  expect(await server.content()).toBe('');
});
