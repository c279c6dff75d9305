import { inboxQuery, type ConversationItem, type InboxPage, type InboxQuery, type InboxView } from '#contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { belongs } from './belonging.js';
import {
  emptyInbox,
  failList,
  forgetLists,
  receiveItem,
  receivePage,
  receiveRead,
  requestList,
  type InboxState,
} from './inbox.js';

const me = '0190a000-0000-7000-8000-00000000000a';
const other = '0190a000-0000-7000-8000-00000000000b';
const now = Date.parse('2026-11-24T12:00:00.000Z');

function item(id: string, patch: Partial<ConversationItem> = {}): ConversationItem {
  return {
    id,
    contactId: '0190a000-0000-7000-8000-00000000000c',
    contactName: 'Maria',
    status: 'bot',
    owner: { type: 'bot', id: null, epoch: 0 },
    ownerName: null,
    reason: null,
    teamId: null,
    priority: 'normal',
    snoozedUntil: null,
    labelIds: [],
    preview: 'Where is my order?',
    lastSenderType: 'contact',
    waitingSince: null,
    lastSeq: 1,
    lastContactSeq: 1,
    lastMessageAt: '2026-11-24T10:00:00.000Z',
    sla: null,
    queuedAt: null,
    urgent: false,
    episode: null,
    ...patch,
  };
}
const bot = item('a');
const queued = item('a', {
  status: 'queued',
  owner: { type: 'queue', id: null, epoch: 1 },
  lastSeq: 2,
  queuedAt: '2026-11-24T10:01:00.000Z',
});
const mine = item('a', { status: 'open', owner: { type: 'agent', id: me, epoch: 2 }, lastSeq: 3 });
const snoozed = item('a', { status: 'snoozed', owner: { type: 'agent', id: me, epoch: 3 }, lastSeq: 4 });
const theirs = item('a', { status: 'open', owner: { type: 'agent', id: other, epoch: 4 }, lastSeq: 5 });
const resolved = item('a', { status: 'resolved', owner: { type: 'bot', id: null, epoch: 5 }, lastSeq: 6 });

const counts = { waiting: 1, mine: 0, bot: 2, team: 0, mentions: 0, all: 5, snoozed: 0, unread: 0 };
const page = (items: ConversationItem[], nextCursor: string | null = null): InboxPage => ({
  ...{ items, nextCursor, counts, reads: [] },
});
const query = (view: InboxView, rest: Partial<InboxQuery> = {}): InboxQuery => ({
  ...inboxQuery.parse({ view }),
  ...rest,
});
const loaded = (asked: InboxQuery, items: ConversationItem[]) =>
  receivePage(requestList(emptyInbox, asked, false), asked, page(items), me, now);
const ids = (state: InboxState, view: InboxView) => state.lists[view]!.ids;

