import { Redis } from 'ioredis';
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, type Database } from '#database';
import { startApp, type RunningApp } from '../support/app.js';
import { atEnd } from '../support/at-end.js';
import {
  connectAgent,
  connectVisitor,
  signIn,
  visitorToken,
  type AgentSocket,
  type VisitorSocket,
} from '../support/clients.js';
import { createWorkspace } from '../support/core.js';
import { freshEnvironment } from '../support/environment.js';
import { startRedis } from '../support/own-server.js';
import type { Server } from '../support/server.js';
import { waitFor } from '../support/wait-for.js';

type Shop = Awaited<ReturnType<typeof createWorkspace>>;

let db: Database;
let redis: Server;
let here: RunningApp;
let there: RunningApp;
let shop: Shop;
let visitor: VisitorSocket;
let secondTab: VisitorSocket;
let agent: AgentSocket;
let conversationId: string;

beforeAll(async () => {
  redis = await startRedis();
  const environment = { ...(await freshEnvironment()), REDIS_URL: redis.url };
  db = createDatabase(environment.DATABASE_URL, 2);
  atEnd(() => db.$disconnect());
  [here, there] = await Promise.all([startApp('gateway', environment), startApp('gateway', environment)]);
  shop = await createWorkspace(db);
  const token = await visitorToken(here.url, shop.inboxId);
  [visitor, secondTab] = await Promise.all([connectVisitor(here.url, token), connectVisitor(there.url, token)]);
  agent = await connectAgent(here.url, await signIn(here.url, db, await shop.agent('Ada')));
  const receipt = await visitor.emitWithAck('message:send', { clientMessageId: uuidv7(), text: 'Hello?' });
  conversationId = receipt.ok ? receipt.data.conversationId : '';
  await agent.emitWithAck('conversation:take-over', { conversationId, fromAgentId: null });
});

const reply = (text: string) => agent.emitWithAck('message:reply', { conversationId, clientMessageId: uuidv7(), text });

function textsOf(socket: VisitorSocket): string[] {
  const texts: string[] = [];
  socket.on('message', (message) => texts.push(message.text));
  return texts;
}

describe.each<[string, () => Promise<void> | void, () => Promise<unknown> | void]>([
  ['stopped', () => redis.stop(), () => redis.start()],
  ['killed', () => redis.stop('SIGKILL'), () => redis.start()],
  ['half-open', () => redis.signal('SIGSTOP'), () => redis.signal('SIGCONT')],
])('while Redis is %s', (what, cut, mend) => {
  it('people on one gateway hear each other, new visitors and agents come in, and other gateways’ clients sync afterwards', async () => {
    const [heardHere, heardThere] = [textsOf(visitor), textsOf(secondTab)];
    let resyncs = 0;
    secondTab.on('resync', () => resyncs++);

    await cut();
    await reply(`${what} 1`);
    await waitFor(() => heardHere.includes(`${what} 1`));
    const token = await visitorToken(here.url, shop.inboxId);
    const newcomer = await connectVisitor(here.url, token);
    expect(await newcomer.emitWithAck('human:request', { clientMessageId: uuidv7() })).toMatchObject({ ok: true });
    await connectAgent(here.url, await signIn(here.url, db, await shop.agent('Bob')));
    expect(heardThere).not.toContain(`${what} 1`);

    await mend();
    await waitFor(() => resyncs > 0);
    const { data } = (await secondTab.emitWithAck('sync', { lastSeq: 0 })) as {
      data: { messages: { text: string }[] };
    };
    expect(data.messages.map(({ text }) => text)).toContain(`${what} 1`);
    await waitFor(async () => {
      await reply(`${what} afterwards`);
      return heardThere.includes(`${what} afterwards`);
    });
  });
});

it('events that Redis had no memory for are lost, and every gateway’s clients are told so', async () => {
  const control = new Redis(redis.url);
  atEnd(() => control.disconnect());
  let resyncs = 0;
  secondTab.on('resync', () => resyncs++);
  await control.config('SET', 'maxmemory', '1');
  await reply('without memory');
  await control.config('SET', 'maxmemory', '0');
  await waitFor(() => resyncs > 0);
});
