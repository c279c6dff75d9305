import { existsSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import S3rver from 's3rver';
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, it } from 'vitest';
import { attachmentStore } from '#attachments';
import { attachmentView, errorBody, type ErrorBody, type MessageView, type VisitorConversation } from '#contracts';
import type { AgentActor } from '#conversation';
import { startApp } from '../support/app.js';
import { atEnd } from '../support/at-end.js';
import {
  connectAgent,
  connectVisitor,
  signIn,
  visitorToken,
  type AgentSocket,
  type VisitorSocket,
} from '../support/clients.js';
import { startCore } from '../support/core.js';
import { freshEnvironment } from '../support/environment.js';
import { startMailServer } from '../support/mail-server.js';
import { ownPort } from '../support/port.js';
import { waitFor } from '../support/wait-for.js';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAYAAAC56t6BAAAAEklEQVR4nGP4z8DwHwwZgAAAHO8F+3zv3eUAAAAASUVORK5CYII=',
  'base64',
);
const secret = 'a secret for mail that comes in';
const reply = '**Yes**, see [our page](https://shop.example).';

let core: Awaited<ReturnType<typeof startCore>>;
let shop: Awaited<ReturnType<typeof core.workspace>>;
let url: string;
let dataDir: string;
let agent: AgentActor;
let cookie: string;
let desk: AgentSocket;
const mails: Buffer[] = [];
/** What the mail server says to the next mail; empty: it takes it. */
let refusal = 0;

beforeAll(async () => {
  const mailServer = await startMailServer((mail) => {
    if (refusal) return refusal;
    mails.push(mail);
  });
  atEnd(mailServer.close);
  const environment = {
    ...(await freshEnvironment()),
    ...{
      SMTP_URL: `smtp://127.0.0.1:${mailServer.port}`,
      SMTP_FROM: 'Shop <help@shop.example>',
      INBOUND_MAIL_SECRET: secret,
    },
  };
  dataDir = environment.BATON_DATA_DIR;
  core = await startCore(environment);
  [{ url }] = await Promise.all([startApp('gateway', environment), startApp('escalation', environment)]);
  shop = await core.workspace();
  agent = await shop.agent('Sam');
  cookie = await signIn(url, core.db, agent);
  desk = await connectAgent(url, cookie);
});

interface Visit {
  token: string;
  socket: VisitorSocket;
  conversationId: string;
  /** The newest that its widget was told. */
  now: () => VisitorConversation;
  messages: MessageView[];
}

/** A visitor who asked for a person. */
async function visit(): Promise<Visit> {
  const token = await visitorToken(url, shop.inboxId);
  const socket = await connectVisitor(url, token);
  const told: VisitorConversation[] = [];
  const messages: MessageView[] = [];
  socket.on('conversation', (conversation) => void told.push(conversation));
  socket.on('message', (message) => void messages.push(message));
  const ack = await socket.emitWithAck('human:request', { clientMessageId: uuidv7() });
  if (!ack.ok) throw new Error(ack.error.code);
  await waitFor(() => told.length > 0);
  return { token, socket, conversationId: ack.data.conversationId, now: () => told.at(-1)!, messages };
}

const agentAnswers = (conversationId: string, text: string, attachmentIds: string[] = []) =>
  core.agentMessages.reply(agent, { conversationId, clientMessageId: uuidv7(), text, attachmentIds });

async function upload(path: string, headers: Record<string, string>, name: string, content: Uint8Array) {
  const query = new URLSearchParams({ name }).toString();
  const type = { 'content-type': 'application/octet-stream' };
  const response = await fetch(`${url}${path}?${query}`, {
    method: 'POST',
    headers: { ...headers, ...type },
    body: new Uint8Array(content),
  });
  const body: unknown = await response.json();
  return response.ok ? attachmentView.parse(body) : errorBody.parse(body);
}
const byVisitor = (token: string) => ({ authorization: `Bearer ${token}` });
const get = (path: string, headers: Record<string, string>) => fetch(`${url}${path}`, { headers });

