import { uuidv7 } from 'uuidv7';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inboxQuery, type InboxView } from '#contracts';
import type { AgentActor, ContactActor } from '#conversation';
import { noEvidence } from '#decision';
import { startCore } from '../support/core.js';
import { freshEnvironment } from '../support/environment.js';

let core: Awaited<ReturnType<typeof startCore>>;
let shop: Awaited<ReturnType<typeof core.workspace>>;
let visitor: ContactActor;
let ada: AgentActor;
const listed = (view: InboxView) => core.inbox.list(ada, inboxQuery.parse({ view }), undefined, 10);

beforeAll(async () => {
  core = await startCore(await freshEnvironment());
});

beforeEach(async () => {
  shop = await core.workspace({ stickyMinutes: 0 });
  ada = await shop.agent('Ada');
  visitor = await shop.contact();
});

const send = (text: string) => core.contactMessages.send(visitor, { clientMessageId: uuidv7(), text });
const reply = (conversationId: string, text: string) =>
  core.agentMessages.reply(ada, { conversationId, clientMessageId: uuidv7(), text });
const conversation = (id: string) => core.db.conversation.findUniqueOrThrow({ where: { id } });
const episodes = (conversationId: string) =>
  core.db.episode.findMany({ where: { conversationId }, orderBy: { firstSeq: 'asc' } });
const load = (receipt: { id: string; conversationId: string }) =>
  core.botTurns.load({ ...receipt, workspaceId: shop.workspaceId, messageId: receipt.id });

/** A message of the visitor that the bot decides on; answer and clarify reply with `Re: ` and its text. */
async function decided(text: string, kind: 'answer' | 'clarify' | 'small_talk' | 'escalate' = 'answer') {
  const receipt = await send(text);
  const turn = (await load(receipt))!;
  const decision = {
    answer: { kind: 'answer', rule: 'confident', intentId: shop.intentId },
    clarify: { kind: 'clarify', rule: 'close_intents' },
    small_talk: { kind: 'small_talk', rule: 'small_talk' },
    escalate: { kind: 'escalate', rule: 'not_confident', reason: 'low_confidence', urgent: false },
  } as const;
  const replies = kind === 'escalate' ? [] : [{ text: `Re: ${text}` }];
  await core.botTurns.apply(turn, {
    prediction: null,
    decision: { ...decision[kind], evidence: noEvidence, replies },
  });
  return receipt;
}

async function resolve(conversationId: string) {
  const { ownerEpoch } = await conversation(conversationId);
  await core.resolutions.resolve(ada, { conversationId, ownerEpoch, intent: null, outOfScope: false });
}

/** As if the last thing in the conversation had happened so long ago. */
const moveBack = (conversationId: string, minutes: number) =>
  core.db.$executeRaw`UPDATE conversation SET "lastMessageAt" = now() - make_interval(mins => ${minutes})
    WHERE id = ${conversationId}::uuid`;

/** What the sweep does. */
async function closeQuietOnes() {
  for (const quiet of await core.quietEpisodes.due(1000)) await core.quietEpisodes.close(quiet);
}

