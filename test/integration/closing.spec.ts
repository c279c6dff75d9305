import { uuidv7 } from 'uuidv7';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DecisionEvidence } from '#contracts';
import type { AgentActor, ContactActor } from '#conversation';
import { Agreements } from '#reports';
import { noEvidence, type Decided } from '#decision';
import { startCore } from '../support/core.js';
import { freshEnvironment } from '../support/environment.js';

const unsure: Decided = { kind: 'escalate', rule: 'not_confident', reason: 'low_confidence', urgent: false };
const none = { intent: null, outOfScope: false };

let core: Awaited<ReturnType<typeof startCore>>;
let shop: Awaited<ReturnType<typeof core.workspace>>;
let visitor: ContactActor;
let ada: AgentActor;
let bob: AgentActor;

beforeAll(async () => {
  core = await startCore(await freshEnvironment());
});

beforeEach(async () => {
  shop = await core.workspace();
  await core.db.intent.create({
    data: { id: uuidv7(), workspaceId: shop.workspaceId, name: 'refund', title: 'Refund' },
  });
  [ada, bob, visitor] = [await shop.agent('Ada'), await shop.agent('Bob'), await shop.contact()];
});

const send = (text: string) => core.contactMessages.send(visitor, { clientMessageId: uuidv7(), text });
const reply = (conversationId: string, text: string) =>
  core.agentMessages.reply(ada, { conversationId, clientMessageId: uuidv7(), text });
const job = ({ id, conversationId }: { id: string; conversationId: string }) => ({
  ...{ workspaceId: shop.workspaceId, conversationId, messageId: id },
});
const examples = async () =>
  (await core.db.trainingExample.findMany({ where: { workspaceId: shop.workspaceId }, orderBy: { id: 'asc' } })).map(
    ({ text, intentId, outOfScope }) => [
      text,
      outOfScope ? 'none' : intentId === shop.intentId ? 'order_status' : 'refund',
    ],
  );
/** The conversation as it is stored, without what a closing and its undo leave behind. */
const stored = async (id: string) => {
  const { status, ownerId, waitingSince, episodeId, reason } = await core.db.conversation.findUniqueOrThrow({
    where: { id },
  });
  const episode = await core.db.episode.findUniqueOrThrow({ where: { id: episodeId! } });
  const { agentId, endedAt } = await core.db.assignment.findFirstOrThrow({
    ...{ where: { conversationId: id, status: 'accepted' }, select: { agentId: true, endedAt: true } },
  });
  return { status, ownerId, waitingSince, reason, episode, agentId, endedAt };
};

/** A message that the bot hands over, unsure of it. */
async function handedOver(text: string, decided = unsure, evidence: DecisionEvidence = noEvidence) {
  const receipt = await send(text);
  const turn = (await core.botTurns.load(job(receipt)))!;
  const topK = ['order_status', 'refund', 'gone'].map((intent, n) => ({ intent, confidence: 0.4 - n / 10 }));
  const prediction = { modelVersionId: uuidv7(), threshold: 0.8, confidence: 0.4, oosScore: 0.3, topK };
  await core.botTurns.apply(turn, {
    prediction,
    decision: { ...decided, evidence, replies: [{ text: 'Somebody comes.' }] },
  });
  return receipt;
}

const takeOver = async (conversationId: string) => (await core.handoff.takeOver(ada, conversationId)).owner.epoch;

