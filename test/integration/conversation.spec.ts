import { uuidv7 } from 'uuidv7';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inboxCursor, inboxQuery, type InboxCursor } from '#contracts';
import type { AgentActor, ContactActor } from '#conversation';
import { askWhatAbout, noEvidence, type Decided, type Settled } from '#decision';
import { startCore } from '../support/core.js';
import { freshEnvironment } from '../support/environment.js';

let core: Awaited<ReturnType<typeof startCore>>;
let shop: Awaited<ReturnType<typeof core.workspace>>;
let visitor: ContactActor;
let ada: AgentActor;

beforeAll(async () => {
  core = await startCore(await freshEnvironment());
});

beforeEach(async () => {
  shop = await core.workspace();
  ada = await shop.agent('Ada');
  visitor = await shop.contact();
});

const send = (text: string, actor = visitor) => core.contactMessages.send(actor, { clientMessageId: uuidv7(), text });
const reply = (conversationId: string, text: string, agent = ada) =>
  core.agentMessages.reply(agent, { conversationId, clientMessageId: uuidv7(), text });
const conversation = (id: string) => core.db.conversation.findUniqueOrThrow({ where: { id } });
const job = (receipt: { id: string; conversationId: string }) => ({
  workspaceId: shop.workspaceId,
  conversationId: receipt.conversationId,
  messageId: receipt.id,
});
const prediction = (modelVersionId = uuidv7()) => ({
  modelVersionId,
  threshold: 0.8,
  confidence: 0.4,
  oosScore: 0.2,
  topK: [{ intent: 'order_status', confidence: 0.4 }],
});
const settled = (decided: Decided, ...texts: string[]): Settled => ({
  ...decided,
  ...{ evidence: noEvidence, replies: texts.map((text) => ({ text })) },
});
const escalate = (...texts: string[]) =>
  settled({ kind: 'escalate', rule: 'not_confident', reason: 'low_confidence', urgent: false }, ...texts);
const urgent = (...texts: string[]) =>
  settled({ kind: 'escalate', rule: 'sensitive_topic', reason: 'sensitive_topic', urgent: true }, ...texts);
const fetchPerson = () =>
  settled({ kind: 'escalate', rule: 'person_asked_for', reason: 'customer_request', urgent: false }, 'Somebody comes.');
const answer = (...texts: string[]) =>
  settled({ kind: 'answer', rule: 'confident', intentId: shop.intentId }, ...texts);

/** A message that the bot hands over, and its receipt. */
const handedOver = (text: string, decision = escalate(), actor = visitor) => decided(text, decision, actor);

async function decided(text: string, decision: Settled, actor = visitor) {
  const receipt = await send(text, actor);
  const turn = (await core.botTurns.load(job(receipt)))!;
  await core.botTurns.apply(turn, { prediction: prediction(), decision });
  return receipt;
}

const waiting = inboxQuery.parse({ view: 'waiting' });
const queueItems = async () => (await core.inbox.list(ada, waiting, undefined, 10)).items;
/** The waiting line, read in pages of so many. */
async function queueIn(limit: number): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const after: InboxCursor | undefined = cursor === null ? undefined : inboxCursor.parse(cursor);
    const page = await core.inbox.list(ada, waiting, after, limit);
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return ids;
}

async function resolve(conversationId: string, label: { intent: string | null; outOfScope: boolean }) {
  const { ownerEpoch } = await conversation(conversationId);
  return core.resolutions.resolve(ada, { conversationId, ownerEpoch, ...label });
}