describe('an episode', () => {
  it('is opened by the first message, closed by resolving, and followed by the next with the next message', async () => {
    const { conversationId } = await decided('something odd', 'escalate');
    await core.handoff.takeOver(ada, conversationId);
    await resolve(conversationId);
    await core.agentMessages.note(ada, { conversationId, clientMessageId: uuidv7(), text: 'a note about it' });
    const { seq } = await send('thanks, one more thing');

    const [first, second] = await episodes(conversationId);
    expect(first).toMatchObject({ firstSeq: 1, lastSeq: 4, closedBy: 'agent', outcome: 'handed_off' });
    expect(first!.closedAt).toBeInstanceOf(Date);
    expect(second).toMatchObject({ firstSeq: seq, lastSeq: null, closedAt: null, closedBy: null, outcome: null });
    expect(await conversation(conversationId)).toMatchObject({ status: 'bot', episodeId: second!.id, reason: null });
    const { episodeId } = await core.db.resolution.findFirstOrThrow({ where: { conversationId } });
    const escalation = await core.db.escalation.findFirstOrThrow({ where: { conversationId } });
    expect([episodeId, escalation.episodeId]).toEqual([first!.id, first!.id]);
  });

  it('is opened once by 50 first messages at once', async () => {
    const receipts = await Promise.all(Array.from({ length: 50 }, (_, index) => send(`message ${index}`)));
    expect(await episodes(receipts[0]!.conversationId)).toMatchObject([{ firstSeq: 1, closedAt: null }]);
  });

  it('is not opened again by a message of the one before that is sent again', async () => {
    const input = { clientMessageId: uuidv7(), text: 'hello' };
    const receipt = await core.contactMessages.send(visitor, input);
    const { conversationId } = receipt;
    await core.handoff.takeOver(ada, conversationId);
    await resolve(conversationId);
    expect(await core.contactMessages.send(visitor, input)).toEqual(receipt);
    expect(await conversation(conversationId)).toMatchObject({ status: 'resolved' });
    expect(await episodes(conversationId)).toHaveLength(1);
  });

  it('keeps what the bot knows within it', async () => {
    const { conversationId } = await decided('where is it');
    await decided('order 1042', 'clarify');
    expect(await load(await send('still there?'))).toMatchObject({
      lastBot: { text: 'Re: order 1042', quickReplies: [] },
      earlier: [
        { text: 'order 1042', decision: { kind: 'clarify', rule: 'close_intents', intentId: null, slot: null } },
        { text: 'where is it', decision: { kind: 'answer', rule: 'confident', intentId: shop.intentId } },
      ],
    });
    await core.handoff.takeOver(ada, conversationId);
    await resolve(conversationId);
    expect(await load(await send('hello again'))).toMatchObject({
      lastBot: null,
      earlier: [],
    });
  });

  it('says when an agent first replied after the hand-over, by the time of the database', async () => {
    const { conversationId } = await decided('hello');
    await core.handoff.takeOver(ada, conversationId);
    await reply(conversationId, 'before any hand-over');
    const at = async () => (await episodes(conversationId))[0]!.firstHumanResponseAt;
    expect(await at()).toBeNull();

    await core.handoff.requeue(shop.workspaceId, conversationId, ada.userId);
    await core.handoff.takeOver(ada, conversationId);
    expect(await at()).toBeNull();
    const first = await reply(conversationId, 'the first');
    await reply(conversationId, 'the second');
    const { createdAt } = await core.db.message.findUniqueOrThrow({ where: { id: first.id } });
    expect(await at()).toEqual(createdAt);
  });

  it('keeps the language and the page of the session that the visitor wrote in, for the agent to see', async () => {
    const session = { workspaceId: shop.workspaceId, contactId: visitor.contactId, inboxId: visitor.inboxId };
    const expiresAt = new Date(Date.now() + 3_600_000);
    for (const [locale, createdAt] of [['en', new Date(0)] as const, ['de', new Date()] as const]) {
      const facts = { id: uuidv7(), tokenHash: uuidv7(), expiresAt, createdAt };
      await core.db.contactSession.create({
        data: { ...session, ...facts, locale, pageUrl: `https://shop.example/${locale}` },
      });
    }
    const { conversationId } = await send('hallo');
    const { item } = await core.inbox.open(ada, conversationId, undefined, 10);
    expect(item.episode).toMatchObject({ firstSeq: 1, locale: 'de', pageUrl: 'https://shop.example/de' });
  });
});

