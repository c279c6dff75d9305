import type { Socket as TcpSocket } from 'node:net';
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ContactActor } from '#conversation';
import { startApp } from '../support/app.js';
import {
  connectAgent,
  connectVisitor,
  signIn,
  visitorToken,
  type UntypedSocket,
  type VisitorSocket,
} from '../support/clients.js';
import { startCore } from '../support/core.js';
import { freshEnvironment } from '../support/environment.js';
import { waitFor } from '../support/wait-for.js';

let url: string;
let core: Awaited<ReturnType<typeof startCore>>;
let shop: Awaited<ReturnType<typeof core.workspace>>;

beforeAll(async () => {
  const environment = await freshEnvironment();
  [{ url }, core] = await Promise.all([startApp('gateway', environment), startCore(environment)]);
  shop = await core.workspace();
});

const newVisitor = async () => connectVisitor(url, await visitorToken(url, shop.inboxId));
const send = (socket: VisitorSocket, text: string) =>
  socket.emitWithAck('message:send', { clientMessageId: uuidv7(), text });
const untyped = (socket: unknown) => socket as UntypedSocket;

describe('events of one socket', () => {
  it('are handled in their order: messages sent without waiting for their acks are stored as they were sent', async () => {
    const texts = Array.from({ length: 20 }, (_, index) => `message ${index}`);
    for (let round = 0; round < 5; round++) {
      const visitor = await newVisitor();
      const receipts = await Promise.all(texts.map((text) => send(visitor, text)));
      expect(receipts.map((ack) => ack.ok && ack.data.seq)).toEqual(texts.map((_text, index) => index + 1));
    }
  });

  it('of an agent too: what follows a take-over finds it done', async () => {
    const ack = await send(await newVisitor(), 'Hello?');
    const conversationId = ack.ok ? ack.data.conversationId : '';
    const agent = await connectAgent(url, await signIn(url, core.db, await shop.agent('Ada')));
    const done = await Promise.all([
      agent.emitWithAck('conversation:take-over', { conversationId, fromAgentId: null }),
      agent.emitWithAck('message:reply', { conversationId, clientMessageId: uuidv7(), text: 'Good morning.' }),
      agent.emitWithAck('sync', { conversationId, lastSeq: 0 }),
    ]);
    expect(done.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(done[2].ok && done[2].data.messages.at(-1)?.text).toBe('Good morning.');
  });

  it('whose sender is gone are stored all the same', async () => {
    const visitor = await newVisitor();
    const first = await send(visitor, 'first');
    const conversationId = first.ok ? first.data.conversationId : '';
    const acks = Array.from({ length: 10 }, () => send(visitor, 'and'));
    await acks[0]; // by then the gateway has all of them, and is at the second
    visitor.disconnect();
    await Promise.allSettled(acks);
    await waitFor(async () => (await core.db.message.count({ where: { conversationId } })) === 11);
  });
});

describe('a long history', () => {
  it('comes in pages of bounded bytes, without a gap', async () => {
    const token = await visitorToken(url, shop.inboxId);
    const conversationId = await longHistory(token, 60);
    const visitor = await connectVisitor(url, token);
    const agent = await connectAgent(url, await signIn(url, core.db, await shop.agent('Bob')));
    for (const ask of [
      (lastSeq: number) => visitor.emitWithAck('sync', { lastSeq }),
      (lastSeq: number) => agent.emitWithAck('sync', { conversationId, lastSeq }),
    ]) {
      const seqs: number[] = [];
      for (let more = true; more;) {
        const ack = await ask(seqs.at(-1) ?? 0);
        if (!ack.ok) throw new Error(ack.error.code);
        expect(JSON.stringify(ack.data).length).toBeLessThan(300_000);
        seqs.push(...ack.data.messages.map(({ seq }) => seq));
        more = ack.data.hasMore;
      }
      expect(seqs).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
    }
    const opened = await agent.emitWithAck('conversation:open', { conversationId, limit: 200 });
    expect(opened.ok && [opened.data.messages.at(-1)?.seq, opened.data.hasMore]).toEqual([60, true]);
  });

  it('asked for by somebody who reads nothing ends the socket, and comes by sync to one who reads', async () => {
    const token = await visitorToken(url, shop.inboxId);
    const conversationId = await longHistory(token, 30);
    const visitor = await connectVisitor(url, token);
    const gone = new Promise((resolve) => visitor.once('disconnect', resolve));
    let answers = 0;
    tcpSocket(visitor).pause();
    const asked = 150;
    for (let index = 0; index < asked; index++) visitor.emit('sync', { lastSeq: 0 }, () => answers++);
    void send(visitor, 'the last event of this socket').catch(() => undefined);
    await waitFor(async () => (await core.db.message.count({ where: { conversationId } })) === 31);
    tcpSocket(visitor).resume();
    expect(await gone).toMatch(/^transport/);
    expect(answers).toBeLessThan(asked);
    const page = await (await connectVisitor(url, token)).emitWithAck('sync', { lastSeq: 20 });
    expect(page.ok && page.data.messages.length).toBe(11);
  });

  /** Of messages as large as they may be. */
  async function longHistory(token: string, length: number): Promise<string> {
    const visitor = await connectVisitor(url, token);
    const ack = await send(visitor, 'x');
    visitor.disconnect();
    const id = ack.ok ? ack.data.conversationId : '';
    const { contactId, inboxId, workspaceId } = await core.db.conversation.findUniqueOrThrow({ where: { id } });
    const actor: ContactActor = { type: 'contact', contactId, inboxId, workspaceId };
    for (let index = 1; index < length; index++)
      await core.contactMessages.send(actor, { clientMessageId: uuidv7(), text: '€'.repeat(4000) });
    return id;
  }

  function tcpSocket(socket: VisitorSocket): TcpSocket {
    const { transport } = untyped(socket).io.engine as unknown as { transport: { ws: { _socket: TcpSocket } } };
    return transport.ws._socket;
  }
});