describe('inbox', () => {
  it.each<[string, ConversationItem, InboxView[]]>([
    ['with the bot', bot, ['bot', 'all']],
    ['queued', queued, ['waiting', 'all']],
    ['mine', mine, ['mine', 'all']],
    ['mine, snoozed', snoozed, ['all', 'snoozed']],
    ['of another agent', theirs, ['all']],
    ['resolved', resolved, ['resolved']],
  ])('%s: belongs to its views and no other', (_name, row, views) => {
    const every: InboxView[] = ['waiting', 'mine', 'bot', 'all', 'snoozed', 'resolved'];
    expect(every.filter((view) => belongs(row, query(view), me, now) === 'yes')).toEqual(views);
    expect(belongs(row, query('mentions'), me, now)).toBe('unknown');
  });

  it('moves a row between views and the counts with it', () => {
    let state = receiveItem(loaded(query('waiting'), [queued]), mine, me, now);
    expect(ids(state, 'waiting')).toEqual([]);
    expect(state.counts).toEqual({ ...counts, waiting: 0, mine: 1, unread: 1 });
    state = receiveRead(state, { conversationId: 'a', readSeq: 1 }, me);
    expect(state.counts).toMatchObject({ mine: 1, unread: 0 });
    state = receiveItem(state, { ...mine, lastSeq: 4, lastContactSeq: 4, preview: 'Hello?' }, me, now);
    expect(state.counts).toMatchObject({ mine: 1, unread: 1 });
    state = receiveItem(state, snoozed, me, now);
    expect(state.counts).toMatchObject({ mine: 0, unread: 0, snoozed: 1, all: 5 });
    state = receiveItem(state, resolved, me, now);
    expect(state.counts).toEqual({ ...counts, waiting: 0, all: 4 });
  });

  it('asks for the counts, and how far it is read, when it does not know where a row was', () => {
    const state = receiveItem(loaded(query('all'), []), queued, me, now);
    expect(ids(state, 'all')).toEqual(['a']);
    expect([state.countsStale, state.unasked]).toEqual([true, ['a']]);
  });

  it('asks the server again where only the server knows', () => {
    const ofTeam = { ...queued, teamId: other };
    expect(receiveItem(loaded(query('team'), []), ofTeam, me, now).lists.team).toMatchObject({
      ids: [],
      outdated: true,
    });
    const filter = { ...query('all').filter, labelIds: [other] };
    const labelled = { ...queued, labelIds: [other] };
    let state = receiveItem(loaded(query('all', { filter }), []), labelled, me, now);
    expect(state.lists.all).toMatchObject({ ids: ['a'], outdated: false });
    state = receiveItem(state, { ...labelled, labelIds: [] }, me, now);
    expect(ids(state, 'all')).toEqual([]);
    expect(receiveItem(loaded(query('all', { sort: 'sla' }), [bot]), mine, me, now).lists.all!.outdated).toBe(true);
  });

  it('keeps the order of a list whatever comes', () => {
    const rows = ['b', 'c', 'd'].map((id, nth) => item(id, { lastMessageAt: `2026-11-24T10:0${9 - nth}:00.000Z` }));
    let state = loaded(query('all'), rows);
    state = receiveItem(state, { ...rows[2]!, lastSeq: 2, lastMessageAt: '2026-11-24T10:30:00.000Z' }, me, now);
    expect(ids(state, 'all')).toEqual(['d', 'b', 'c']);
    state = loaded(query('all', { sort: 'priority' }), rows);
    state = receiveItem(state, { ...rows[1]!, priority: 'urgent' }, me, now);
    expect(ids(state, 'all')).toEqual(['c', 'b', 'd']);
    const urgent = { ...queued, id: 'z', queuedAt: '2026-11-24T10:09:00.000Z', urgent: true };
    expect(ids(receiveItem(loaded(query('waiting'), [queued]), urgent, me, now), 'waiting')).toEqual(['z', 'a']);
  });

  it('keeps a row that changed while the first page was on its way, and drops a page asked for another way', () => {
    const asked = query('all');
    const changed = receiveItem(requestList(loaded(asked, [bot]), asked, false), item('b'), me, now);
    const state = receivePage(changed, asked, page([bot], 'c'), me, now);
    expect([...ids(state, 'all')].sort()).toEqual(['a', 'b']);
    const resorted = requestList(state, query('all', { sort: 'oldest' }), false);
    expect(ids(receivePage(resorted, asked, page([bot]), me, now), 'all')).toEqual([]);
  });

  it('appends further pages, and starts over after a cut connection', () => {
    const asked = query('all');
    const older = item('b', { lastMessageAt: '2026-11-24T09:00:00.000Z' });
    let state = receivePage(requestList(loaded(asked, [bot]), asked, true), asked, page([older]), me, now);
    expect(ids(state, 'all')).toEqual(['a', 'b']);
    state = receivePage(requestList(forgetLists(state, 'all'), asked, false), asked, page([bot]), me, now);
    expect(ids(state, 'all')).toEqual(['a']);
    expect(forgetLists(state, 'mine').lists).toEqual({});
  });

  it('keeps what it holds when a further page did not come, and goes on from there', () => {
    const asked = query('all');
    const first = receivePage(requestList(emptyInbox, asked, false), asked, page([bot], 'c'), me, now);
    const failed = failList(requestList(first, asked, true), asked);
    expect(failed.lists.all).toMatchObject({ ids: ['a'], nextCursor: 'c', status: 'more-failed' });
    const older = item('b', { lastMessageAt: '2026-11-24T09:00:00.000Z' });
    const again = receivePage(requestList(failed, asked, true), asked, page([older]), me, now);
    expect(again.lists.all).toMatchObject({ ids: ['a', 'b'], nextCursor: null, status: 'ready' });
    expect(failList(requestList(again, asked, false), asked).lists.all!.status).toBe('failed');
  });

  it('ends at the same row and counts whatever the order and duplication of updates', () => {
    const life = [bot, queued, mine, snoozed, theirs, resolved];
    fc.assert(
      fc.property(fc.shuffledSubarray([...life, ...life], { minLength: 12 }), (events) => {
        const state = events.reduce((inbox, event) => receiveItem(inbox, event, me, now), loaded(query('all'), [bot]));
        expect(state.items.get('a')).toEqual(resolved);
        expect(state.counts).toEqual({ ...counts, bot: 1, all: 4 });
      }),
    );
  });
});