describe('files', () => {
  it('come from a visitor, alone in a message, once, and are read by those who may', async () => {
    const { token, socket, conversationId, messages } = await visit();
    const sent = await upload('/api/visitor/attachments', byVisitor(token), 'broken.exe', png);
    if ('code' in sent) throw new Error(sent.code);
    expect(sent).toMatchObject({
      name: 'broken.exe.png',
      mediaType: 'image/png',
      width: 2,
      height: 3,
      bytes: png.length,
    });
    const message = { clientMessageId: uuidv7(), text: ' ', attachmentIds: [sent.id] };
    const [first, second] = [
      await socket.emitWithAck('message:send', message),
      await socket.emitWithAck('message:send', message),
    ];
    expect([first.ok, second]).toEqual([true, first]);
    await waitFor(() => messages.some(({ attachments }) => attachments[0]?.id === sent.id));
    const row = await core.db.conversation.findUniqueOrThrow({ where: { id: conversationId } });
    expect(row.lastMessagePreview).toBe('📎 broken.exe.png');
    const taken = { clientMessageId: uuidv7(), text: '', attachmentIds: [sent.id] };
    expect(await socket.emitWithAck('message:send', taken)).toMatchObject({ error: { code: 'ATTACHMENT_GONE' } });

    const other = await visit();
    const readers: [string, string, Record<string, string>, number][] = [
      ['the visitor', '/api/visitor/attachments', byVisitor(token), 200],
      ['another visitor', '/api/visitor/attachments', byVisitor(other.token), 404],
      ['an agent', '/api/attachments', { cookie }, 200],
      ['nobody', '/api/attachments', {}, 401],
    ];
    for (const [who, path, headers, status] of readers) {
      const response = await get(`${path}/${sent.id}`, headers);
      expect([who, response.status]).toEqual([who, status]);
      if (status !== 200) continue;
      expect(Buffer.from(await response.arrayBuffer())).toEqual(png);
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'content-type': 'image/png',
        'content-disposition': 'attachment; filename=broken.exe.png',
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
      });
    }
  });

  it.each([
    ['a page', 'a.html', Buffer.from('<script>alert(1)</script>'), 'ATTACHMENT_KIND'],
    ['nothing', 'a.txt', Buffer.alloc(0), 'ATTACHMENT_EMPTY'],
    ['too much', 'a.png', Buffer.alloc(10 * 1024 * 1024 + 1), 'ATTACHMENT_TOO_LARGE'],
  ])('of %s are refused', async (_, name, content, code) => {
    const token = await visitorToken(url, shop.inboxId);
    expect((await upload('/api/visitor/attachments', byVisitor(token), name, content)) as ErrorBody).toMatchObject({
      code,
    });
  });

  it('in a note are for agents alone, and nobody sends the upload of another', async () => {
    const { token, conversationId } = await visit();
    const file = await upload('/api/attachments', { cookie }, 'plan.txt', Buffer.from('ours'));
    if ('code' in file) throw new Error(file.code);
    const note = { conversationId, clientMessageId: uuidv7(), text: '', attachmentIds: [file.id] };
    const colleague = await shop.agent('Kim');
    await expect(core.agentMessages.note(colleague, note)).rejects.toMatchObject({ code: 'ATTACHMENT_GONE' });
    await core.agentMessages.note(agent, note);
    expect((await get(`/api/visitor/attachments/${file.id}`, byVisitor(token))).status).toBe(404);
  });

  it('are kept by an S3-compatible store just as well', async () => {
    const port = await ownPort();
    const bucket = { name: 'files', configs: [] as [] };
    const server = new S3rver({
      port,
      address: '127.0.0.1',
      silent: true,
      directory: join(dataDir, 's3'),
      configureBuckets: [bucket],
    });
    await server.run();
    atEnd(() => server.close());
    const store = attachmentStore({
      dataDir,
      s3: {
        url: `http://127.0.0.1:${port}/files`,
        region: 'us-east-1',
        accessKeyId: 'S3RVER',
        secretAccessKey: 'S3RVER',
      },
    });
    await store.put('w/a', png, 'image/png');
    expect(Buffer.from((await store.get('w/a'))!)).toEqual(png);
    await store.remove('w/a');
    expect(await store.get('w/a')).toBeNull();
    await store.remove('w/a');
  });
});

