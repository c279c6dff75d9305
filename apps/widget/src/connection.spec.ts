import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createConnection, type Connection } from './connection.js';
import { ScriptedGateway, type Fault } from './scripted-gateway.js';
import { openStorage, type KeyValue } from './storage.js';
import { createStore, type Store } from './store.js';

/** Node has no web storage, so this one lives in memory: kept from "page" to "page" of a test. */
const newStorage = () => openStorage(() => localStorage, 'baton:k:');

let gateway: ScriptedGateway;
let origin: string;
let pages: Connection[];

beforeEach(async () => {
  gateway = new ScriptedGateway();
  origin = await gateway.listen();
  pages = [];
});
afterEach(async () => {
  for (const page of pages) page.stop();
  await gateway.close();
});

function openPage(storage: KeyValue, identityToken = ''): { connection: Connection; store: Store } {
  const store = createStore(() => {});
  const request = { origin, inboxKey: 'k', locale: 'en', pageUrl: 'https://shop.example/', identityToken };
  const connection = createConnection({ ...request, storage, store });
  pages.push(connection);
  return { connection, store };
}

/** As a shop signs it; its header and signature are nothing to the widget. */
const tokenOf = (sub: string, n: number) => `header.${Buffer.from(JSON.stringify({ sub, n })).toString('base64url')}.s`;
const until = (condition: () => void) => vi.waitFor(condition, { timeout: 30_000, interval: 20 });
const sent = () => gateway.history.filter((m) => m.kind === 'inbound').map((m) => m.text);
const pending = (storage: KeyValue) => storage.keys().filter((key) => key.startsWith('out:'));

describe('connection', () => {
  it('loses, doubles and reorders nothing while connections are cut and events lost, doubled and refused', async () => {
    const script: (Fault | null)[] = ['cut after commit', 'event lost', 'cut before commit', null, 'event doubled'];
    gateway.faults = [...script, 'RATE_LIMITED', 'event lost', 'cut after commit', 'SERVICE_UNAVAILABLE', null];
    const storage = newStorage();
    const { connection, store } = openPage(storage);
    connection.start();
    const texts = Array.from({ length: 9 }, (_, i) => `message ${i}`);
    for (const text of texts) connection.send(text);
    await until(() => {
      expect(store.state.messages).toEqual(gateway.history);
      expect(store.state.outgoing).toEqual([]);
      expect(sent()).toEqual(texts);
    });
    expect(pending(storage)).toEqual([]);
  });

  it('delivers on the next page what an earlier page could not, in order and once', async () => {
    const storage = newStorage();
    const first = openPage(storage);
    for (const text of ['one', 'two', 'three']) first.connection.send(text);
    first.connection.stop();
    const { connection, store } = openPage(storage);
    connection.resume();
    await until(() => expect(store.state.messages).toHaveLength(6));
    expect(sent()).toEqual(['one', 'two', 'three']);

    const third = openPage(storage);
    third.connection.resume();
    await until(() => expect(third.store.state).toMatchObject({ synced: true, messages: gateway.history }));
    expect(gateway.sessions).toBe(1);
  });

  it('does not connect a page whose visitor never opened the chat', () => {
    const { connection, store } = openPage(newStorage());
    connection.resume();
    connection.wake();
    expect(store.state).toMatchObject({ link: 'connecting', inbox: null });
    expect(gateway.sessions).toBe(0);
  });

  it('starts a new session when the old one has ended, and sends there what was not acked', async () => {
    const { connection, store } = openPage(newStorage());
    connection.start();
    connection.send('in the first session');
    await until(() => expect(store.state.messages).toHaveLength(2));
    gateway.expireSessions();
    connection.send('in the second');
    await until(() =>
      expect(store.state.messages.map((m) => m.text)).toEqual(['in the second', 'reply to in the second']),
    );
    expect(gateway.sessions).toBe(2);
    expect(store.state.outgoing).toEqual([]);
  });

  it('shows the sentence of a refusal, goes on with what follows, and sends again when asked to', async () => {
    gateway.faults = ['TEXT_TOO_LONG'];
    const { connection, store } = openPage(newStorage());
    connection.start();
    connection.send('refused');
    connection.send('accepted');
    await until(() => expect(sent()).toEqual(['accepted']));
    const [refused] = store.state.outgoing;
    expect(refused).toMatchObject({ text: 'refused', status: 'failed', error: 'Sentence of TEXT_TOO_LONG.' });
    connection.retry(refused!.clientMessageId);
    await until(() => expect(store.state.messages).toHaveLength(4));
    expect(gateway.history[2]).toMatchObject({ text: 'refused', clientMessageId: refused!.clientMessageId });
  });

  it('reads what it missed when the gateway says that events were lost', async () => {
    const { connection, store } = openPage(newStorage());
    connection.start();
    connection.send('hello');
    await until(() => expect(store.state.messages).toHaveLength(2));
    gateway.answerUnheard('one moment');
    await until(() => expect(store.state.messages.at(-1)?.text).toBe('one moment'));
  });

  it('says why there is no chat when the inbox is unknown', async () => {
    gateway.inboxKnown = false;
    const { connection, store } = openPage(newStorage());
    connection.start();
    await until(() => expect(store.state.failure).toMatchObject({ code: 'INBOX_UNKNOWN' }));
  });

  it('gives a signed-in customer a session that only the same customer finds again', async () => {
    const storage = newStorage();
    gateway.genuine = [tokenOf('ada', 1), tokenOf('ada', 2), tokenOf('ben', 1)];
    const first = openPage(storage);
    first.connection.start();
    await until(() => expect(first.store.state.link).toBe('online'));
    first.connection.identify(tokenOf('ada', 1));
    await until(() => expect(gateway.identities).toEqual([null, tokenOf('ada', 1)]));
    await until(() => expect(first.store.state.link).toBe('online'));
    first.connection.stop();

    const again = openPage(storage, tokenOf('ada', 2));
    again.connection.resume();
    await until(() => expect(again.store.state.link).toBe('online'));
    expect(gateway.sessions).toBe(2);
    again.connection.stop();

    const stranger = openPage(storage);
    stranger.connection.resume();
    expect(stranger.store.state.inbox).toBeNull();
    const other = openPage(storage, tokenOf('ben', 1));
    other.connection.start();
    await until(() => expect(gateway.identities.at(-1)).toBe(tokenOf('ben', 1)));
  });

  it('goes on with a stranger when the gateway refuses the identity, and tells the shop why', async () => {
    const complaint = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { connection, store } = openPage(newStorage(), tokenOf('ada', 1));
    connection.start();
    await until(() => expect(store.state.link).toBe('online'));
    expect(gateway.identities).toEqual([tokenOf('ada', 1), null]);
    expect(complaint.mock.calls.flat().join()).toMatch(/signed out.*Expired\./);
    complaint.mockRestore();
  });
});
