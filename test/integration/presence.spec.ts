import { pathToFileURL } from 'node:url';
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AgentActor } from '#conversation';
import { migrate } from '#database';
import { startApp, type RunningApp } from '../support/app.js';
import { connectAgent, signIn, type AgentSocket } from '../support/clients.js';
import { startCore } from '../support/core.js';
import { freshEnvironment } from '../support/environment.js';
import { startPostgres } from '../support/own-server.js';
import { ownPort } from '../support/port.js';
import type { Server } from '../support/server.js';
import { waitFor } from '../support/wait-for.js';

const leaseSeconds = 3;
const chosen = ['online', 'busy', 'away'] as const;

let core: Awaited<ReturnType<typeof startCore>>;
let shop: Awaited<ReturnType<typeof core.workspace>>;
let postgres: Server;
let environment: Record<string, string>;
let gateway: RunningApp;
let escalation: RunningApp;
let agents: { agent: AgentActor; cookie: string; conversationId: string }[];

const lasting = async (seconds: number) => {
  const from = performance.now();
  await waitFor(() => performance.now() - from > seconds * 1000);
};
/** Of agents who are back, after every lease had time to run out under gateways that beat. */
async function afterwards() {
  await waitFor(async () => {
    const views = await Promise.all(agents.map(({ agent }) => core.presence.view(agent)));
    return views.every(({ status }) => status !== 'offline');
  });
  await waitFor(async () => {
    const [beating] = await core.db.$queryRaw<{ steady: boolean }[]>`
      SELECT bool_and(since < now() - make_interval(secs => ${2 * leaseSeconds})) AS steady FROM gateway_heartbeat
      WHERE "seenAt" > now() - make_interval(secs => ${leaseSeconds})`;
    return beating!.steady;
  });
  return Promise.all(
    agents.map(async ({ agent, conversationId }) => ({
      status: (await core.presence.view(agent)).status,
      owns: (await core.db.conversation.findUniqueOrThrow({ where: { id: conversationId } })).ownerId === agent.userId,
    })),
  );
}
const asBefore = chosen.map((status) => ({ status, owns: true }));

async function connect(url: string): Promise<AgentSocket[]> {
  return Promise.all(agents.map(({ cookie }) => connectAgent(url, cookie)));
}

beforeAll(async () => {
  postgres = await startPostgres();
  await migrate(postgres.url);
  const fresh = await freshEnvironment();
  const lease = { PRESENCE_LEASE_SECONDS: String(leaseSeconds) };
  environment = { ...fresh, ...lease, DATABASE_URL: postgres.url, PORT: String(await ownPort()) };
  core = await startCore({ ...fresh, ...lease, DATABASE_URL: postgres.url });
  gateway = await startApp('gateway', environment);
  escalation = await startApp('escalation', environment);
  shop = await core.workspace();
  agents = [];
  for (const status of chosen) {
    const agent = await shop.agent(status);
    const cookie = await signIn(gateway.url, core.db, agent);
    const socket = await connectAgent(gateway.url, cookie);
    await socket.emitWithAck('status:set', { status });
    const { conversationId } = await core.contactMessages.requestHuman(await shop.contact(), uuidv7());
    await socket.emitWithAck('conversation:take-over', { conversationId, fromAgentId: null });
    agents.push({ agent, cookie, conversationId });
  }
});

describe('agents keep their chats and the status they chose', () => {
  it('when PostgreSQL is away for longer than a lease', async () => {
    await postgres.stop('SIGKILL');
    await lasting(2 * leaseSeconds);
    await postgres.start();
    expect(await afterwards()).toEqual(asBefore);
  });

  it('when the one gateway is away for longer than a lease', async () => {
    await gateway.stop('SIGKILL');
    await lasting(3 * leaseSeconds);
    gateway = await startApp('gateway', environment);
    await connect(gateway.url);
    expect(await afterwards()).toEqual(asBefore);
  });

  it('when their gateway hangs for longer than a lease while another one lives', async () => {
    const other = await startApp('gateway', { ...environment, PORT: String(await ownPort()) });
    await lasting(2 * leaseSeconds); // the other has beaten long enough to testify against them
    gateway.signal('SIGSTOP');
    await lasting(1.5 * leaseSeconds);
    gateway.signal('SIGCONT');
    expect(await afterwards()).toEqual(asBefore);
    await other.stop();
  });
});

it('an agent whose browser is gone is lost under a gateway that beats, and comes back with the status chosen before', async () => {
  const dan = await shop.agent('Dan');
  const cookie = await signIn(gateway.url, core.db, dan);
  const socket = await connectAgent(gateway.url, cookie);
  await socket.emitWithAck('status:set', { status: 'busy' });
  const { conversationId } = await core.contactMessages.requestHuman(await shop.contact(), uuidv7());
  await socket.emitWithAck('conversation:take-over', { conversationId, fromAgentId: null });
  socket.disconnect();
  await waitFor(async () => {
    const { status } = await core.db.conversation.findUniqueOrThrow({ where: { id: conversationId } });
    return status === 'queued' && (await core.presence.view(dan)).status === 'offline';
  });
  await connectAgent(gateway.url, cookie);
  await waitFor(async () => (await core.presence.view(dan)).status === 'busy');
});

it('a gateway and an escalation process whose clocks are ten minutes wrong offer, accept and time out as others do', async () => {
  const skewed = (ms: number) => ({
    ...environment,
    NODE_OPTIONS: `--import ${pathToFileURL('test/support/skewed-clock.mjs').href}`,
    CLOCK_SKEW_MS: String(ms),
  });
  await escalation.stop();
  const ahead = await startApp('gateway', { ...skewed(600_000), PORT: String(await ownPort()) });
  await startApp('escalation', skewed(-600_000));
  const { workspaceId, ...other } = await core.workspace();
  await core.db.workspace.update({ where: { id: workspaceId }, data: { offerSeconds: 4 } });
  const eve = await other.agent('Eve');
  const socket = await connectAgent(ahead.url, await signIn(ahead.url, core.db, eve));
  const offers: string[] = [];
  socket.on('assignment:offered', ({ assignmentId }) => offers.push(assignmentId));
  const withdrawn: string[] = [];
  socket.on('assignment:withdrawn', ({ assignmentId }) => withdrawn.push(assignmentId));

  await core.contactMessages.requestHuman(await other.contact(), uuidv7());
  await waitFor(() => offers.length > 0);
  const accepted = await socket.emitWithAck('assignment:accept', { assignmentId: offers[0]! });
  expect(accepted).toMatchObject({ ok: true, data: { status: 'open', ownerName: 'Eve' } });

  await core.contactMessages.requestHuman(await other.contact(), uuidv7());
  await waitFor(() => offers.length > 1);
  await waitFor(() => withdrawn.includes(offers[1]!));
  const { status, offeredAt, endedAt } = await core.db.assignment.findUniqueOrThrow({ where: { id: offers[1]! } });
  expect(status).toBe('timed_out');
  expect(endedAt!.getTime() - offeredAt.getTime()).toBeGreaterThanOrEqual(4000);
  expect((await core.presence.view(eve)).status).toBe('online');
});
