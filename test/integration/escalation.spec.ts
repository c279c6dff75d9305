import { uuidv7 } from 'uuidv7';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AgentActor } from '#conversation';
import { startApp } from '../support/app.js';
import { startCore } from '../support/core.js';
import { freshEnvironment } from '../support/environment.js';
import { startRedis } from '../support/own-server.js';
import type { Server } from '../support/server.js';
import { waitFor } from '../support/wait-for.js';

let core: Awaited<ReturnType<typeof startCore>>;
let shop: Awaited<ReturnType<typeof core.workspace>>;
let redis: Server;

beforeAll(async () => {
  redis = await startRedis();
  const environment = { ...(await freshEnvironment()), REDIS_URL: redis.url, DECISION_DEADLINE_SECONDS: '1' };
  core = await startCore(environment);
  await startApp('escalation', environment);
});

beforeEach(async () => {
  shop = await core.workspace();
});

async function askForPerson(): Promise<string> {
  return (await core.contactMessages.requestHuman(await shop.contact(), uuidv7())).conversationId;
}
const offerTo = (agent: AgentActor, conversationId: string) =>
  waitFor(() => core.db.assignment.findFirst({ where: { conversationId, agentId: agent.userId, status: 'offered' } }));
const conversation = (id: string) => core.db.conversation.findUniqueOrThrow({ where: { id } });
const offerSeconds = (seconds: number) =>
  core.db.workspace.update({ where: { id: shop.workspaceId }, data: { offerSeconds: seconds } });

describe('a waiting conversation', () => {
  it('is offered to one agent, goes on when declined, and is had by the next', async () => {
    const ada = await shop.agent('Ada');
    const id = await askForPerson();
    const first = await offerTo(ada, id);
    const bob = await shop.agent('Bob');
    await core.offers.decline(ada, first.id);
    const second = await offerTo(bob, id);
    expect(await core.offers.accept(bob, second.id)).toMatchObject({ status: 'open', ownerName: 'Bob' });
  });

  it('goes on when the offer times out', async () => {
    await offerSeconds(1);
    const ada = await shop.agent('Ada');
    const id = await askForPerson();
    const first = await offerTo(ada, id);
    const bob = await shop.agent('Bob');
    await offerTo(bob, id);
    expect(await core.db.assignment.findUnique({ where: { id: first.id } })).toMatchObject({ status: 'timed_out' });
  });

  it('stays queued while nobody is there, and drains to whoever comes, within capacity, longest wait first', async () => {
    const ids = [];
    for (let index = 0; index < 3; index++) ids.push(await askForPerson());
    const ada = await shop.agent('Ada');
    await core.db.agentStatus.update({ where: { userId: ada.userId }, data: { capacity: 2 } });
    for (const id of ids.slice(0, 2)) await core.offers.accept(ada, (await offerTo(ada, id)).id);
    expect(await core.db.assignment.count({ where: { conversationId: ids[2] } })).toBe(0);
    const { ownerEpoch } = await conversation(ids[0]!);
    const closing = { conversationId: ids[0]!, ownerEpoch, intent: null, outOfScope: false };
    await core.resolutions.resolve(ada, closing);
    await offerTo(ada, ids[2]!);
  });

  it('is offered before those who have waited longer where it is urgent', async () => {
    const waiting = await askForPerson();
    const conversationId = await askForPerson();
    await core.db.queueEntry.update({ where: { conversationId }, data: { orderedAt: new Date(0) } });
    const ada = await shop.agent('Ada');
    await core.db.agentStatus.update({ where: { userId: ada.userId }, data: { capacity: 1 } });
    await offerTo(ada, conversationId);
    expect(await core.db.assignment.count({ where: { conversationId: waiting } })).toBe(0);
  });

  it('comes back when its agent is gone', async () => {
    const ada = await shop.agent('Ada');
    const id = await askForPerson();
    await core.offers.accept(ada, (await offerTo(ada, id)).id);
    // A gateway that beats on, and would have renewed the lease of anybody who is connected.
    const beating = { since: new Date(0), seenAt: new Date(Date.now() + 3_600_000) };
    await core.db.gatewayHeartbeat.create({ data: { gatewayId: uuidv7(), ...beating } });
    await core.db.agentStatus.update({ where: { userId: ada.userId }, data: { seenAt: new Date(0) } });
    await waitFor(async () => (await conversation(id)).status === 'queued');
    const bob = await shop.agent('Bob');
    await core.offers.accept(bob, (await offerTo(bob, id)).id);
  });
});

describe('a conversation of the bot', () => {
  it('is closed by the sweep once nothing has come for its quiet time', async () => {
    const id = await askForPerson();
    const ada = await shop.agent('Ada');
    const { owner } = await core.handoff.takeOver(ada, id);
    await core.handoff.handBack(ada, id, owner.epoch);
    await core.db.conversation.update({ where: { id }, data: { lastMessageAt: new Date(0) } });
    await waitFor(async () => (await conversation(id)).status === 'resolved');
    const episode = await core.db.episode.findFirstOrThrow({ where: { conversationId: id } });
    expect(episode).toMatchObject({ closedBy: 'bot', outcome: 'handed_off' });
  });
});

describe('a message that no model answers', () => {
  const send = async () =>
    (await core.contactMessages.send(await shop.contact(), { clientMessageId: uuidv7(), text: 'Hello?' }))
      .conversationId;
  const atPeople = (id: string) =>
    waitFor(async () => {
      const { status, reason } = await conversation(id);
      return status === 'queued' && reason === 'system_failure';
    });

  it('goes to people', async () => {
    await atPeople(await send());
  });

  it('goes to people while Redis is down too, and is offered', async () => {
    await redis.stop('SIGKILL');
    const ada = await shop.agent('Ada');
    const id = await send();
    await atPeople(id);
    await core.offers.accept(ada, (await offerTo(ada, id)).id); // one offer at a time
    await redis.start();
    const next = await askForPerson();
    await offerTo(ada, next);
  });
});
