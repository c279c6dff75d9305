import { uuidv7 } from 'uuidv7';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inboxCursor, inboxQuery, type InboxFilter, type InboxQuery, type InboxSort, type InboxView } from '#contracts';
import type { AgentActor, ContactActor } from '#conversation';
import { startCore } from '../support/core.js';
import { freshEnvironment } from '../support/environment.js';

let core: Awaited<ReturnType<typeof startCore>>;
let shop: Awaited<ReturnType<typeof core.workspace>>;
let ada: AgentActor;
let bob: AgentActor;

beforeAll(async () => {
  core = await startCore(await freshEnvironment());
});
beforeEach(async () => {
  shop = await core.workspace();
  [ada, bob] = [await shop.agent('Ada'), await shop.agent('Bob')];
});

const hour = 3_600_000;
const soon = () => new Date(Date.now() + hour).toISOString();
const send = (actor: ContactActor, text: string) =>
  core.contactMessages.send(actor, { clientMessageId: uuidv7(), text });

/** A conversation of a new visitor that waits, or of Ada where `taken`. */
async function conversation(text: string, taken = false) {
  const visitor = await shop.contact();
  await core.contactMessages.requestHuman(visitor, uuidv7());
  const { conversationId: id } = await send(visitor, text);
  if (taken) await core.handoff.takeOver(ada, id);
  return { id, visitor };
}
const stored = (id: string) => core.db.conversation.findUniqueOrThrow({ where: { id } });
const change = (agent: AgentActor, ids: string[], what: Parameters<typeof core.changes.change>[2]) =>
  core.changes.change(agent, ids, what);

interface Asked {
  view?: InboxView;
  sort?: InboxSort;
  filter?: Partial<InboxFilter>;
}
/** Ids of a whole list, read in pages of two. */
async function listed({ view = 'all', sort, filter = {} }: Asked, agent = ada): Promise<string[]> {
  const query: InboxQuery = inboxQuery.parse({ view, sort, filter });
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await core.inbox.list(agent, query, cursor === null ? undefined : inboxCursor.parse(cursor), 2);
    ids.push(...page.items.map(({ id }) => id));
    ({ nextCursor: cursor } = page as { nextCursor: string | null });
  } while (cursor !== null);
  return ids;
}

