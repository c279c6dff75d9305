import { io, type Socket } from 'socket.io-client';
import { uuidv7 } from 'uuidv7';
import { beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { startApp } from '../support/app.js';
import { atEnd } from '../support/at-end.js';
import { connectAgent, json, signIn, type AgentSocket } from '../support/clients.js';
import { startCore } from '../support/core.js';
import { freshEnvironment } from '../support/environment.js';
import { waitFor } from '../support/wait-for.js';

/**
 * The protocol as the first widgets spoke it: a page that is open for days, or kept by a cache, goes on with it after the server was
 * upgraded. It stands here as it was, and is not to follow the contracts.
 */
const session = z.object({
  token: z.string().min(1),
  expiresAt: z.iso.datetime(),
  inbox: z.object({ name: z.string() }),
});
const message = z.object({
  ...{ id: z.uuid(), conversationId: z.uuid(), seq: z.number().int().positive(), clientMessageId: z.uuid() },
  ...{ kind: z.enum(['inbound', 'outbound', 'activity']), senderType: z.enum(['contact', 'bot', 'agent', 'system']) },
  ...{ senderName: z.string().nullable(), text: z.string(), createdAt: z.iso.datetime() },
  quickReplies: z.array(z.object({ label: z.string(), text: z.string() })),
});
const conversation = z.object({
  ...{
    id: z.uuid(),
    status: z.enum(['bot', 'queued', 'open', 'resolved']),
    ownerType: z.enum(['bot', 'queue', 'agent']),
  },
  ...{ agentName: z.string().nullable(), queuePosition: z.number().int().positive().nullable() },
  ...{ agentsOnline: z.boolean(), lastSeq: z.number().int().nonnegative() },
});
const receipt = z.object({
  ok: z.literal(true),
  data: z.object({ id: z.uuid(), seq: z.number(), conversationId: z.uuid() }),
});
const page = z.object({
  ok: z.literal(true),
  data: z.object({ conversation, messages: z.array(message), hasMore: z.boolean() }),
});

let core: Awaited<ReturnType<typeof startCore>>;
let desk: AgentSocket;
let widget: Socket;
const told: z.infer<typeof message>[] = [];
const states: z.infer<typeof conversation>[] = [];

beforeAll(async () => {
  const environment = await freshEnvironment();
  core = await startCore(environment);
  const { url } = await startApp('gateway', environment);
  const shop = await core.workspace();
  desk = await connectAgent(url, await signIn(url, core.db, await shop.agent('Sam')));
  const request = { inboxKey: shop.inboxId, locale: 'en', pageUrl: 'https://shop.example/lamp' };
  const { token } = session.parse(await (await fetch(`${url}/api/visitor/sessions`, json(request))).json());
  widget = io(`${url}/visitor`, { auth: { token }, transports: ['websocket'], forceNew: true });
  atEnd(() => void widget.disconnect());
  widget.on('message', (event) => void told.push(message.parse(event)));
  widget.on('conversation', (event) => void states.push(conversation.parse(event)));
  await waitFor(() => widget.connected);
});

const emit = (event: string, payload: object): Promise<unknown> => widget.emitWithAck(event, payload);
const send = async (more: object = {}) =>
  receipt.parse(await emit('message:send', { clientMessageId: uuidv7(), text: 'where is it', ...more })).data;

it('an old widget asks, waits, is answered by a person and writes again after the closing, and its page comes back whole', async () => {
  const { conversationId } = await send();
  widget.emit('typing', { typing: true });
  receipt.parse(await emit('human:request', { clientMessageId: uuidv7() }));
  await waitFor(() => states.some(({ status, queuePosition }) => status === 'queued' && queuePosition === 1));

  const taken = await desk.emitWithAck('conversation:take-over', { conversationId, fromAgentId: null });
  if (!taken.ok) throw new Error(taken.error.code);
  await desk.emitWithAck('message:reply', { conversationId, clientMessageId: uuidv7(), text: 'It is **packed**.' });
  await waitFor(() => told.some(({ senderType, senderName }) => senderType === 'agent' && senderName === 'Sam'));
  const closing = { conversationId, ownerEpoch: taken.data.owner.epoch };
  expect(await desk.emitWithAck('conversation:resolve', closing)).toMatchObject({ ok: true });
  await waitFor(() => states.at(-1)?.status === 'resolved');
  await send({ text: 'one more thing' });
  await waitFor(() => states.at(-1)?.status !== 'resolved');

  const all = page.parse(await emit('sync', { lastSeq: 0 })).data;
  expect(all.messages.map(({ seq }) => seq)).toEqual(all.messages.map(({ seq }) => seq).toSorted((a, b) => a - b));
  expect(all.messages.map(({ text }) => text)).toEqual(
    expect.arrayContaining(['where is it', 'It is **packed**.', 'one more thing']),
  );
  expect(all.conversation.lastSeq).toBe(all.messages.at(-1)!.seq);
});

it('a newer widget is taken for what it says that is known, and told what is not', async () => {
  const { id } = await send({ mood: 'cheerful', text: 'and now?' });
  expect(await core.db.message.findUniqueOrThrow({ where: { id } })).toMatchObject({ text: 'and now?' });
  const unheard = await emit('reaction:add', { messageId: id });
  expect(unheard).toMatchObject({ ok: false });
  expect(page.parse(await emit('sync', { lastSeq: 0 })).data.messages.at(-1)).toMatchObject({ id });
});
