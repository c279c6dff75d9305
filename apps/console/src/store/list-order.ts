import { queueOrder, type ConversationItem, type InboxQuery } from '#contracts';

type Compare = (a: ConversationItem, b: ConversationItem) => number;

/** Times and ids are written so that they sort as they stand. */
const up = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const priorities = ['low', 'normal', 'high', 'urgent'];

const newest: Compare = (a, b) => up(b.lastMessageAt, a.lastMessageAt) || up(b.id, a.id);
/** Those without it come last. */
const since: Compare = (a, b) =>
  Number(a.waitingSince === null) - Number(b.waitingSince === null) ||
  up(a.waitingSince ?? '', b.waitingSince ?? '') ||
  up(a.id, b.id);
const placeOf = ({ queuedAt, priority, urgent }: ConversationItem) =>
  queueOrder(new Date(queuedAt ?? 0), priority, urgent).getTime();
const line: Compare = (a, b) => placeOf(a) - placeOf(b) || up(a.id, b.id);

/** The server's order of a list; null where the rows do not hold what it is by. */
export function compareBy({ view, sort }: InboxQuery): Compare | null {
  switch (sort) {
    case null:
      return view === 'waiting' ? line : newest;
    case 'newest':
      return newest;
    case 'oldest':
      return (a, b) => newest(b, a);
    case 'waiting_longest':
      return since;
    case 'priority':
      return (a, b) => priorities.indexOf(b.priority) - priorities.indexOf(a.priority) || newest(a, b);
    case 'sla':
      return null;
  }
}

/** `ids` with one more at its place. */
export function placed(
  ids: readonly string[],
  item: ConversationItem,
  compare: Compare,
  itemOf: (id: string) => ConversationItem | undefined,
): string[] {
  let [low, high] = [0, ids.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const there = itemOf(ids[middle]!);
    if (there && compare(there, item) <= 0) low = middle + 1;
    else high = middle;
  }
  return [...ids.slice(0, low), item.id, ...ids.slice(low)];
}
