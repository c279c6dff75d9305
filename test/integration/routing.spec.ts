import { uuidv7 } from 'uuidv7';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inboxQuery, type Activity } from '#contracts';
import type { AgentActor } from '#conversation';
import { startApp } from '../support/app.js';
import { startCore } from '../support/core.js';
import { freshEnvironment } from '../support/environment.js';
import { waitFor } from '../support/wait-for.js';

let core: Awaited<ReturnType<typeof startCore>>;
let shop: Awaited<ReturnType<typeof core.workspace>>;

beforeAll(async () => {
  const environment = await freshEnvironment();
  core = await startCore(environment);
  await startApp('escalation', environment);
});
beforeEach(async () => {
  shop = await core.workspace();
});

const conversation = (id: string) => core.db.conversation.findUniqueOrThrow({ where: { id } });
const agentStatus = (agent: AgentActor) => core.db.agentStatus.findUniqueOrThrow({ where: { userId: agent.userId } });
const offerTo = (agent: AgentActor, conversationId: string) =>
  waitFor(() => core.db.assignment.findFirst({ where: { conversationId, agentId: agent.userId, status: 'offered' } }));
const workspace = (data: { offerSeconds?: number; stickyMinutes?: number; assignmentPolicy?: 'manual' }) =>
  core.db.workspace.update({ where: { id: shop.workspaceId }, data });
async function team(...members: AgentActor[]): Promise<string> {
  const id = uuidv7();
  const { workspaceId } = shop;
  await core.db.team.create({ data: { id, workspaceId, name: `Team ${id}` } });
  await core.db.teamMember.createMany({ data: members.map(({ userId }) => ({ teamId: id, userId, workspaceId })) });
  return id;
}
async function activities(conversationId: string): Promise<Activity['code'][]> {
  const rows = await core.db.message.findMany({
    where: { conversationId, kind: 'activity' },
    orderBy: { seq: 'asc' },
  });
  return rows.map(({ activity }) => (activity as Activity).code);
}
/** One of a contact who asked for a person, and whom `agent` has. */
async function taken(agent: AgentActor) {
  const contact = await shop.contact();
  const { conversationId } = await core.contactMessages.requestHuman(contact, uuidv7());
  const item = await core.handoff.takeOver(agent, conversationId);
  return { contact, conversationId, ownerEpoch: item.owner.epoch };
}
const waiting = async () => (await core.contactMessages.requestHuman(await shop.contact(), uuidv7())).conversationId;
const resolve = (agent: AgentActor, { conversationId, ownerEpoch }: { conversationId: string; ownerEpoch: number }) =>
  core.resolutions.resolve(agent, { conversationId, ownerEpoch, intent: null, outOfScope: false });
const text = () => ({ clientMessageId: uuidv7(), text: 'It is still broken' });

describe('offers', () => {
  it('come one at a time, and two missed in a row make away', async () => {
    await workspace({ offerSeconds: 1 });
    const ada = await shop.agent('Ada');
    const ids = [await waiting(), await waiting()];
    await offerTo(ada, ids[0]!);
    expect(await core.db.assignment.count({ where: { agentId: ada.userId, status: 'offered' } })).toBe(1);
    await waitFor(async () => (await agentStatus(ada)).status === 'away');
    expect(await core.presence.view(ada)).toMatchObject({ status: 'away', missedOffers: 2 });
    expect(await core.presence.setStatus(ada, 'online')).toMatchObject({ status: 'online', missedOffers: 0 });
  });

  it('come to nobody who has not said that they take chats', async () => {
    const owner = await shop.agent('Olga', 'owner');
    await core.presence.takeChats(owner, false);
    const ada = await shop.agent('Ada');
    const id = await waiting();
    await core.offers.accept(ada, (await offerTo(ada, id)).id);
    await core.presence.takeChats(owner, true);
    await offerTo(owner, await waiting());
  });

  it('keep to the team that the rules name', async () => {
    const [ada, bob] = [await shop.agent('Ada'), await shop.agent('Bob')];
    const [red, blue] = [await team(ada), await team(bob)];
    const { workspaceId, inboxId } = shop;
    const rule = { workspaceId, intent: null, language: null };
    await core.db.routingRule.createMany({
      data: [
        { ...rule, id: uuidv7(), position: 0, teamId: red, inboxId: null, reason: 'sensitive_topic' },
        { ...rule, id: uuidv7(), position: 1, teamId: blue, inboxId, reason: 'customer_request' },
      ],
    });
    const id = await waiting();
    expect(await conversation(id)).toMatchObject({ teamId: blue });
    await offerTo(bob, id);
  });
});

