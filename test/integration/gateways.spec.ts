import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, it } from 'vitest';
import type { MessageView } from '#contracts';
import type { AgentActor } from '#conversation';
import { startApp, type RunningApp } from '../support/app.js';
import { connectAgent, connectVisitor, signIn, visitorToken, type VisitorSocket } from '../support/clients.js';
import { startCore } from '../support/core.js';
import { freshEnvironment } from '../support/environment.js';
import { waitFor } from '../support/wait-for.js';

let core: Awaited<ReturnType<typeof startCore>>;
let shop: Awaited<ReturnType<typeof core.workspace>>;
let here: RunningApp;
let there: RunningApp;
let ada: AgentActor;

beforeAll(async () => {
  const environment = { ...(await freshEnvironment()), PRESENCE_LEASE_SECONDS: '3' };
  [here, there, core] = await Promise.all([
    startApp('gateway', environment),
    startApp('gateway', environment),
    startCore(environment),
  ]);
  shop = await core.workspace();
  ada = await shop.agent('Ada');
});

const text = (content: string) => ({ clientMessageId: uuidv7(), text: content });
const send = (socket: VisitorSocket, content: string) => socket.emitWithAck('message:send', text(content));
const done = <T>(ack: { ok: true; data: T } | { ok: false; error: { code: string } }): T => {
  if (!ack.ok) throw new Error(ack.error.code);
  return ack.data;
};

function messagesOf(socket: { on(event: 'message', listener: (message: MessageView) => void): unknown }): string[] {
  const texts: string[] = [];
  socket.on('message', (message) => texts.push(message.text));
  return texts;
}

/** Reads everything after `lastSeq` page by page, and fails on a gap. */
async function history(socket: VisitorSocket, lastSeq: number): Promise<MessageView[]> {
  const read: MessageView[] = [];
  for (;;) {
    const page = done(await socket.emitWithAck('sync', { lastSeq: read.at(-1)?.seq ?? lastSeq }));
    for (const message of page.messages) {
      expect(message.previousSeq).toBe(read.at(-1)?.seq ?? lastSeq);
      read.push(message);
    }
    if (!page.hasMore) return read;
  }
}

describe('a visitor on one gateway and an agent on another', () => {
  it('hear each other, and the visitor hears no note', async () => {
    const visitor = await connectVisitor(here.url, await visitorToken(here.url, shop.inboxId));
    const agent = await connectAgent(there.url, await signIn(there.url, core.db, ada));
    const visitorHears = messagesOf(visitor);
    const agentHears = messagesOf(agent);
    const { conversationId } = done(await send(visitor, 'Where is it?'));

    done(await agent.emitWithAck('conversation:open', { conversationId }));
    done(await send(visitor, 'Hello?'));
    await waitFor(() => agentHears.includes('Hello?'));

    const item = done(await agent.emitWithAck('conversation:take-over', { conversationId, fromAgentId: null }));
    expect(item).toMatchObject({ status: 'open', owner: { type: 'agent', id: ada.userId } });
    const typing = new Promise((resolve) => visitor.once('typing', resolve));
    done(await agent.emitWithAck('typing', { conversationId, typing: true }));
    expect(await typing).toEqual({ typing: true });
    done(await agent.emitWithAck('note:add', { conversationId, ...text('She sounds upset.') }));
    done(await agent.emitWithAck('message:reply', { conversationId, ...text('On its way.') }));
    await waitFor(() => visitorHears.includes('On its way.'));
    expect(visitorHears).not.toContain('She sounds upset.');
    expect(agentHears).toContain('She sounds upset.');

    const intent = { conversationId, ownerEpoch: item.owner.epoch, intent: 'order_status' };
    expect(done(await agent.emitWithAck('conversation:resolve', intent)).status).toBe('resolved');
    expect(await core.db.trainingExample.count({ where: { workspaceId: shop.workspaceId } })).toBe(1);
  });

  it('see the waiting and the offer, which is sent again to a console that comes back', async () => {
    const visitor = await connectVisitor(there.url, await visitorToken(there.url, shop.inboxId));
    const states: { status: string; queuePosition: number | null }[] = [];
    visitor.on('conversation', (state) => states.push(state));
    const receipt = done(await visitor.emitWithAck('human:request', { clientMessageId: uuidv7() }));
    await waitFor(() => states.some(({ status, queuePosition }) => status === 'queued' && queuePosition === 1));

    await core.offers.offer(shop.workspaceId, receipt.conversationId, ada.userId, 60);
    const cookie = await signIn(here.url, core.db, ada);
    const agent = await connectAgent(here.url, cookie);
    const offer = await new Promise<{ assignmentId: string }>((resolve) => agent.once('assignment:offered', resolve));
    done(await agent.emitWithAck('assignment:accept', { assignmentId: offer.assignmentId }));
    await waitFor(() => states.at(-1)?.status === 'open');
  });
});

