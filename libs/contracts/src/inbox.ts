import { z } from 'zod';
import { conversationPriority, escalationReason } from './enums.js';
import type { ErrorCode } from './errors.js';
import { integer, isoTime, safeText } from './text.js';
import type { ConversationItem, InboxCounts } from './views.js';

/**
 * waiting: for an agent. mine: owned by the agent who asks, and not snoozed. bot: with the bot. team: of the asking agent's teams,
 * not resolved. mentions: that agent is named in a note. all: every one not resolved. snoozed: put off by the agent who asks.
 */
export const inboxView = z.enum(['waiting', 'mine', 'bot', 'team', 'mentions', 'all', 'snoozed', 'resolved']);
export type InboxView = z.infer<typeof inboxView>;

/** By the last message, the customer's wait, the priority, or the promise that is due next. What has none of it comes last. */
export const inboxSort = z.enum(['newest', 'oldest', 'waiting_longest', 'priority', 'sla']);
export type InboxSort = z.infer<typeof inboxSort>;

const hours = integer(1).max(100_000).nullable().default(null);
const ids = z.array(z.uuid()).max(50).default([]);

/** Of each field that is not empty, one of its values must hold. */
export const inboxFilter = z.object({
  teamIds: ids,
  labelIds: ids,
  /** Of owners. */
  agentIds: ids,
  /** Names of intents: the model's first guess at the newest message it read. */
  intents: z.array(safeText(100)).max(50).default([]),
  reasons: z.array(escalationReason).max(20).default([]),
  /** BCP 47 primary languages of the customer's session. */
  languages: z
    .array(z.string().regex(/^[a-z]{2,8}$/))
    .max(50)
    .default([]),
  /** Since the episode was opened. */
  olderThanHours: hours,
  newerThanHours: hours,
});
export type InboxFilter = z.output<typeof inboxFilter>;

/** Without a sort, a view has its own: Waiting the order in which they are offered, the others the newest first. */
export const inboxQuery = z.object({
  view: inboxView,
  sort: inboxSort.nullable().default(null),
  filter: inboxFilter.prefault({}),
});
export type InboxQuery = z.output<typeof inboxQuery>;

/**
 * `<time>_<id>_<rank>` of a page's last row, with what its sort needs: where the next page begins. Opaque to clients: the `nextCursor` of the
 * page before.
 */
export const inboxCursor = z
  .string()
  .max(80)
  .transform((cursor) => cursor.split('_'))
  .pipe(z.tuple([z.union([isoTime, z.literal('')]), z.uuid(), z.string().regex(/^-?\d{1,6}$/)]))
  .transform(([at, id, rank]) => ({ at: at === '' ? null : new Date(at), id, rank: Number(rank) }));
export type InboxCursor = z.output<typeof inboxCursor>;

export const listInbox = inboxQuery.extend({
  cursor: inboxCursor.optional(),
  limit: z.number().int().min(1).max(100).default(50),
});

/** How far the agent who asks has read a conversation. */
export interface ReadMark {
  conversationId: string;
  readSeq: number;
}

export interface InboxPage {
  items: ConversationItem[];
  nextCursor: string | null;
  counts: InboxCounts;
  /** Of its items; what is missing was never read. */
  reads: ReadMark[];
}

/** The counts, and how far some conversations are read. */
export const countInbox = z.object({ conversationIds: z.array(z.uuid()).max(100).default([]) });
export type InboxCount = Pick<InboxPage, 'counts' | 'reads'>;

/** This agent has seen everything up to `seq`, on whatever device. */
export const readConversation = z.object({ conversationId: z.uuid(), seq: integer(1) });

/**
 * All but labels and priority is the owner's alone. `resolve` teaches nothing; `undo_resolve` takes it back within `undoSeconds`, by whoever
 * resolved it and if nothing has come since.
 */
export const conversationChange = z.discriminatedUnion('type', [
  z.object({ type: z.literal('label'), labelId: z.uuid(), on: z.boolean() }),
  z.object({ type: z.literal('priority'), priority: conversationPriority }),
  z.object({ type: z.literal('snooze'), until: isoTime }),
  z.object({ type: z.literal('unsnooze') }),
  z.object({ type: z.literal('resolve') }),
  z.object({ type: z.literal('undo_resolve') }),
]);
export type ConversationChange = z.infer<typeof conversationChange>;
/** The same change to each of them. One that is refused is named and leaves the others changed. */
export const changeConversations = z.object({
  conversationIds: z.array(z.uuid()).min(1).max(100),
  change: conversationChange,
});
export interface ChangedConversations {
  items: ConversationItem[];
  refused: { conversationId: string; error: ErrorCode }[];
}