it('a hundred who wait for others do not stand before who waits behind them', async () => {
  const bob = await shop.agent('Bob');
  await core.presence.left(bob);
  const red = await team(bob);
  const inFront = await Promise.all(Array.from({ length: 100 }, waiting));
  await core.db.conversation.updateMany({ where: { id: { in: inFront } }, data: { teamId: red } });
  const id = await waiting();
  await offerTo(await shop.agent('Ada'), id);
});

describe('a conversation that reopens', () => {
  it('soon is the same agent’s, though the bot is there', async () => {
    const ada = await shop.agent('Ada');
    const one = await taken(ada);
    await resolve(ada, one);
    await core.contactMessages.send(one.contact, text());
    expect(await conversation(one.conversationId)).toMatchObject({ status: 'open', ownerId: ada.userId });
    expect(await activities(one.conversationId)).toEqual(expect.arrayContaining(['resolved', 'returned']));
    expect(await core.db.message.count({ where: { awaitingDecision: true, conversationId: one.conversationId } })).toBe(
      0,
    );
  });

  it('soon waits for a person where that agent is away', async () => {
    await workspace({ assignmentPolicy: 'manual' });
    const ada = await shop.agent('Ada');
    const one = await taken(ada);
    await resolve(ada, one);
    await core.presence.setStatus(ada, 'away');
    await core.contactMessages.send(one.contact, text());
    expect(await conversation(one.conversationId)).toMatchObject({ status: 'queued', ownerType: 'queue' });
    expect(await core.db.queueEntry.count({ where: { conversationId: one.conversationId } })).toBe(1);
  });

  it('later begins anew with the bot', async () => {
    await workspace({ stickyMinutes: 0 });
    const ada = await shop.agent('Ada');
    const one = await taken(ada);
    await resolve(ada, one);
    await core.contactMessages.send(one.contact, text());
    expect(await conversation(one.conversationId)).toMatchObject({ status: 'bot' });
  });
});

describe('a transfer', () => {
  it('goes to the colleague with the note, and keeps its place in the line', async () => {
    const ada = await shop.agent('Ada');
    const one = await taken(ada);
    const [first] = await core.db.escalation.findMany({ where: { conversationId: one.conversationId } });
    await workspace({ assignmentPolicy: 'manual' }); // others are not asked
    const bob = await shop.agent('Bob');
    await core.handoff.transfer(ada, { ...one, to: { agentId: bob.userId }, note: 'Knows the warehouse' });
    const entry = await core.db.queueEntry.findUniqueOrThrow({ where: { conversationId: one.conversationId } });
    expect(entry.enqueuedAt).toEqual(first!.createdAt);
    await core.offers.accept(bob, (await offerTo(bob, one.conversationId)).id);
    const notes = await core.db.message.findMany({ where: { conversationId: one.conversationId, kind: 'note' } });
    expect(notes.map((note) => note.text)).toEqual(['Knows the warehouse']);
    expect(await activities(one.conversationId)).toEqual([
      'asked_for_person',
      'handed_over',
      'joined',
      'transferred',
      'joined',
    ]);
  });

  it('to a team waits for its members; to one who is not there it is refused', async () => {
    const [ada, bob, cem] = [await shop.agent('Ada'), await shop.agent('Bob'), await shop.agent('Cem')];
    const one = await taken(ada);
    await core.presence.setStatus(cem, 'away');
    const to = (target: { agentId: string } | { teamId: string }) =>
      core.handoff.transfer(ada, { ...one, to: target, note: '' });
    await expect(to({ agentId: cem.userId })).rejects.toMatchObject({ code: 'TRANSFER_TARGET_GONE' });
    await expect(to({ teamId: uuidv7() })).rejects.toMatchObject({ code: 'TRANSFER_TARGET_GONE' });
    await to({ teamId: await team(bob) });
    await offerTo(bob, one.conversationId);
    await expect(to({ agentId: bob.userId })).rejects.toMatchObject({ code: 'OWNER_CHANGED' });
  });

  it('by a colleague who takes over says from whom', async () => {
    const [ada, bob] = [await shop.agent('Ada'), await shop.agent('Bob')];
    const one = await taken(ada);
    await core.handoff.takeOver(bob, one.conversationId);
    expect((await activities(one.conversationId)).at(-1)).toBe('taken_over');
  });
});