describe('a conversation', () => {
  it('keeps one message of 100 equal sends at once, and answers all with its receipt', async () => {
    const input = { clientMessageId: uuidv7(), text: 'Where is my order?' };
    const receipts = await Promise.all(Array.from({ length: 100 }, () => core.contactMessages.send(visitor, input)));
    expect(new Set(receipts.map((receipt) => `${receipt.id}/${receipt.seq}`)).size).toBe(1);
    expect(await core.db.message.count({ where: { conversationId: receipts[0]!.conversationId } })).toBe(1);
    expect((await conversation(receipts[0]!.conversationId)).nextSeq).toBe(2);
  });

  it('numbers concurrent messages without a gap', async () => {
    const receipts = await Promise.all(Array.from({ length: 30 }, (_, index) => send(`message ${index}`)));
    const seqs = receipts.map((receipt) => receipt.seq).sort((a, b) => a - b);
    expect(seqs).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
  });

  it('shows visitors everything but notes, each message naming the one before it', async () => {
    const { conversationId } = await send('hello');
    await core.handoff.takeOver(ada, conversationId);
    await core.agentMessages.note(ada, { conversationId, clientMessageId: uuidv7(), text: 'private' });
    await reply(conversationId, 'Hi, I am Ada.');
    const page = await core.contactMessages.sync(visitor, 0);
    expect(page.messages.map((message) => message.activity?.code ?? message.text)).toEqual([
      'hello',
      'joined',
      'Hi, I am Ada.',
    ]);
    expect(page.messages.map((message) => [message.previousSeq, message.seq])).toEqual([
      [0, 1],
      [1, 2],
      [2, 4],
    ]);
    const open = await core.inbox.open(ada, conversationId, undefined, 3);
    expect(open.messages.map((message) => message.kind)).toEqual(['activity', 'note', 'outbound']);
  });

  it('says what happened in codes, and stores no sentence for it', async () => {
    await send('my lamp flickers');
    const { conversationId } = await core.contactMessages.requestHuman(visitor, uuidv7());
    const { owner } = await core.handoff.takeOver(ada, conversationId);
    await core.handoff.handBack(ada, conversationId, owner.epoch);
    await core.handoff.takeOver(ada, conversationId);
    await core.handoff.requeue(shop.workspaceId, conversationId, ada.userId);
    await core.handoff.takeOver(ada, conversationId);
    await resolve(conversationId, { intent: null, outOfScope: false });
    const { messages } = await core.contactMessages.sync(visitor, 0);
    const byAda = { agentName: 'Ada' };
    expect(messages.flatMap((message) => message.activity ?? [])).toEqual([
      { code: 'asked_for_person', params: {} },
      { code: 'handed_over', params: { reason: 'customer_request' } },
      { code: 'joined', params: byAda },
      { code: 'handed_back', params: byAda },
      { code: 'joined', params: byAda },
      { code: 'requeued', params: byAda },
      { code: 'joined', params: byAda },
      { code: 'resolved', params: byAda },
    ]);
    expect(messages.map((message) => message.text).join('')).toBe('my lamp flickers');
  });
});