it('how far each side has read is told to the other', async () => {
  const { socket, conversationId, now } = await visit();
  await core.handoff.takeOver(agent, conversationId);
  const seen: unknown[] = [];
  const read: number[] = [];
  desk.on('contact:seen', (event) => void seen.push(event));
  socket.on('agent:read', ({ seq }) => void read.push(seq));
  await desk.emitWithAck('conversation:open', { conversationId });
  const { seq } = await agentAnswers(conversationId, 'Hello');
  await socket.emitWithAck('seen', { deliveredSeq: seq, readSeq: 0 });
  await socket.emitWithAck('seen', { deliveredSeq: 2_147_483_647, readSeq: seq });
  await waitFor(() => seen.length === 2);
  const at = expect.any(String) as string;
  expect(seen).toEqual([
    { conversationId, seen: { deliveredSeq: seq, deliveredAt: at, readSeq: 0, readAt: null } },
    { conversationId, seen: { deliveredSeq: seq, deliveredAt: at, readSeq: seq, readAt: at } },
  ]);
  const onlooker = await shop.agent('Kim', 'supervisor');
  const other = await connectAgent(url, await signIn(url, core.db, onlooker));
  await other.emitWithAck('conversation:read', { conversationId, seq: 1 });
  await desk.emitWithAck('conversation:read', { conversationId, seq: 1_000_000 });
  await waitFor(() => read.length > 0);
  expect(read).toEqual([seq]);
  expect(now().agentReadSeq).toBeLessThanOrEqual(seq);
});

it('a closed episode is rated once, explained once, and seen by both sides', async () => {
  const { socket, conversationId, now, messages } = await visit();
  expect(await socket.emitWithAck('csat:rate', { score: 5 })).toMatchObject({ error: { code: 'RATING_CLOSED' } });
  const { owner } = await core.handoff.takeOver(agent, conversationId);
  await agentAnswers(conversationId, 'Done.');
  const closing = { conversationId, ownerEpoch: owner.epoch, intent: null, outOfScope: false };
  expect(await desk.emitWithAck('conversation:resolve', closing)).toMatchObject({ ok: true });
  await waitFor(() => now().status === 'resolved');
  expect(now().rating).toEqual({ score: null });
  for (const said of [{ score: 4 }, { score: 1 }, { score: 4, comment: 'Quick!' }, { score: 4, comment: 'Really!' }])
    expect(await socket.emitWithAck('csat:rate', said)).toMatchObject({ ok: true });
  await waitFor(() => now().rating?.score === 4);
  expect(await core.db.csatResponse.findMany({ where: { conversationId } })).toMatchObject([
    { score: 4, comment: 'Quick!', answeredBy: 'agent', agentId: agent.userId },
  ]);
  await waitFor(() => messages.some(({ activity }) => activity?.code === 'rating_explained'));
  const codes = messages.flatMap(({ activity }) => activity?.code ?? []);
  expect(codes.filter((code) => code.startsWith('rat'))).toEqual(['rated', 'rating_explained']);
});