describe('a message', () => {
  it('sent 100 times at once, over both gateways, is one message', async () => {
    const token = await visitorToken(here.url, shop.inboxId);
    const sockets = await Promise.all([connectVisitor(here.url, token), connectVisitor(there.url, token)]);
    const message = text('Where is my order?');
    const sends = Array.from({ length: 100 }, (_, index) => sockets[index % 2]!.emitWithAck('message:send', message));
    const receipts = (await Promise.all(sends)).map(done);
    expect(new Set(receipts.map(({ id, seq }) => `${id} ${seq}`)).size).toBe(1);
    expect(await core.db.message.count({ where: { conversationId: receipts[0]!.conversationId } })).toBe(1);
  });

  it('that was missed comes by sync after the last seq seen, without a gap, over several pages', async () => {
    const token = await visitorToken(here.url, shop.inboxId);
    const before = await connectVisitor(here.url, token);
    const { seq: lastSeen, conversationId } = done(await send(before, 'I am going into a tunnel'));
    before.disconnect();
    await core.handoff.takeOver(ada, conversationId);
    for (let index = 0; index < 220; index++) {
      await core.agentMessages.reply(ada, { conversationId, ...text(`line ${index}`) });
      if (index % 10 === 0) await core.agentMessages.note(ada, { conversationId, ...text('private') });
    }
    const after = await connectVisitor(there.url, token);
    const missed = await history(after, lastSeen);
    expect(missed.map((message) => message.activity?.code ?? message.text)).toEqual([
      'joined',
      ...Array.from({ length: 220 }, (_, index) => `line ${index}`),
    ]);
  });
});

describe('an agent', () => {
  it('is online while a socket lives, and offline once the lease has run out', async () => {
    const eve = await shop.agent('Eve');
    await core.db.agentStatus.update({ where: { userId: eve.userId }, data: { seenAt: null } });
    const colleague = await connectAgent(there.url, await signIn(there.url, core.db, ada));
    const told: string[] = [];
    colleague.on('agent:status', ({ agentId, status }) => agentId === eve.userId && told.push(status));
    const socket = await connectAgent(here.url, await signIn(here.url, core.db, eve));
    const seenAt = async () =>
      (await core.db.agentStatus.findUniqueOrThrow({ where: { userId: eve.userId } })).seenAt ?? new Date(0);
    await waitFor(() => told.includes('online'));

    const first = await seenAt();
    await waitFor(async () => (await seenAt()) > first);
    expect((await core.presence.availableAgents(shop.workspaceId)).map(({ userId }) => userId)).toContain(eve.userId);

    socket.disconnect();
    await waitFor(async () => {
      await core.presence.lostAgents();
      return (await core.presence.view(eve)).status === 'offline';
    });
  });

  it('keeps the chosen status over a reload', async () => {
    const cookie = await signIn(here.url, core.db, ada);
    const socket = await connectAgent(here.url, cookie);
    expect(done(await socket.emitWithAck('status:set', { status: 'away' }))).toMatchObject({ status: 'away' });
    socket.disconnect();
    const again = await connectAgent(there.url, cookie);
    done(await again.emitWithAck('inbox:list', { view: 'mine' }));
    expect((await core.presence.view(ada)).status).toBe('away');
    done(await again.emitWithAck('status:set', { status: 'online' }));
  });

  it.each<[string, (cookie: string, agent: AgentActor) => Promise<unknown>]>([
    ['signs out', (cookie) => fetch(`${there.url}/api/auth/logout`, { method: 'POST', headers: { cookie } })],
    [
      'is disabled',
      (_cookie, { userId: id }) => core.db.user.update({ where: { id }, data: { disabledAt: new Date() } }),
    ],
  ])('who %s loses the sockets on every gateway', async (_what, end) => {
    const agent = await shop.agent('Leo');
    const cookie = await signIn(here.url, core.db, agent);
    const socket = await connectAgent(here.url, cookie);
    const gone = new Promise((resolve) => socket.once('disconnect', resolve));
    await end(cookie, agent);
    expect(await gone).toBe('io server disconnect');
    expect((await fetch(`${here.url}/api/auth/me`, { headers: { cookie } })).status).toBe(401);
  });
});

it('stops in order on SIGTERM', async () => {
  const cut = await connectVisitor(there.url, await visitorToken(there.url, shop.inboxId));
  const gone = new Promise((resolve) => cut.once('disconnect', resolve));
  // While it started it may have said that it was not ready yet.
  const before = there.output().length;
  expect(await there.stop('SIGTERM')).toBe(0);
  expect(await gone).toMatch(/^transport/);
  expect(there.output().slice(before)).not.toMatch(/"level":[56]0/);
  const visitor = await connectVisitor(here.url, await visitorToken(here.url, shop.inboxId));
  expect(done(await send(visitor, 'Still there?')).seq).toBe(1);
});