describe('promises', () => {
  const promise = (firstResponseSeconds: number) =>
    core.db.slaPolicy.create({
      data: {
        ...{ workspaceId: shop.workspaceId, firstResponseSeconds, nextResponseSeconds: 600, resolutionSeconds: 3600 },
        ...{ warnFraction: 0.5, businessHoursOnly: false },
      },
    });
  const timers = async (conversationId: string) => {
    const rows = await core.db.slaTimer.findMany({ where: { conversationId }, orderBy: { id: 'asc' } });
    const stateOf = (row: (typeof rows)[number]) =>
      row.metAt
        ? 'met'
        : row.cancelledAt
          ? 'cancelled'
          : row.breachedAt
            ? 'breached'
            : row.warnedAt
              ? 'warned'
              : 'open';
    return Object.fromEntries(rows.map((row) => [row.kind, stateOf(row)]));
  };
  const reply = (agent: AgentActor, conversationId: string) =>
    core.agentMessages.reply(agent, { ...text(), conversationId });

  it('are kept by a reply and by closing, and the next message begins the next one', async () => {
    await promise(600);
    const ada = await shop.agent('Ada');
    const one = await taken(ada);
    expect(await timers(one.conversationId)).toEqual({ first_response: 'open', resolution: 'open' });
    await reply(ada, one.conversationId);
    expect(await timers(one.conversationId)).toEqual({ first_response: 'met', resolution: 'open' });
    await core.contactMessages.send(one.contact, text());
    const { waitingSince } = await conversation(one.conversationId);
    const next = await waitFor(() =>
      core.db.slaTimer.findFirst({ where: { ...{ conversationId: one.conversationId }, kind: 'next_response' } }),
    );
    expect(next.startedAt).toEqual(waitingSince);
    await resolve(ada, one);
    expect(await timers(one.conversationId)).toEqual({
      first_response: 'met',
      next_response: 'cancelled',
      resolution: 'met',
    });
  });

  it('that are broken are told, and shown on the row', async () => {
    await promise(60);
    const conversationId = await waiting();
    const past = { warnAt: new Date(0), dueAt: new Date(1) };
    await core.db.slaTimer.updateMany({ where: { conversationId, kind: 'first_response' }, data: past });
    await waitFor(async () => (await timers(conversationId)).first_response === 'breached');
    const { items } = await core.inbox.list(
      await shop.agent('Ada'),
      inboxQuery.parse({ view: 'waiting' }),
      undefined,
      10,
    );
    expect(items[0]!.sla).toEqual({
      ...{ kind: 'first_response', breached: true },
      ...{ warnAt: past.warnAt.toISOString(), dueAt: past.dueAt.toISOString() },
    });
  });

  it('end where the bot has it again', async () => {
    await promise(600);
    const ada = await shop.agent('Ada');
    const one = await taken(ada);
    await core.handoff.handBack(ada, one.conversationId, one.ownerEpoch);
    expect(await timers(one.conversationId)).toEqual({ first_response: 'cancelled', resolution: 'cancelled' });
  });
});

it('a visitor is told how long it will take once enough were served', async () => {
  await workspace({ assignmentPolicy: 'manual' });
  const ada = await shop.agent('Ada');
  const contact = await shop.contact();
  await core.contactMessages.requestHuman(contact, uuidv7());
  const place = async () => (await core.contactMessages.sync(contact, 0)).conversation;
  expect(await place()).toMatchObject({ queuePosition: 1, queueWait: null });
  for (let n = 0; n < 5; n++) await taken(ada);
  expect(await place()).toMatchObject({ queuePosition: 1, queueWait: { from: 4, to: 26 } });
});