describe('mail', () => {
  /** Nobody is there, and the visitor leaves an address; then an agent answers and the visitor is gone. */
  async function answered(email: string) {
    // What was chosen stays, where the heartbeat of a socket that is closing writes that it was seen.
    await core.db.agentStatus.updateMany({ data: { seenAt: null, status: 'away' } });
    const made = await visit();
    expect(made.now()).toMatchObject({ asksEmail: true, email: null });
    expect(await made.socket.emitWithAck('email:leave', { email, consent: true })).toMatchObject({ ok: true });
    await waitFor(() => made.now().email === email);
    expect(made.now().asksEmail).toBe(false);
    made.socket.disconnect();
    // Seen again, or the conversation would wait for the next one at once.
    await core.db.agentStatus.updateMany({ data: { seenAt: new Date() } });
    await core.handoff.takeOver(agent, made.conversationId);
    const { id } = await agentAnswers(made.conversationId, reply);
    await core.db.mailDelivery.update({ where: { messageId: id }, data: { dueAt: new Date() } });
    return { ...made, messageId: id };
  }
  const stateOf = async (messageId: string) =>
    (await core.db.mailDelivery.findUniqueOrThrow({ where: { messageId } })).state;
  const handIn = async (mail: string, given = secret) => {
    const response = await fetch(`${url}/api/inbound-mail`, {
      method: 'POST',
      headers: { authorization: `Bearer ${given}`, 'content-type': 'message/rfc822' },
      body: mail.replaceAll('\n', '\r\n'),
    });
    const body = (await response.json()) as { result?: string; code?: string };
    return body.result ?? body.code;
  };

  it('carries the reply, and its answer comes back as one message', async () => {
    const { conversationId, messageId } = await answered('kim@mail.example');
    await waitFor(async () => (await stateOf(messageId)) === 'sent');
    const mail = await PostalMime.parse(mails.at(-1)!);
    expect(mail).toMatchObject({
      from: { name: 'Shop', address: 'help@shop.example' },
      to: [{ address: 'kim@mail.example' }],
    });
    expect(mail.text).toContain('Sam:\nYes, see our page (https://shop.example).');
    const address = mail.replyTo![0]!.address!;
    expect(address).toMatch(/^help\+[a-z2-7]{26}@shop\.example$/);
    const opened = await core.inbox.open(agent, conversationId, undefined, 50);
    expect(opened.messages.find(({ id }) => id === messageId)!.mail).toMatchObject({
      state: 'sent',
      to: 'kim@mail.example',
    });

    const answer = (headers: string, text = 'Thanks, the blue one.') =>
      `${headers}\nMessage-ID: <1@mail.example>\nSubject: Re: ${mail.subject}\n\n${text}\n\nOn Wed Shop <${address}> wrote:\n> — Please answer above this line —\n> Yes\n`;
    const good = `From: Kim <Kim@mail.example>\nTo: ${address}`;
    expect(await handIn(answer(good), 'wrong')).toBe('MAIL_CLOSED');
    expect(await handIn('\n\nnothing')).toBe('MAIL_UNREADABLE');
    expect(await handIn(answer(`From: eve@mail.example\nTo: ${address}`))).toBe('MAIL_SENDER_UNKNOWN');
    expect(await handIn(answer(`From: kim@mail.example\nTo: help+${'a'.repeat(26)}@shop.example`))).toBe(
      'MAIL_THREAD_UNKNOWN',
    );
    expect(await handIn(answer(`${good}\nAuto-Submitted: auto-replied`))).toBe('ignored');
    expect([await handIn(answer(good)), await handIn(answer(good))]).toEqual(['received', 'received']);
    const inbound = await core.db.message.findMany({ where: { conversationId, kind: 'inbound' } });
    expect(inbound.map(({ text }) => text)).toEqual(['Thanks, the blue one.']);
    // By what it refers to alone, as some mail programs answer to the sender's bare address.
    const bare = `From: kim@mail.example\nTo: help@shop.example\nIn-Reply-To: ${mail.messageId}\nMessage-ID: <2@mail.example>\n\nAnd a lamp.\n`;
    expect(await handIn(bare)).toBe('received');
  });

  it('that is refused for good has failed, and one that fails for now is tried again', async () => {
    refusal = 550;
    const lost = await answered('lost@mail.example');
    await waitFor(async () => (await stateOf(lost.messageId)) === 'failed');
    refusal = 451;
    const late = await answered('late@mail.example');
    const row = async () => core.db.mailDelivery.findUniqueOrThrow({ where: { messageId: late.messageId } });
    await waitFor(async () => (await row()).attempts === 1 && (await row()).dueAt > new Date());
    refusal = 0;
    await core.db.mailDelivery.update({ where: { messageId: late.messageId }, data: { dueAt: new Date() } });
    await waitFor(async () => (await row()).state === 'sent');
  });

  it('is not sent of what was read in the widget meanwhile', async () => {
    const { token, conversationId } = await answered('back@mail.example');
    const before = mails.length;
    const { id, seq } = await agentAnswers(conversationId, 'Are you there?');
    const back = await connectVisitor(url, token);
    await back.emitWithAck('seen', { deliveredSeq: seq, readSeq: seq });
    await waitFor(async () => (await stateOf(id)) === 'read');
    expect(mails.slice(before).join()).not.toContain('Are you there?');
  });
});

it('the files are on disk under the workspace', async () => {
  const row = await core.db.attachment.findFirstOrThrow({ where: { workspaceId: shop.workspaceId } });
  expect(existsSync(join(dataDir, 'attachments', row.storageKey))).toBe(true);
});
