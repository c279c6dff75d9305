import { queueOrder, type ConversationItem, type InboxCounts, type InboxPage, type InboxView } from '#contracts';

/** `ids` may hold rows that have left the view since: `rowsOf` filters by what the rows say now. */
export interface InboxList {
  ids: string[];
  /** Rows that changed while a first page was on its way: the page may not know them yet. */
  changedMeanwhile: string[];
  nextCursor: string | null;
  status: 'loading' | 'loading-more' | 'ready' | 'failed';
}

export interface InboxState {
  items: Record<string, ConversationItem>;
  lists: Partial<Record<InboxView, InboxList>>;
  counts: InboxCounts | null;
  /** A row changed whose former place is unknown, so the counts cannot be moved by hand: ask for them. */
  countsStale: boolean;
}

export const emptyInbox: InboxState = { items: {}, lists: {}, counts: null, countsStale: false };

export function belongs(item: ConversationItem, view: InboxView, agentId: string): boolean {
  if (view === 'resolved') return item.status === 'resolved';
  if (item.status === 'resolved') return false;
  switch (view) {
    case 'queue':
      return item.status === 'queued';
    case 'mine':
      return item.owner.type === 'agent' && item.owner.id === agentId;
    case 'unassigned':
      return item.owner.type !== 'agent';
    case 'all':
      return true;
  }
}

function placeOf({ queuedAt, priority, urgent }: ConversationItem): number {
  return queueOrder(new Date(queuedAt ?? 0), priority, urgent).getTime();
}

/** In the order of the line in the queue, latest message first elsewhere: the order in which the server pages. */
export function rowsOf(state: InboxState, view: InboxView, agentId: string): ConversationItem[] {
  const rows = (state.lists[view]?.ids ?? [])
    .map((id) => state.items[id])
    .filter((item) => item !== undefined)
    .filter((item) => belongs(item, view, agentId));
  return rows.sort(
    view === 'queue'
      ? (a, b) => placeOf(a) - placeOf(b) || a.id.localeCompare(b.id)
      : (a, b) => b.lastMessageAt.localeCompare(a.lastMessageAt) || b.id.localeCompare(a.id),
  );
}

export function requestList(state: InboxState, view: InboxView, more: boolean): InboxState {
  const list = state.lists[view];
  if (more && list) return withList(state, view, { ...list, status: 'loading-more' });
  return withList(state, view, {
    ids: list?.ids ?? [],
    changedMeanwhile: [],
    nextCursor: list?.nextCursor ?? null,
    status: 'loading',
  });
}

export function failList(state: InboxState, view: InboxView): InboxState {
  const list = state.lists[view];
  return list ? withList(state, view, { ...list, status: 'failed' }) : state;
}

export function receivePage(state: InboxState, view: InboxView, page: InboxPage): InboxState {
  const list = state.lists[view];
  const before = list?.status === 'loading-more' ? list.ids : (list?.changedMeanwhile ?? []);
  const ids = [...new Set([...before, ...page.items.map((item) => item.id)])];
  const items = { ...state.items };
  for (const item of page.items) items[item.id] = newest(items[item.id], item);
  return {
    items,
    lists: { ...state.lists, [view]: { ids, changedMeanwhile: [], nextCursor: page.nextCursor, status: 'ready' } },
    counts: page.counts,
    countsStale: false,
  };
}

export function receiveItem(state: InboxState, incoming: ConversationItem, agentId: string): InboxState {
  const known = state.items[incoming.id];
  const item = newest(known, incoming);
  if (item === known) return state;
  const lists = { ...state.lists };
  for (const [view, list] of Object.entries(state.lists) as [InboxView, InboxList][]) {
    if (!belongs(item, view, agentId)) continue;
    lists[view] = {
      ...list,
      ids: list.ids.includes(item.id) ? list.ids : [...list.ids, item.id],
      changedMeanwhile: list.status === 'loading' ? [...list.changedMeanwhile, item.id] : [],
    };
  }
  return {
    items: { ...state.items, [item.id]: item },
    lists,
    counts: known && state.counts ? moveCounts(state.counts, known, item, agentId) : state.counts,
    countsStale: state.countsStale || !known,
  };
}

/** After a cut connection every list may be wrong: the one on screen is asked for again, the others when next visited. */
export function forgetLists(state: InboxState, keep: InboxView | null): InboxState {
  const kept = keep ? state.lists[keep] : undefined;
  return { ...state, lists: keep && kept ? { [keep]: kept } : {} };
}

/** Rows arrive out of order: a later owner epoch wins, then a later message. */
function newest(known: ConversationItem | undefined, incoming: ConversationItem): ConversationItem {
  if (!known) return incoming;
  if (incoming.owner.epoch !== known.owner.epoch) return incoming.owner.epoch > known.owner.epoch ? incoming : known;
  return incoming.lastSeq >= known.lastSeq ? incoming : known;
}

function moveCounts(counts: InboxCounts, from: ConversationItem, to: ConversationItem, agentId: string): InboxCounts {
  const moved = { ...counts };
  for (const view of ['queue', 'mine', 'unassigned', 'all'] as const) {
    moved[view] += Number(belongs(to, view, agentId)) - Number(belongs(from, view, agentId));
  }
  return moved;
}

function withList(state: InboxState, view: InboxView, list: InboxList): InboxState {
  return { ...state, lists: { ...state.lists, [view]: list } };
}