describe('closing', () => {
  it('shows what would be learned, and learns what is chosen', async () => {
    const { conversationId, id: messageId } = await handedOver('where is it');
    const ownerEpoch = await takeOver(conversationId);
    const { requests, replied, taught } = await core.closings.view(ada, conversationId);
    expect({ replied, taught }).toEqual({ replied: false, taught: null });
    expect(requests).toMatchObject([{ messageId, span: null, text: 'where is it', proposed: true, sureOf: null }]);
    const choices = requests[0]!.choices.map(({ intent }) => intent);
    expect(new Set(choices)).toEqual(new Set(['order_status', 'refund', null])); // `gone` is none of the shop's

    const label = { messageId, span: null, intent: 'refund', outOfScope: false };
    await core.resolutions.resolve(ada, { conversationId, ownerEpoch, labels: [label] });
    expect(await examples()).toEqual([['where is it', 'refund']]);
    expect(await core.db.resolution.findFirst({ where: { conversationId } })).toMatchObject({
      ...{ kind: 'corrected', messageId, pickedRank: choices.indexOf('refund') + 1 },
    });
  });

  it('learns two requests of one message as two, each with its part', async () => {
    const text = 'where is it and I want it back';
    const part = (from: number, to: number, intent: string) =>
      ({ from, to, intent, confidence: 0.5, kind: 'escalate', rule: 'not_confident' }) as const;
    const evidence = { ...noEvidence, requests: [part(0, 11, 'order_status'), part(16, 30, 'refund')] };
    const { conversationId, id: messageId } = await handedOver(text, { ...unsure, rule: 'several_requests' }, evidence);
    const ownerEpoch = await takeOver(conversationId);
    const { requests } = await core.closings.view(ada, conversationId);
    expect(requests.map(({ text, proposed }) => [text, proposed])).toEqual([
      ['where is it', true],
      ['I want it back', true],
    ]);
    const labels = requests.map(({ span, choices }) => ({
      ...{ messageId, span, intent: choices.find(({ intent }) => intent !== null)!.intent, outOfScope: false },
    }));
    await core.resolutions.resolve(ada, { conversationId, ownerEpoch, labels });
    expect((await examples()).map(([learned]) => learned)).toEqual(['where is it', 'I want it back']);
  });

  it('takes no message of somebody else', async () => {
    const { conversationId } = await handedOver('where is it');
    const ownerEpoch = await takeOver(conversationId);
    visitor = await shop.contact();
    const labels = [{ messageId: (await send('mine')).id, span: null, intent: 'refund', outOfScope: false }];
    const closing = core.resolutions.resolve(ada, { conversationId, ownerEpoch, labels });
    await expect(closing).rejects.toMatchObject({ code: 'LABEL_MESSAGE_UNKNOWN' });
    expect(await core.db.resolution.count({ where: { conversationId } })).toBe(0);
  });

  it('taken back leaves everything as it was', async () => {
    const { conversationId, id } = await handedOver('where is it');
    const asked = await core.db.message.findUniqueOrThrow({ where: { id } });
    const ownerEpoch = await takeOver(conversationId);
    const before = await stored(conversationId);
    expect(before.waitingSince).not.toBeNull();
    await core.resolutions.resolve(ada, { conversationId, ownerEpoch, intent: 'refund' });
    const item = await core.undoing.undo(ada, conversationId);
    expect(item).toMatchObject({ status: 'open', owner: { id: ada.userId, epoch: ownerEpoch + 2 } });
    expect(await stored(conversationId)).toEqual({ ...before, waitingSince: asked.createdAt });
    const where = { workspaceId: shop.workspaceId };
    expect(await examples()).toEqual([]);
    expect(await core.db.intentLabel.count({ where })).toBe(0);
    expect(await core.db.resolution.count({ where })).toBe(0);
    expect(await core.db.transcript.count({ where })).toBe(0);
    const { messages } = await core.contactMessages.sync(visitor, 0);
    expect(messages.slice(-2).map(({ activity }) => activity?.code)).toEqual(['resolved', 'closing_undone']);
    await core.resolutions.resolve(ada, { conversationId, ownerEpoch: item.owner.epoch, ...none });
    expect(await core.db.resolution.count({ where })).toBe(1);
  });

  it.each([
    ['the customer has written since', async () => void (await send('one more thing'))],
    ['it was too long ago', () => core.db.$executeRaw`UPDATE resolution SET "createdAt" = now() - interval '1 minute'`],
    [
      'the customer has rated it',
      () => core.db
        .$executeRaw`INSERT INTO csat_response (id, "workspaceId", "conversationId", "episodeId", score, "answeredBy")
        SELECT gen_random_uuid(), "workspaceId", id, "episodeId", 5, 'agent' FROM conversation`,
    ],
    ['it is a colleague’s', () => void ([ada, bob] = [bob, ada])],
  ])('is not taken back when %s', async (_, happens) => {
    const { conversationId } = await handedOver('where is it');
    const ownerEpoch = await takeOver(conversationId);
    await core.resolutions.resolve(ada, { conversationId, ownerEpoch, intent: 'refund' });
    await happens();
    await expect(core.undoing.undo(ada, conversationId)).rejects.toMatchObject({ code: 'CLOSING_PAST_UNDO' });
    expect(await examples()).toHaveLength(1);
  });
});

