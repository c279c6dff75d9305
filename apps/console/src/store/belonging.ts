import type { ConversationItem, InboxFilter, InboxQuery } from '#contracts';

/** Only the server knows which teams one is in, where one is named, and what the model guessed. */
export type Belonging = 'yes' | 'no' | 'unknown';

const hour = 3_600_000;

export function belongs(item: ConversationItem, { view, filter }: InboxQuery, me: string, now: number): Belonging {
  if (!passes(item, filter, now)) return 'no';
  const inView = belongsToView(item, view, me);
  return inView === 'yes' && filter.intents.length > 0 ? 'unknown' : inView;
}

export function belongsToView(item: ConversationItem, view: InboxQuery['view'], me: string): Belonging {
  const own = item.owner.type === 'agent' && item.owner.id === me;
  const sure = (holds: boolean): Belonging => (holds ? 'yes' : 'no');
  switch (view) {
    case 'waiting':
      return sure(item.status === 'queued');
    case 'mine':
      return sure(own && item.status === 'open');
    case 'bot':
      return sure(item.status === 'bot');
    case 'team':
      return item.teamId !== null && item.status !== 'resolved' ? 'unknown' : 'no';
    case 'mentions':
      return 'unknown';
    case 'all':
      return sure(item.status !== 'resolved');
    case 'snoozed':
      return sure(own && item.status === 'snoozed');
    case 'resolved':
      return sure(item.status === 'resolved');
  }
}

function passes(item: ConversationItem, filter: InboxFilter, now: number): boolean {
  const oneOf = <T>(wanted: readonly T[], value: T | null | undefined) =>
    wanted.length === 0 || (value !== null && value !== undefined && wanted.includes(value));
  const age = item.episode ? (now - Date.parse(item.episode.openedAt)) / hour : null;
  return (
    oneOf(filter.teamIds, item.teamId) &&
    oneOf(filter.agentIds, item.owner.id) &&
    oneOf(filter.reasons, item.reason) &&
    oneOf(filter.languages, item.episode?.locale?.toLowerCase().split(/[-_]/)[0]) &&
    (filter.labelIds.length === 0 || filter.labelIds.some((id) => item.labelIds.includes(id))) &&
    (filter.olderThanHours === null || (age !== null && age > filter.olderThanHours)) &&
    (filter.newerThanHours === null || (age !== null && age < filter.newerThanHours))
  );
}

/** In this agent's hands. */
export function isOwn({ owner, status }: Pick<ConversationItem, 'owner' | 'status'>, me: string): boolean {
  return owner.type === 'agent' && owner.id === me && status !== 'resolved';
}

/** Somebody owns it, or will, and its customer has written since this agent read it. */
export function isUnread(item: ConversationItem, readSeq: number | undefined): boolean {
  return ['queued', 'open', 'snoozed'].includes(item.status) && item.lastContactSeq > (readSeq ?? 0);
}