describe('a bot turn', () => {
  it('is applied once, however often the job runs', async () => {
    const receipt = await send('where is it');
    const turn = (await core.botTurns.load(job(receipt)))!;
    const outcome = { prediction: prediction(), decision: answer('On its way.') };
    const results = await Promise.all([1, 2, 3].map(() => core.botTurns.apply(turn, outcome)));
    expect(results.sort()).toEqual(['applied', 'decided', 'decided']);
    const replies = await core.db.message.count({
      where: { conversationId: receipt.conversationId, senderType: 'bot' },
    });
    expect(replies).toBe(1);
    expect(await core.botTurns.load(job(receipt))).toBeNull();
  });

  it('says several things in their order, once, however often the job runs', async () => {
    const receipt = await send('where is it, and can I send it back?');
    const turn = (await core.botTurns.load(job(receipt)))!;
    const decision: Settled = {
      ...answer('It is on its way.', 'You have 30 days.', 'Anything else?'),
      evidence: { ...noEvidence, language: 'en', slots: ['orderId'] },
    };
    const outcome = { prediction: prediction(), decision };
    const results = await Promise.all([1, 2, 3].map(() => core.botTurns.apply(turn, outcome)));
    expect(results.sort()).toEqual(['applied', 'decided', 'decided']);
    const { messages } = await core.contactMessages.sync(visitor, 0);
    expect(messages.map(({ text, previousSeq }) => [text, previousSeq])).toEqual([
      ['where is it, and can I send it back?', 0],
      ['It is on its way.', 1],
      ['You have 30 days.', 2],
      ['Anything else?', 3],
    ]);
    expect(messages.slice(1).map(({ modelVersionId }) => modelVersionId)).toEqual(
      Array.from({ length: 3 }, () => outcome.prediction.modelVersionId),
    );
    const { predictions } = await core.inbox.open(ada, receipt.conversationId, undefined, 10);
    expect(predictions).toMatchObject([{ threshold: 0.8, evidence: decision.evidence, rule: 'confident' }]);
    expect(await core.botTurns.load(job(await send('thanks')))).toMatchObject({ lastBot: { text: 'Anything else?' } });
  });

  it('says what it has to say before it hands over, and the list still shows what the customer wrote', async () => {
    const { conversationId } = await handedOver(
      'it smells of smoke',
      urgent('Please unplug it. A colleague is on the way.'),
    );
    const { messages } = await core.contactMessages.sync(visitor, 0);
    expect(messages.map(({ senderType, activity, text }) => activity?.code ?? `${senderType}: ${text}`)).toEqual([
      'contact: it smells of smoke',
      'bot: Please unplug it. A colleague is on the way.',
      'handed_over',
    ]);
    // What agents see of it is the customer's, and said to be.
    const seen = { lastMessagePreview: 'it smells of smoke', lastSenderType: 'contact' };
    expect(await conversation(conversationId)).toMatchObject(seen);
  });

  it('says nothing once an agent has it, though it had several things to say', async () => {
    const receipt = await send('and now?');
    const turn = (await core.botTurns.load(job(receipt)))!;
    await core.handoff.takeOver(ada, receipt.conversationId);
    for (const decision of [answer('This.', 'That.'), escalate('A colleague takes over.')]) {
      expect(await core.botTurns.apply(turn, { prediction: prediction(), decision })).toBe('stale');
    }
    const { messages } = await core.contactMessages.sync(visitor, 0);
    expect(messages.filter(({ senderType }) => senderType === 'bot')).toEqual([]);
  });

  it('is stale after a take-over, even when the agent hands back at once', async () => {
    const receipt = await send('and now?');
    const turn = (await core.botTurns.load(job(receipt)))!;
    const item = await core.handoff.takeOver(ada, receipt.conversationId);
    await core.handoff.handBack(ada, receipt.conversationId, item.owner.epoch);
    const outcome = { prediction: prediction(), decision: escalate('A colleague takes over.') };
    expect(await core.botTurns.apply(turn, outcome)).toBe('stale');
    expect(await core.db.decision.count({ where: { messageId: receipt.id } })).toBe(0);
  });
});

