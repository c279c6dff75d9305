import type { ConversationItem, InboxView } from '#contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { belongs, emptyInbox, forgetLists, receiveItem, receivePage, requestList, rowsOf } from './inbox.js';

const me = '0190a000-0000-7000-8000-00000000000a';
const other = '0190a000-0000-7000-8000-00000000000b';

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
    lastMessageAt: '2026-11-24T10:00:00.000Z',
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
const theirs = item('a', { status: 'open', owner: { type: 'agent', id: other, epoch: 3 }, lastSeq: 4 });
const resolved = item('a', { status: 'resolved', owner: { type: 'bot', id: null, epoch: 4 }, lastSeq: 5 });

const counts = { queue: 1, mine: 0, unassigned: 3, all: 5 };
const loaded = (view: InboxView, items: ConversationItem[]) =>
  receivePage(requestList(emptyInbox, view, false), view, { items, nextCursor: null, counts });

describe('inbox', () => {
  it.each<[string, ConversationItem, InboxView[]]>([
    ['with the bot', bot, ['unassigned', 'all']],
    ['queued', queued, ['queue', 'unassigned', 'all']],
    ['mine', mine, ['mine', 'all']],
    ['of another agent', theirs, ['all']],
    ['resolved', resolved, ['resolved']],
  ])('%s: belongs to its views and no other', (_name, row, views) => {
    const every: InboxView[] = ['queue', 'mine', 'unassigned', 'all', 'resolved'];
    expect(every.filter((view) => belongs(row, view, me))).toEqual(views);
  });

  it('moves a row between views and the counts with it', () => {
    let state = receiveItem(loaded('queue', [queued]), mine, me);
    expect(rowsOf(state, 'queue', me)).toEqual([]);
    expect(state.counts).toEqual({ queue: 0, mine: 1, unassigned: 2, all: 5 });
    state = receiveItem(state, resolved, me);
    expect(state.counts).toEqual({ queue: 0, mine: 0, unassigned: 2, all: 4 });
    expect(state.countsStale).toBe(false);
  });

  it('asks for the counts when it does not know where a row was', () => {
    const state = receiveItem(loaded('all', []), queued, me);
    expect(rowsOf(state, 'all', me)).toEqual([queued]);
    expect(state.countsStale).toBe(true);
  });

  it('orders the queue by urgency and the longest wait, and the others by the latest message', () => {
    const first = { ...queued, id: 'x', lastMessageAt: '2026-11-24T10:09:00.000Z' };
    const second = { ...queued, id: 'y', queuedAt: '2026-11-24T10:05:00.000Z' };
    expect(rowsOf(loaded('queue', [second, first]), 'queue', me).map((row) => row.id)).toEqual(['x', 'y']);
    expect(rowsOf(loaded('all', [second, first]), 'all', me).map((row) => row.id)).toEqual(['x', 'y']);
    const urgent = { ...queued, id: 'z', queuedAt: '2026-11-24T10:09:00.000Z', urgent: true };
    const rows = rowsOf(loaded('queue', [second, urgent, first]), 'queue', me);
    expect(rows.map((row) => row.id)).toEqual(['z', 'x', 'y']);
  });

  it('keeps a row that changed while the first page was on its way', () => {
    const requested = requestList(loaded('all', [bot]), 'all', false);
    const changed = receiveItem(requested, item('b'), me);
    const state = receivePage(changed, 'all', { items: [bot], nextCursor: 'c', counts });
    expect(
      rowsOf(state, 'all', me)
        .map((row) => row.id)
        .sort(),
    ).toEqual(['a', 'b']);
  });

  it('appends further pages, and starts over after a cut connection', () => {
    let state = receivePage(requestList(loaded('all', [bot]), 'all', true), 'all', {
      items: [item('b')],
      nextCursor: null,
      counts,
    });
    expect(rowsOf(state, 'all', me)).toHaveLength(2);
    state = receivePage(requestList(forgetLists(state, 'all'), 'all', false), 'all', {
      items: [bot],
      nextCursor: null,
      counts,
    });
    expect(rowsOf(state, 'all', me)).toHaveLength(1);
    expect(forgetLists(state, 'mine').lists).toEqual({});
  });

  it('ends at the same row and counts whatever the order and duplication of updates', () => {
    const life = [bot, queued, mine, theirs, resolved];
    fc.assert(
      fc.property(fc.shuffledSubarray([...life, ...life], { minLength: 10 }), (events) => {
        const state = events.reduce((inbox, event) => receiveItem(inbox, event, me), loaded('all', [bot]));
        expect(state.items.a).toEqual(resolved);
        expect(state.counts).toEqual({ queue: 1, mine: 0, unassigned: 2, all: 4 });
      }),
    );
  });
});
