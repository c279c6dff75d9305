import type { ConversationItem, InboxCount, InboxCounts, InboxPage, InboxQuery, InboxView, ReadMark } from '#contracts';
import { belongs, belongsToView, isUnread } from './belonging.js';
import { ItemTable } from './item-table.js';
import { compareBy, placed } from './list-order.js';

export interface InboxList {
  query: InboxQuery;
  /** In the list's order; what has left it is taken out. */
  ids: readonly string[];
  /** Rows that changed while a first page was on its way: the page may not know them yet. */
  changedMeanwhile: readonly string[];
  nextCursor: string | null;
  /** `more-failed`: what it holds is right, and the next page did not come. */
  status: 'loading' | 'loading-more' | 'ready' | 'failed' | 'more-failed';
  /** A row may belong to it, or stand elsewhere in it, and only the server can tell. */
  outdated: boolean;
}

export interface InboxState {
  items: ItemTable;
  /** How far this agent has read, by conversation. */
  reads: Readonly<Record<string, number>>;
  lists: Partial<Record<InboxView, InboxList>>;
  counts: InboxCounts | null;
  /** Something changed that the counts cannot be moved by: ask for them. */
  countsStale: boolean;
  /** Rows that came without a word on how far they are read. */
  unasked: readonly string[];
}

export const emptyInbox: InboxState = {
  items: ItemTable.empty,
  reads: {},
  lists: {},
  counts: null,
  countsStale: false,
  unasked: [],
};

const mostAsked = 100;

export function requestList(state: InboxState, query: InboxQuery, more: boolean): InboxState {
  const before = state.lists[query.view];
  const list = before && sameQuery(before.query, query) ? before : undefined;
  if (more && list) return withList(state, { ...list, status: 'loading-more' });
  return withList(state, {
    query,
    ids: list?.ids ?? [],
    changedMeanwhile: [],
    nextCursor: list?.nextCursor ?? null,
    status: 'loading',
    outdated: false,
  });
}

export function failList(state: InboxState, query: InboxQuery): InboxState {
  const list = state.lists[query.view];
  if (!list || !sameQuery(list.query, query)) return state;
  return withList(state, { ...list, status: list.status === 'loading-more' ? 'more-failed' : 'failed' });
}

/** A page of a list that was asked for another way meanwhile still brings its rows. */
export function receivePage(
  state: InboxState,
  query: InboxQuery,
  page: InboxPage,
  me: string,
  now: number,
): InboxState {
  const items = state.items.with(page.items.map((item) => newest(state.items.get(item.id), item)));
  const received = { ...withReads(state, page.reads), items, counts: page.counts, countsStale: false };
  const list = state.lists[query.view];
  if (!list || !sameQuery(list.query, query)) return received;
  const more = list.status === 'loading-more';
  let ids: readonly string[] = more ? list.ids : [];
  // Hardly a row is known, so that a long list is seldom searched.
  const fresh = page.items
    .filter(({ id }) => !state.items.get(id) || !ids.includes(id))
    .map(({ id }) => items.get(id)!);
  ids = append(ids, fresh, query, items);
  if (!more) {
    for (const id of list.changedMeanwhile)
      ids = replaced(ids, items.get(id)!, query, items, belongs(items.get(id)!, query, me, now));
  }
  return withList(received, { ...list, ids, changedMeanwhile: [], nextCursor: page.nextCursor, status: 'ready' });
}

export function receiveItem(state: InboxState, incoming: ConversationItem, me: string, now: number): InboxState {
  const known = state.items.get(incoming.id);
  const item = newest(known, incoming);
  if (item === known) return state;
  const items = state.items.with([item]);
  const lists = { ...state.lists };
  for (const list of Object.values(state.lists)) {
    const { query, status } = list;
    const belonging = belongs(item, query, me, now);
    const there = list.ids.includes(item.id);
    if (belonging === 'no' && !there) continue;
    lists[query.view] = {
      ...list,
      ids: replaced(list.ids, item, query, items, belonging),
      changedMeanwhile:
        status === 'loading' && !list.changedMeanwhile.includes(item.id)
          ? [...list.changedMeanwhile, item.id]
          : list.changedMeanwhile,
      outdated: list.outdated || (belonging === 'unknown' && !there) || (belonging !== 'no' && !compareBy(query)),
    };
  }
  const moved = { ...state, items, lists };
  if (!known) return { ...moved, countsStale: true, unasked: asked(state, item.id) };
  return {
    ...moved,
    counts: state.counts && moveCounts(state.counts, state.reads, known, item, me),
    countsStale: state.countsStale || countsUnsure(known, item),
  };
}