describe('a handoff', () => {
  it('queues with its reason, is offered once, and is accepted by the one it was offered to', async () => {
    const { conversationId } = await handedOver('something odd');
    const [queued] = (await core.inbox.list(ada, waiting, undefined, 10)).items;
    expect(queued).toMatchObject({ id: conversationId, status: 'queued', reason: 'low_confidence' });
    expect((await core.contactMessages.sync(visitor, 0)).conversation?.queuePosition).toBe(1);

    const offers = await Promise.all(
      [1, 2, 3].map(() => core.offers.offer(shop.workspaceId, conversationId, ada.userId, 30)),
    );
    const [offer] = offers.filter((each) => each !== null);
    expect(offers.filter((each) => each !== null)).toHaveLength(1);
    const bob = await shop.agent('Bob');
    await expect(core.offers.accept(bob, offer!.assignmentId)).rejects.toMatchObject({ code: 'OFFER_GONE' });
    expect(await core.offers.accept(ada, offer!.assignmentId)).toMatchObject({ status: 'open', ownerName: 'Ada' });
    const again = await core.offers.accept(ada, offer!.assignmentId); // the first answer was lost on the way
    expect(again).toMatchObject({ status: 'open', ownerName: 'Ada', owner: { epoch: queued!.owner.epoch + 1 } });
    expect(await core.db.queueEntry.count({ where: { conversationId } })).toBe(0);
    await expect(reply(conversationId, 'me too', bob)).rejects.toMatchObject({ code: 'NOT_OWNER' });
  });

  it('waits before all others where it is urgent, on every page and at its old place after its agent is gone', async () => {
    const others = [];
    for (let n = 0; n < 3; n++) {
      others.push((await handedOver('something odd', escalate(), await shop.contact())).conversationId);
    }
    const { conversationId } = await handedOver('my kettle burns', urgent());
    const later = (await handedOver('smoke!', urgent(), await shop.contact())).conversationId;
    const expected = [conversationId, later, ...others];
    const place = async () => (await core.contactMessages.sync(visitor, 0)).conversation?.queuePosition;
    expect(await place()).toBe(1);
    expect(await queueIn(1)).toEqual(expected);
    expect(await queueIn(2)).toEqual(expected);

    await core.handoff.takeOver(ada, conversationId);
    expect((await queueItems())[0]).toMatchObject({ id: later, urgent: true, reason: 'sensitive_topic' });
    await core.handoff.requeue(shop.workspaceId, conversationId, ada.userId);
    expect(await place()).toBe(1);
    expect(await queueIn(2)).toEqual(expected);
    expect((await queueItems()).map((item) => item.urgent)).toEqual([true, true, false, false, false]);
  });

  it('is not accepted again once it has gone on', async () => {
    const [{ conversationId }, other] = [await core.contactMessages.requestHuman(await shop.contact(), uuidv7()), ada];
    const offer = await core.offers.offer(shop.workspaceId, conversationId, other.userId, 30);
    const { owner } = await core.offers.accept(other, offer!.assignmentId);
    await core.handoff.handBack(other, conversationId, owner.epoch);
    const refused = { code: 'OFFER_GONE' };
    await expect(core.offers.accept(other, offer!.assignmentId)).rejects.toMatchObject(refused);
  });

  it('is not offered to an agent without room, who then keeps the turn', async () => {
    const full = await shop.agent('Fay');
    const status = () => core.db.agentStatus.findUniqueOrThrow({ where: { userId: full.userId } });
    await core.db.agentStatus.update({ where: { userId: full.userId }, data: { capacity: 0 } });
    const { conversationId } = await core.contactMessages.requestHuman(await shop.contact(), uuidv7());
    expect(await core.offers.offer(shop.workspaceId, conversationId, full.userId, 30)).toBeNull();
    expect((await status()).lastAssignedAt).toBeNull();
    expect(await core.db.assignment.count({ where: { agentId: full.userId } })).toBe(0);
  });

  it('ends with Resolution, Transcript and TrainingExample together', async () => {
    const { conversationId } = await handedOver('something odd');
    await core.handoff.takeOver(ada, conversationId);
    await reply(conversationId, 'It left today.');
    const wrong = resolve(conversationId, { intent: 'no_such_intent', outOfScope: false });
    await expect(wrong).rejects.toMatchObject({ code: 'INTENT_UNKNOWN' });
    expect(await core.db.resolution.count({ where: { conversationId } })).toBe(0);

    await resolve(conversationId, { intent: 'order_status', outOfScope: false });
    const resolution = await core.db.resolution.findFirstOrThrow({ where: { conversationId } });
    expect(resolution.kind).toBe('confirmed');
    expect(await core.db.transcript.count({ where: { resolutionId: resolution.id } })).toBe(1);
    expect(await core.db.trainingExample.findFirst({ where: { resolutionId: resolution.id } })).toMatchObject({
      text: 'something odd',
      intentId: shop.intentId,
      source: 'agent_confirm',
      reply: 'It left today.',
    });
  });

  it('keeps what is learned without what identifies the customer', async () => {
    await core.db.contact.update({ where: { id: visitor.contactId }, data: { name: 'Jo Lambert' } });
    await core.db.workspace.update({ where: { id: shop.workspaceId }, data: { orderNumberPattern: 'AA-##' } });
    const { conversationId } = await handedOver(
      'lambert here, jo@shop.example, about FH-12. Ring 07700\u00a0900\u2013123',
    );
    await core.handoff.takeOver(ada, conversationId);
    await reply(conversationId, 'It left today, Jo. The courier rings 07700 900123.');
    await resolve(conversationId, { intent: 'order_status', outOfScope: false });
    expect(await core.db.trainingExample.findFirst({ where: { contactId: visitor.contactId } })).toMatchObject({
      text: 'name here, email, about number. Ring number',
      reply: 'It left today, name. The courier rings number.',
    });
  });

  it('labels the last message the model judged when an agent takes over without a hand-over', async () => {
    const [hello, question] = [await send('hi'), await send('is it on its way')];
    for (const receipt of [hello, question]) {
      const turn = (await core.botTurns.load(job(receipt)))!;
      await core.botTurns.apply(turn, { prediction: prediction(), decision: answer(`Re ${receipt.seq}`) });
    }
    await core.handoff.takeOver(ada, question.conversationId);
    await resolve(question.conversationId, { intent: 'order_status', outOfScope: false });
    const examples = await core.db.trainingExample.findMany({ where: { contactId: visitor.contactId } });
    expect(examples.map((example) => example.text)).toEqual(['is it on its way']);
  });

  it('is always had by asking for a person, who is told of in the visitor’s language and of what it is about', async () => {
    const session = { workspaceId: shop.workspaceId, contactId: visitor.contactId, inboxId: visitor.inboxId };
    const facts = { id: uuidv7(), tokenHash: uuidv7(), expiresAt: new Date(Date.now() + 3_600_000) };
    await core.db.contactSession.create({ data: { ...session, ...facts, locale: 'de-AT' } });
    await decided('Hallo', settled({ kind: 'small_talk', rule: 'small_talk' }, 'Guten Tag.'));
    const clientMessageId = uuidv7();
    const asked = await core.contactMessages.requestHuman(visitor, clientMessageId);
    expect(await core.contactMessages.requestHuman(visitor, clientMessageId)).toEqual(asked);
    const { conversationId } = asked;
    expect(await conversation(conversationId)).toMatchObject({
      ...{ status: 'queued', reason: 'customer_request', lastMessagePreview: 'Guten Tag.' },
    });
    const told = await send('Meine Lampe flackert');
    expect(await core.botTurns.load(job(told))).toBeNull();
    await core.handoff.takeOver(ada, conversationId);
    const { messages } = await core.contactMessages.sync(visitor, 0);
    expect(messages.map(({ senderType, activity, text }) => activity?.code ?? `${senderType}: ${text}`)).toEqual([
      'contact: Hallo',
      'bot: Guten Tag.',
      'asked_for_person',
      `bot: ${askWhatAbout('de').text}`,
      'handed_over',
      'contact: Meine Lampe flackert',
      'joined',
    ]);

    await resolve(conversationId, { intent: 'order_status', outOfScope: false });
    const learned = await core.db.trainingExample.findMany({ where: { contactId: visitor.contactId } });
    expect(learned).toMatchObject([{ text: 'Meine Lampe flackert', source: 'agent_correction' }]);
  });

  it('asked for by somebody who has said what it is about is not asked about again', async () => {
    for (const ask of [
      () => decided('my lamp flickers', answer('Try another bulb.')),
      () => send('my lamp flickers still'), // the bot owes a decision on it
    ]) {
      visitor = await shop.contact();
      await ask();
      await core.contactMessages.requestHuman(visitor, uuidv7());
      const { messages } = await core.contactMessages.sync(visitor, 0);
      expect(messages.slice(-2).map(({ activity }) => activity?.code)).toEqual(['asked_for_person', 'handed_over']);
    }
  });

  it('teaches the message that carried the request, not the call for a person or the number after it', async () => {
    const { intentId } = shop;
    const asked = { kind: 'ask_slot', rule: 'slot_missing', intentId, slot: 'orderId' } as const;
    await decided('the lamp has not come', settled(asked, 'Which order?'));
    await decided('1042', settled({ kind: 'answer', rule: 'question_answered', intentId }, 'It is on its way.'));
    const { conversationId } = await decided('get me a human', fetchPerson());
    await core.handoff.takeOver(ada, conversationId);
    await resolve(conversationId, { intent: 'order_status', outOfScope: false });
    const where = { contactId: visitor.contactId };
    expect(await core.db.trainingExample.findMany({ where })).toMatchObject([{ text: 'the lamp has not come' }]);
    expect(await core.db.resolution.findFirst({ where: { conversationId } })).toMatchObject({
      kind: 'confirmed',
      predictedIntentId: shop.intentId,
    });
  });

  it('teaches nothing where nobody said what it is about', async () => {
    const { conversationId } = await decided('get me a human', fetchPerson());
    await core.handoff.takeOver(ada, conversationId);
    await resolve(conversationId, { intent: null, outOfScope: true });
    expect(await core.db.trainingExample.count({ where: { contactId: visitor.contactId } })).toBe(0);
    expect(await core.db.resolution.count({ where: { conversationId, kind: 'out_of_scope' } })).toBe(1);
  });

  it('asked for again changes nothing while the conversation waits or is with an agent', async () => {
    const other = await shop.contact();
    const asked = await core.contactMessages.requestHuman(other, uuidv7());
    const { conversationId } = asked;
    const before = await conversation(conversationId);
    const again = () => core.contactMessages.requestHuman(other, uuidv7());
    expect(await Promise.all([again(), again(), again()])).toEqual([asked, asked, asked]);
    expect(await conversation(conversationId)).toEqual(before);
    expect(await core.db.queueEntry.count({ where: { conversationId } })).toBe(1);

    await core.handoff.takeOver(ada, conversationId);
    const { nextSeq } = await conversation(conversationId);
    expect(await again()).toEqual(asked);
    expect((await conversation(conversationId)).nextSeq).toBe(nextSeq);
  });

  it('asked for after the bot has handed over answers with a message that the visitor can see', async () => {
    const other = await shop.contact();
    const receipt = await send('something odd', other);
    await core.botTurns.fail(job(receipt));
    await core.agentMessages.note(ada, {
      conversationId: receipt.conversationId,
      clientMessageId: uuidv7(),
      text: 'private',
    });
    const { seq } = await core.contactMessages.requestHuman(other, uuidv7());
    const { messages } = await core.contactMessages.sync(other, 0);
    expect(messages.at(-1)!.seq).toBe(seq);
  });

  it('cannot wait where the words alone say so, though the model is silent', async () => {
    const receipt = await send('my kettle caught fire');
    await core.botTurns.fail(job(receipt));
    expect(await queueItems()).toMatchObject([{ urgent: true, reason: 'sensitive_topic' }]);
    const { messages } = await core.contactMessages.sync(visitor, 0);
    expect(messages.map(({ senderType }) => senderType)).toEqual(['contact', 'bot', 'system']);
  });

  it('goes to people when the model is silent', async () => {
    const receipt = await send('anyone?');
    expect(await core.botTurns.overdue(0)).toContainEqual(job(receipt));
    await core.botTurns.fail(job(receipt));
    expect(await conversation(receipt.conversationId)).toMatchObject({ status: 'queued', reason: 'system_failure' });
    expect(await core.botTurns.overdue(0)).not.toContainEqual(job(receipt));
  });
});

it('does not show one workspace to another', async () => {
  const stranger = await (await core.workspace()).agent('Eve');
  const { conversationId } = await send('hello');
  const refused = { code: 'CONVERSATION_UNKNOWN' };
  await expect(core.inbox.open(stranger, conversationId, undefined, 10)).rejects.toMatchObject(refused);
  await expect(core.handoff.takeOver(stranger, conversationId)).rejects.toMatchObject(refused);
  await expect(
    core.agentMessages.note(stranger, { conversationId, clientMessageId: uuidv7(), text: 'hi' }),
  ).rejects.toMatchObject(refused);
  await expect(core.inbox.sync(stranger, conversationId, 0)).rejects.toMatchObject(refused);
  expect((await core.inbox.list(stranger, inboxQuery.parse({ view: 'all' }), undefined, 10)).items).toEqual([]);
});