describe('the list', () => {
  it('is sorted five ways, page by page, and what has nothing of it comes last', async () => {
    const ids: string[] = [];
    for (const text of ['one', 'two', 'three', 'four', 'five']) ids.push((await conversation(text)).id);
    const [one, two, three, four, five] = ids as [string, string, string, string, string];
    await change(ada, [two, four], { type: 'priority', priority: 'high' });
    await change(ada, [three], { type: 'priority', priority: 'urgent' });
    await core.handoff.takeOver(ada, one);
    await core.agentMessages.reply(ada, { conversationId: one, clientMessageId: uuidv7(), text: 'Hello' }); // waits no more
    for (const [conversationId, minutes] of [[five, 1] as const, [two, 2] as const]) {
      const [now, dueAt] = [new Date(), new Date(Date.now() + minutes * 60_000)];
      await core.db.slaTimer.create({
        data: {
          ...{ id: uuidv7(), workspaceId: shop.workspaceId, conversationId, episodeId: uuidv7() },
          ...{ kind: 'first_response', startedAt: now, warnAt: dueAt, dueAt },
        },
      });
    }
    const lists: [InboxSort, string[]][] = [
      ['newest', [one, five, four, three, two]],
      ['oldest', [two, three, four, five, one]],
      ['waiting_longest', [two, three, four, five, one]],
      ['priority', [three, four, two, one, five]],
      ['sla', [five, two, one, three, four]],
    ];
    for (const [sort, expected] of lists) expect([sort, await listed({ sort })]).toEqual([sort, expected]);
    expect(await listed({ view: 'waiting' })).toEqual([three, two, four, five]);
  });

  it('is filtered by each field, and by all of them at once', async () => {
    const [late, other] = [await conversation('Where is it?', true), await conversation('A refund, please')];
    const { workspaceId } = shop;
    const team = await core.db.team.create({ data: { id: uuidv7(), workspaceId, name: 'Returns' } });
    await core.db.teamMember.create({ data: { teamId: team.id, userId: ada.userId, workspaceId } });
    const label = await core.db.label.create({ data: { id: uuidv7(), workspaceId, name: 'Late', colour: '#b3261e' } });
    await core.db.conversation.update({ where: { id: late.id }, data: { teamId: team.id, reason: 'out_of_scope' } });
    const { episodeId } = await stored(late.id);
    const openedAt = new Date(Date.now() - 5 * hour);
    await core.db.episode.update({ where: { id: episodeId! }, data: { locale: 'de-AT', openedAt } });
    const topK = [{ intent: 'order_status', confidence: 0.5 }];
    const figures = { confidence: 0.5, oosScore: 0.1, topK, modelVersionId: uuidv7() };
    await core.db.prediction.create({
      data: { messageId: uuidv7(), workspaceId, conversationId: late.id, ...figures },
    });
    const { items } = await change(bob, [late.id], { type: 'label', labelId: label.id, on: true });
    expect(items[0]!.labelIds).toEqual([label.id]);

    const filter: InboxFilter = {
      ...{ teamIds: [team.id], labelIds: [label.id], agentIds: [ada.userId], intents: ['order_status'] },
      ...{ reasons: ['out_of_scope', 'low_confidence'], languages: ['de'], olderThanHours: 4, newerThanHours: 6 },
    };
    expect(await listed({ filter })).toEqual([late.id]);
    for (const field of Object.keys(filter) as (keyof InboxFilter)[]) {
      const alone = await listed({ filter: { [field]: filter[field] } });
      expect([field, alone.includes(late.id)]).toEqual([field, true]);
      expect([field, alone.includes(other.id)]).toEqual([field, field === 'newerThanHours']);
    }
    expect(await listed({ filter: { ...filter, languages: ['fr'] } })).toEqual([]);
    expect(await listed({ view: 'team' })).toEqual([late.id]);
    expect(await listed({ view: 'team' }, bob)).toEqual([]);

    await change(ada, [late.id], { type: 'label', labelId: label.id, on: false });
    expect(await listed({ filter: { labelIds: [label.id] } })).toEqual([]);
  });

  it('shows the newest message as it is read: without marks of formatting, which a customer’s own words do not have', async () => {
    const { id, visitor } = await conversation('Is **this** it?', true);
    const preview = async () => (await core.inbox.open(ada, id, undefined, 1)).item.preview;
    expect(await preview()).toBe('Is **this** it?');
    const text = 'See **our** [page](https://shop.example/returns)';
    await core.agentMessages.reply(ada, { conversationId: id, clientMessageId: uuidv7(), text });
    expect(await preview()).toBe('See our page');
    await send(visitor, '2 ** 3');
    expect(await preview()).toBe('2 ** 3');
  });

  it('knows what each agent has read, and mentions with it', async () => {
    const { id, visitor } = await conversation('Hello?', true);
    const counts = async (agent: AgentActor) => (await core.inbox.counts(agent, [id])).counts;
    expect(await counts(ada)).toMatchObject({ mine: 1, unread: 1 });
    const { lastContactSeq } = await stored(id);
    await core.reading.markRead(ada, id, lastContactSeq);
    await core.reading.markRead(ada, id, 1); // an older tab
    expect(await core.inbox.counts(ada, [id])).toMatchObject({
      counts: { mine: 1, unread: 0 },
      reads: [{ conversationId: id, readSeq: lastContactSeq }],
    });
    expect((await core.inbox.counts(bob, [id])).reads).toEqual([]);

    const { seq } = await send(visitor, 'Still there?');
    expect(await counts(ada)).toMatchObject({ unread: 1 });
    const mention = { messageId: uuidv7(), userId: bob.userId, workspaceId: shop.workspaceId, conversationId: id };
    await core.db.mention.create({ data: mention });
    expect(await counts(bob)).toMatchObject({ mentions: 1 });
    expect(await listed({ view: 'mentions' }, bob)).toEqual([id]);
    await core.reading.markRead(bob, id, seq + 1000);
    expect(await counts(bob)).toMatchObject({ mentions: 0 });
    expect((await core.inbox.counts(bob, [id])).reads[0]!.readSeq).toBeLessThanOrEqual(seq + 1);
  });
});

