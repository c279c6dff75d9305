import { Redis } from 'ioredis';
import { uuidv7 } from 'uuidv7';
import { beforeAll, expect, it } from 'vitest';
import { noEvidence, type Settled } from '#decision';
import { startApp } from '../support/app.js';
import { atEnd } from '../support/at-end.js';
import { connectAgent, connectVisitor, signIn, visitorToken, type AgentSocket } from '../support/clients.js';
import { startCore } from '../support/core.js';
import { freshEnvironment } from '../support/environment.js';
import { waitFor } from '../support/wait-for.js';

const crowd = 30;

let core: Awaited<ReturnType<typeof startCore>>;
let shop: Awaited<ReturnType<typeof core.workspace>>;
let redis: Redis;
let stream: string;
let agents: AgentSocket[];
let waiting: Waiting[];
let join: () => Promise<Waiting>;

type Waiting = Awaited<ReturnType<typeof watch>>;

beforeAll(async () => {
  const environment = await freshEnvironment();
  const [{ url }] = await Promise.all([startApp('gateway', environment), startApp('escalation', environment)]);
  redis = new Redis(environment.REDIS_URL);
  stream = `${environment.REDIS_PREFIX}:events`;
  core = await startCore(environment);
  const { db } = core;
  atEnd(() => redis.disconnect());
  shop = await core.workspace();
  agents = await Promise.all(
    ['Ada', 'Bob', 'Eve'].map(async (name) => connectAgent(url, await signIn(url, db, await shop.agent(name)))),
  );
  for (const agent of agents) await agent.emitWithAck('status:set', { status: 'away' });
  join = async () => watch(await connectVisitor(url, await visitorToken(url, shop.inboxId)));
  waiting = [];
  while (waiting.length < crowd) waiting.push(await join());
  await waitFor(() => waiting.every(({ heard }, index) => heard.at(-1) === index + 1));
});

/** A visitor who waits for a person. `heard`: the places that it was told of since, apart from its own conversation's changes. */
async function watch(socket: Awaited<ReturnType<typeof connectVisitor>>) {
  const heard: (number | null)[] = [];
  socket.on('queue:place', ({ queuePosition }) => heard.push(queuePosition));
  const ack = await socket.emitWithAck('human:request', { clientMessageId: uuidv7() });
  return { socket, heard, conversationId: ack.ok ? ack.data.conversationId : '' };
}

/** Rows that each agent sees change until the returned function is called; whatever was sent before that call has arrived then. */
function rowsOf(): () => Promise<string[][]> {
  const rows = agents.map((agent) => {
    const ids: string[] = [];
    agent.on('conversation:updated', ({ id }) => ids.push(id));
    return ids;
  });
  return async () => {
    for (const { socket } of waiting) await socket.emitWithAck('sync', { lastSeq: 0 });
    for (const agent of agents) {
      await agent.emitWithAck('inbox:list', { view: 'mine' });
      agent.removeAllListeners('conversation:updated');
    }
    return rows;
  };
}

it('one who comes is told their place, the agents see one row change, and those who wait hear nothing', async () => {
  const heardBefore = waiting.map(({ heard }) => heard.length);
  const rows = rowsOf();
  const newcomer = await join();
  await waitFor(() => newcomer.heard.at(-1) === crowd + 1);
  const changed = (await rows()).flat();
  expect(new Set(changed)).toEqual(new Set([newcomer.conversationId]));
  expect(waiting.map(({ heard }) => heard.length)).toEqual(heardBefore);
  waiting.push(newcomer);
});

it('when one leaves the queue, those behind hear their place once, in a few entries of the stream, and the agents see one row change', async () => {
  const heardBefore = waiting.map(({ heard }) => heard.length);
  const rows = rowsOf();
  const entriesBefore = await redis.xlen(stream);
  const taken = waiting[9]!;
  await agents[0]!.emitWithAck('conversation:take-over', { conversationId: taken.conversationId, fromAgentId: null });
  await waitFor(() => waiting.at(-1)!.heard.at(-1) === crowd);
  const changed = (await rows()).flat();
  expect(new Set(changed)).toEqual(new Set([taken.conversationId]));
  expect(waiting.map(({ heard }, index) => heard.length - heardBefore[index]!)).toEqual(
    waiting.map((_visitor, index) => Number(index > 9)),
  );
  expect(waiting.slice(10).map(({ heard }) => heard.at(-1))).toEqual(
    waiting.slice(10).map((_visitor, index) => index + 10),
  );
  expect((await redis.xlen(stream)) - entriesBefore).toBeLessThan(waiting.length / 2);
});

it('when one comes who cannot wait, all others hear that they are one further back', async () => {
  const stillWaiting = waiting.filter((_visitor, index) => index !== 9);
  const { workspaceId } = shop;
  const hurt = await shop.contact();
  const receipt = await core.contactMessages.send(hurt, { clientMessageId: uuidv7(), text: 'my kettle burns' });
  const { conversationId } = receipt;
  const turn = await core.botTurns.load({ workspaceId, conversationId, messageId: receipt.id });
  const decision: Settled = {
    ...{ kind: 'escalate', rule: 'sensitive_topic', reason: 'sensitive_topic', urgent: true },
    ...{ evidence: noEvidence, replies: [] },
  };
  await core.botTurns.apply(turn!, { prediction: null, decision });
  await waitFor(() => stillWaiting.every(({ heard }, index) => heard.at(-1) === index + 2));
  expect((await core.contactMessages.sync(hurt, 0)).conversation?.queuePosition).toBe(1);
});