describe('what a closed conversation taught', () => {
  it('is put right by anybody for a while, and tells how far people agree', async () => {
    const { conversationId, id: messageId } = await handedOver('where is it');
    const ownerEpoch = await takeOver(conversationId);
    await reply(conversationId, 'On its way.');
    await core.resolutions.resolve(ada, { conversationId, ownerEpoch, intent: 'order_status' });
    const { id: exampleId } = await core.db.trainingExample.findFirstOrThrow({ where: { messageId } });
    const say = (agent: AgentActor, intent: string | null, outOfScope = false, place = messageId) =>
      core.closings.relabel(agent, conversationId, [{ messageId: place, span: null, intent, outOfScope }]);

    await say(bob, 'order_status');
    await say(bob, 'refund');
    expect(await examples()).toEqual([['where is it', 'refund']]);
    expect(await core.db.trainingExample.count({ where: { id: exampleId } })).toBe(1);
    await say(ada, null, true);
    expect(await examples()).toEqual([['where is it', 'none']]);
    const { taught } = await core.closings.view(bob, conversationId);
    expect(taught).toMatchObject({ agentName: 'Ada', labels: [{ messageId, outOfScope: true, text: 'where is it' }] });
    expect(await core.db.resolution.findFirst({ where: { conversationId } })).toMatchObject({ kind: 'out_of_scope' });
    await core.closings.relabel(bob, conversationId, []);
    expect(await examples()).toEqual([]);
    expect(await core.db.resolution.findFirst({ where: { conversationId } })).toMatchObject({ kind: 'unlabelled' });

    const today = new Date().toISOString().slice(0, 10);
    const { lookedAtAgain, agents } = await new Agreements(core.db).agreement(shop.workspaceId, {
      from: today,
      to: today,
    });
    expect(lookedAtAgain).toMatchObject({ n: 1, of: 3 }); // the same by Bob; none of our topics by Ada; no question by Bob
    expect(agents).toMatchObject([
      { name: 'Ada', lookedAtAgain: { n: 1, of: 2 } },
      { name: 'Bob', lookedAtAgain: { n: 0, of: 1 } },
    ]);
    await core.db.$executeRaw`UPDATE resolution SET "createdAt" = now() - interval '1 year'`;
    await expect(say(ada, 'refund')).rejects.toMatchObject({ code: 'LABELS_SETTLED' });
  });
});

describe('handing back', () => {
  it('asks the bot what the customer waits for, at once and not as if it were late', async () => {
    const { conversationId } = await handedOver('where is it');
    const ownerEpoch = await takeOver(conversationId);
    await reply(conversationId, 'On its way.');
    const asked = await send('how much is delivery');
    const hurried = await send('hello??');
    expect((await core.closings.view(ada, conversationId)).openQuestion).toEqual({
      ...{ text: 'how much is delivery', decided: null },
    });
    await core.db.message.updateMany({ where: { id: asked.id }, data: { createdAt: new Date(Date.now() - 60_000) } });
    await core.handoff.handBack(ada, conversationId, ownerEpoch);
    expect(await core.botTurns.load(job(hurried))).toMatchObject({ messageId: asked.id });
    expect(await core.botTurns.overdue(30)).not.toContainEqual(job(asked));
    expect(await core.botTurns.overdue(0)).toContainEqual(job(asked));
  });

  it('does not ask again what the bot has decided about, and says what that was', async () => {
    const asked = await handedOver('where is it');
    const ownerEpoch = await takeOver(asked.conversationId);
    expect((await core.closings.view(ada, asked.conversationId)).openQuestion).toEqual({
      ...{ text: 'where is it', decided: { rule: 'not_confident', reason: 'low_confidence' } },
    });
    await core.handoff.handBack(ada, asked.conversationId, ownerEpoch);
    expect(await core.botTurns.load(job(asked))).toBeNull();
  });
});

it('the evidence of what a conversation is about comes with every page of its history', async () => {
  const { conversationId, id: messageId } = await handedOver('where is it');
  await takeOver(conversationId);
  for (let n = 0; n < 5; n++) await reply(conversationId, `Reply ${n}`);
  const { messages, predictions, focal } = await core.inbox.open(ada, conversationId, undefined, 3);
  expect(messages.map(({ text }) => text)).toEqual(['Reply 2', 'Reply 3', 'Reply 4']);
  expect([predictions, focal]).toMatchObject([[], { messageId, rule: 'not_confident' }]);
  expect((await core.inbox.sync(ada, conversationId, 0)).predictions).toEqual([focal]);
});