describe('conversations that are resolved together', () => {
  it('teach nothing, are refused one by one, and are taken back by whoever resolved them', async () => {
    const [first, second] = [await conversation('Where is it?', true), await conversation('A refund, please', true)];
    const waiting = await conversation('Anybody there?');
    const ids = [first.id, second.id, waiting.id];
    const { items, refused } = await change(ada, ids, { type: 'resolve' });
    expect(refused).toEqual([{ conversationId: waiting.id, error: 'NOT_OWNER' }]);
    expect(new Map(items.map(({ id, status }) => [id, status]))).toEqual(
      new Map([
        [first.id, 'resolved'],
        [second.id, 'resolved'],
        [waiting.id, 'queued'],
      ]),
    );
    const { workspaceId } = shop;
    expect(await core.db.resolution.findMany({ where: { workspaceId } })).toMatchObject([
      { kind: 'unlabelled' },
      { kind: 'unlabelled' },
    ]);
    expect(await core.db.trainingExample.count({ where: { workspaceId } })).toBe(0);

    await send(second.visitor, 'One more thing');
    const back = await change(ada, [first.id, second.id], { type: 'undo_resolve' });
    expect(back.refused).toEqual([{ conversationId: second.id, error: 'CLOSING_PAST_UNDO' }]);
    expect(await stored(first.id)).toMatchObject({ status: 'open', ownerId: ada.userId });
    const foreign = await (await core.workspace()).agent('Eve');
    await expect(change(foreign, [first.id], { type: 'resolve' })).rejects.toThrow('does not exist');
  });
});

describe('a snoozed conversation', () => {
  it('leaves its owner’s desk and capacity, and comes back at its time', async () => {
    const { id } = await conversation('Call me on Monday', true);
    const load = async () =>
      (await core.presence.availableAgents(shop.workspaceId)).find(({ userId }) => userId === ada.userId)!.load;
    expect(await load()).toBe(1);
    const { items } = await change(ada, [id], { type: 'snooze', until: soon() });
    expect(items[0]).toMatchObject({ status: 'snoozed', owner: { type: 'agent', id: ada.userId } });
    expect(await load()).toBe(0);
    expect(await listed({ view: 'mine' })).toEqual([]);
    expect(await listed({ view: 'snoozed' })).toEqual([id]);
    expect(await core.snoozes.due()).toEqual([]);

    await core.db.conversation.update({ where: { id }, data: { snoozedUntil: new Date(Date.now() - 1000) } });
    for (const due of await core.snoozes.due()) await core.snoozes.wakeDue(due);
    expect(await stored(id)).toMatchObject({ status: 'open', ownerId: ada.userId, snoozedUntil: null });
    expect(await listed({ view: 'mine' })).toEqual([id]);
  });

  it('comes back with the customer’s next message, who never heard of it', async () => {
    const { id, visitor } = await conversation('I shall measure it', true);
    await change(ada, [id], { type: 'snooze', until: soon() });
    expect((await core.contactMessages.sync(visitor, 0)).conversation!.status).toBe('open');
    await send(visitor, 'It is 40 cm');
    expect(await stored(id)).toMatchObject({ status: 'open', ownerId: ada.userId, snoozedUntil: null });
    const { messages } = await core.contactMessages.sync(visitor, 0);
    expect(messages.map(({ activity }) => activity?.code)).not.toContain('snoozed');
    expect(messages.at(-1)!.text).toBe('It is 40 cm');
  });

  it('goes to whoever is there when its owner is not', async () => {
    const { id, visitor } = await conversation('I shall ask my wife', true);
    await change(ada, [id], { type: 'snooze', until: soon() });
    await core.presence.setStatus(ada, 'away');
    await send(visitor, 'She says yes');
    expect(await stored(id)).toMatchObject({ status: 'queued', ownerType: 'queue', ownerId: null });
    expect(await listed({ view: 'waiting' })).toContain(id);
  });

  it('is snoozed and woken by its owner alone, and for a time to come', async () => {
    const [mine, theirs] = [await conversation('one', true), await conversation('two')];
    const ids = [mine.id, theirs.id];
    const { refused } = await change(ada, ids, { type: 'snooze', until: soon() });
    expect(refused).toEqual([{ conversationId: theirs.id, error: 'NOT_OWNER' }]);
    expect((await change(bob, [mine.id], { type: 'unsnooze' })).refused).toHaveLength(1);
    expect((await change(ada, [mine.id], { type: 'unsnooze' })).items[0]!.status).toBe('open');
    const past = new Date(Date.now() - hour).toISOString();
    expect((await change(ada, [mine.id], { type: 'snooze', until: past })).refused[0]!.error).toBe('SNOOZE_TIME');
    const foreign = await (await core.workspace()).agent('Eve');
    await expect(change(foreign, [mine.id], { type: 'unsnooze' })).rejects.toThrow('does not exist');
  });
});