/** Further than before, here or on another device. */
export function receiveRead(state: InboxState, { conversationId: id, readSeq }: ReadMark, me: string): InboxState {
  const before = state.reads[id] ?? 0;
  if (readSeq <= before) return state;
  const reads = { ...state.reads, [id]: readSeq };
  const item = state.items.get(id);
  const wasUnread = item && belongsToView(item, 'mine', me) === 'yes' && isUnread(item, before);
  const isRead = wasUnread && !isUnread(item, readSeq);
  const counts = state.counts && { ...state.counts, unread: state.counts.unread - Number(isRead ?? false) };
  return { ...state, reads, counts, countsStale: state.countsStale || (counts?.mentions ?? 0) > 0 };
}

export function receiveCounts(state: InboxState, { counts, reads }: InboxCount): InboxState {
  return { ...withReads(state, reads), counts, countsStale: false };
}

/** After a cut connection every list may be wrong: the one on screen is asked for again, the others when next visited. */
export function forgetLists(state: InboxState, keep: InboxView | null): InboxState {
  const kept = keep ? state.lists[keep] : undefined;
  return { ...state, lists: keep && kept ? { [keep]: kept } : {} };
}

export function sameQuery(a: InboxQuery, b: InboxQuery): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** Rows arrive out of order: a later owner epoch wins, then a later message. */
function newest(known: ConversationItem | undefined, incoming: ConversationItem): ConversationItem {
  if (!known) return incoming;
  if (incoming.owner.epoch !== known.owner.epoch) return incoming.owner.epoch > known.owner.epoch ? incoming : known;
  return incoming.lastSeq >= known.lastSeq ? incoming : known;
}

/** A page follows what is there, in one piece; rows that changed meanwhile may not. */
function append(
  ids: readonly string[],
  rows: readonly ConversationItem[],
  query: InboxQuery,
  items: ItemTable,
): readonly string[] {
  const compare = compareBy(query);
  const last = items.get(ids.at(-1) ?? '');
  const line = last ? [last, ...rows] : rows;
  const follows = line.every((row, nth) => nth === 0 || !compare || compare(line[nth - 1]!, row) <= 0);
  if (!compare || follows) return [...ids, ...rows.map(({ id }) => id)];
  return rows.reduce<readonly string[]>(
    (placedIds, row) => placed(placedIds, row, compare, (id) => items.get(id)),
    ids,
  );
}

function replaced(
  ids: readonly string[],
  item: ConversationItem,
  query: InboxQuery,
  items: ItemTable,
  belonging: ReturnType<typeof belongs>,
): readonly string[] {
  const compare = compareBy(query);
  const there = ids.includes(item.id);
  if (belonging === 'unknown' && !there) return ids;
  if (!compare && there && belonging !== 'no') return ids;
  const others = there ? ids.filter((id) => id !== item.id) : ids;
  if (belonging === 'no') return others;
  return compare ? placed(others, item, compare, (id) => items.get(id)) : [...others, item.id];
}

function moveCounts(
  counts: InboxCounts,
  reads: InboxState['reads'],
  from: ConversationItem,
  to: ConversationItem,
  me: string,
): InboxCounts {
  const moved = { ...counts };
  const within = (item: ConversationItem, view: InboxView) => Number(belongsToView(item, view, me) === 'yes');
  const unread = (item: ConversationItem) => within(item, 'mine') * Number(isUnread(item, reads[item.id]));
  for (const view of ['waiting', 'mine', 'bot', 'all', 'snoozed'] as const)
    moved[view] += within(to, view) - within(from, view);
  moved.unread += unread(to) - unread(from);
  return moved;
}

/** Of a team, or with a note in which one may be named. */
function countsUnsure(from: ConversationItem, to: ConversationItem): boolean {
  const noted = to.lastSeq > from.lastSeq && to.lastContactSeq === from.lastContactSeq && to.preview === from.preview;
  return from.teamId !== null || to.teamId !== null || noted;
}

function asked({ unasked }: InboxState, id: string): readonly string[] {
  return unasked.includes(id) ? unasked : [...unasked, id].slice(-mostAsked);
}

function withReads(state: InboxState, marks: readonly ReadMark[]): InboxState {
  if (marks.length === 0) return state;
  const reads = { ...state.reads };
  for (const { conversationId: id, readSeq } of marks) reads[id] = Math.max(reads[id] ?? 0, readSeq);
  return { ...state, reads };
}

function withList(state: InboxState, list: InboxList): InboxState {
  return { ...state, lists: { ...state.lists, [list.query.view]: list } };
}