describe('a conversation that went quiet', () => {
  it('is closed by the bot, and the next message opens another episode', async () => {
    const { conversationId } = await decided('how much is delivery');
    await moveBack(conversationId, 31);
    await closeQuietOnes();
    await closeQuietOnes();
    const { messages, conversation: seen } = await core.contactMessages.sync(visitor, 0);
    expect(messages.map((message) => message.activity?.code ?? message.text)).toEqual([
      'how much is delivery',
      'Re: how much is delivery',
      'closed_by_bot',
    ]);
    expect(seen).toMatchObject({ status: 'resolved', ownerType: 'bot' });
    expect(await listed('all')).toMatchObject({ items: [], counts: { bot: 0 } });
    const [closed] = (await listed('resolved')).items;
    expect(closed?.episode).toMatchObject({ closedBy: 'bot', outcome: 'assumed' });

    const again = await send('and to the islands?');
    expect(await load(again)).toMatchObject({ earlier: [], lastBot: null });
    expect(await episodes(conversationId)).toMatchObject([
      { firstSeq: 1, lastSeq: 3, closedBy: 'bot', outcome: 'assumed' },
      { firstSeq: 4, closedAt: null },
    ]);
  });

  it('is abandoned where the bot had asked something', async () => {
    const { conversationId } = await decided('where is it', 'clarify');
    await moveBack(conversationId, 31);
    await closeQuietOnes();
    expect(await episodes(conversationId)).toMatchObject([{ closedBy: 'bot', outcome: 'abandoned' }]);
  });

  it.each([
    ['answered', ['answer', 'small_talk'], 'assumed'],
    ['asked', ['clarify', 'small_talk'], 'abandoned'],
    ['done nothing', ['small_talk'], 'abandoned'],
  ] as const)('is judged by what came before a thank-you: the bot had %s', async (_, kinds, outcome) => {
    let conversationId = '';
    for (const kind of kinds) conversationId = (await decided(kind, kind)).conversationId;
    await moveBack(conversationId, 31);
    await closeQuietOnes();
    expect(await episodes(conversationId)).toMatchObject([{ closedBy: 'bot', outcome }]);
  });

  it('counts as handed off where it came back to the agent of the last one, who handed it back', async () => {
    await core.db.workspace.update({ where: { id: shop.workspaceId }, data: { stickyMinutes: 60 } });
    const { conversationId } = await send('where is it?');
    await core.handoff.takeOver(ada, conversationId);
    await resolve(conversationId);
    const again = await send('and the other one?');
    await core.handoff.handBack(ada, conversationId, (await conversation(conversationId)).ownerEpoch);
    await core.botTurns.apply((await load(again))!, {
      prediction: null,
      decision: { kind: 'small_talk', rule: 'small_talk', evidence: noEvidence, replies: [{ text: 'Hm.' }] },
    });
    await moveBack(conversationId, 31);
    await closeQuietOnes();
    expect(await episodes(conversationId)).toMatchObject([
      { closedBy: 'agent', outcome: 'handed_off' },
      { closedBy: 'bot', outcome: 'handed_off' },
    ]);
  });

  it('counts as handed off where an agent had it and handed it back', async () => {
    const { conversationId } = await decided('hello', 'escalate');
    const { owner } = await core.handoff.takeOver(ada, conversationId);
    await reply(conversationId, 'Done.');
    await core.handoff.handBack(ada, conversationId, owner.epoch);
    await moveBack(conversationId, 31);
    await closeQuietOnes();
    expect(await episodes(conversationId)).toMatchObject([{ closedBy: 'bot', outcome: 'handed_off' }]);
  });

  it.each<[string, () => Promise<string>]>([
    [
      'before its time is up',
      async () => {
        const { conversationId } = await decided('hello');
        await moveBack(conversationId, 29);
        return conversationId;
      },
    ],
    [
      'before the time that its workspace set is up',
      async () => {
        await core.db.workspace.update({ where: { id: shop.workspaceId }, data: { quietMinutes: 60 } });
        const { conversationId } = await decided('hello');
        await moveBack(conversationId, 59);
        return conversationId;
      },
    ],
    [
      'while the bot owes an answer',
      async () => {
        const { conversationId } = await send('hello');
        await moveBack(conversationId, 31);
        return conversationId;
      },
    ],
    [
      'while it waits for people',
      async () => {
        const { conversationId } = await decided('hello', 'escalate');
        await moveBack(conversationId, 31);
        return conversationId;
      },
    ],
    [
      'while an agent has it',
      async () => {
        const { conversationId } = await decided('hello');
        await core.handoff.takeOver(ada, conversationId);
        await moveBack(conversationId, 31);
        return conversationId;
      },
    ],
  ])('stays open %s', async (_, prepare) => {
    const conversationId = await prepare();
    await closeQuietOnes();
    await core.quietEpisodes.close({ workspaceId: shop.workspaceId, conversationId });
    expect(await episodes(conversationId)).toMatchObject([{ closedAt: null }]);
  });

  it('stays open when the visitor writes between the finding and the closing', async () => {
    const { conversationId } = await decided('hello');
    await moveBack(conversationId, 31);
    const [quiet] = (await core.quietEpisodes.due(1000)).filter((each) => each.conversationId === conversationId);
    await send('one more thing');
    await core.quietEpisodes.close(quiet!);
    expect(await conversation(conversationId)).toMatchObject({ status: 'bot' });
  });
});