describe('search', () => {
  const found = async (typed: string, agent = ada) =>
    (await core.search.search(agent, typed)).results.map(({ conversation: { id } }) => id);

  it('finds stems of five languages, beginnings and exact numbers, and nothing of another shop', async () => {
    const texts: Record<string, string> = {
      en: 'I was refunded for the wrong shoes',
      de: 'Wo sind meine Bestellungen?',
      es: 'Quiero devolver unos zapatos',
      fr: 'Je voudrais annuler mes commandes',
      ar: 'أين طلباتي',
      number: 'order #FH-10423 is late',
      longer: 'order FH-104231 too',
    };
    const ids: Record<string, string> = {};
    for (const [name, text] of Object.entries(texts)) ids[name] = (await conversation(text)).id;
    const table: [typed: string, names: string[]][] = [
      ['refunding', ['en']],
      ['bestellung', ['de']],
      ['devolver zapato', ['es']],
      ['commande', ['fr']],
      ['طلبات', ['ar']],
      ['10423', ['number']],
      ['fh-10423', ['number']],
      ['1042', []],
      ['order', ['longer', 'number']],
      ['wro', ['en']],
      ['the wrong shoes', ['en']],
      ['shoes 10423', []],
      ["'; DROP TABLE message; --", []],
    ];
    for (const [typed, names] of table) expect([typed, await found(typed)]).toEqual([typed, names.map((n) => ids[n])]);
    const stranger = await (await core.workspace()).agent('Eve');
    expect(await found('order', stranger)).toEqual([]);
  });

  it('groups by conversation with marked excerpts, finds contacts first, and goes on to older ones', async () => {
    const first = await conversation('my parcel <b>never</b> came');
    await send(first.visitor, 'the parcel, I mean');
    const { name, email } = { name: 'Maria Parcelli', email: 'maria@example.com' };
    const second = await conversation('hello');
    await core.db.contact.update({ where: { id: second.visitor.contactId }, data: { name, email } });
    const { results } = await core.search.search(ada, 'parcel');
    expect(results.map(({ conversation: { id } }) => id)).toEqual([second.id, first.id]);
    expect(results[0]!.hits).toEqual([]);
    const { excerpt } = results[1]!.hits[1]!;
    expect(excerpt.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('')).toBe('my [parcel] <b>never</b> came');
    expect(await found('maria@example.com')).toEqual([second.id]);

    for (let nth = 0; nth < 21; nth++) await conversation(`suitcase ${nth}`);
    const page = await core.search.search(ada, 'suitcase');
    const rest = await core.search.search(ada, 'suitcase', page.next!);
    expect([page.results.length, rest.results.length, rest.next]).toEqual([20, 1, null]);
  });
});
