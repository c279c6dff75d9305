import type {
  AttachmentView,
  ErrorBody,
  MessageView,
  QueuePlace,
  SendReceipt,
  VisitorConversation,
  VisitorInbox,
  VisitorSyncPage,
} from '#contracts';

/** What the visitor sent and the server's history does not show yet. `sending` is retried with the same id until acked. */
export interface Outgoing {
  clientMessageId: string;
  kind: 'text' | 'human';
  text: string;
  /** Uploaded already. */
  attachments: readonly AttachmentView[];
  createdAt: string;
  status: 'sending' | 'delivered' | 'failed';
  error: string | null;
  /** Where the server put it, once acked. */
  seq: number | null;
}

export type Link = 'connecting' | 'online' | 'reconnecting' | 'offline';

export interface ChatState {
  open: boolean;
  link: Link;
  inbox: VisitorInbox | null;
  /** The server refused for good (unknown inbox, origin not allowed): nothing to retry. */
  failure: ErrorBody | null;
  /** The history has been read to its end at least once: what comes now is news. */
  synced: boolean;
  conversation: VisitorConversation | null;
  /** Always a gap-free prefix of what this visitor may see, by `seq`. */
  messages: readonly MessageView[];
  /** The highest seq known to exist; above the last message's, something was missed. */
  knownSeq: number;
  seenSeq: number;
  outgoing: readonly Outgoing[];
  /** The agent types. */
  typing: boolean;
}

export type ChatEvent =
  | { type: 'opened' | 'closed' }
  | { type: 'link'; link: Link }
  | { type: 'inbox'; inbox: VisitorInbox }
  /** `fresh`: it was made just now, and its inbox is news; one from storage may be weeks old. */
  | { type: 'session'; inbox: VisitorInbox; fresh: boolean }
  | { type: 'failed'; error: ErrorBody }
  | { type: 'message'; message: MessageView }
  | { type: 'page'; page: VisitorSyncPage }
  | { type: 'conversation'; conversation: VisitorConversation }
  | { type: 'place'; place: QueuePlace }
  | { type: 'agent-read'; seq: number }
  | { type: 'typing'; typing: boolean }
  | { type: 'queued'; outgoing: Outgoing }
  | { type: 'acked'; clientMessageId: string; receipt: SendReceipt }
  | { type: 'refused'; clientMessageId: string; error: ErrorBody; final: boolean }
  | { type: 'retried' | 'discarded'; clientMessageId: string };

export const initialState: ChatState = {
  open: false,
  link: 'connecting',
  inbox: null,
  failure: null,
  synced: false,
  conversation: null,
  messages: [],
  knownSeq: 0,
  seenSeq: 0,
  outgoing: [],
  typing: false,
};

export const lastSeq = (state: ChatState): number => state.messages.at(-1)?.seq ?? 0;

/** Something exists that is not in `messages`: time for `sync`. */
export const isBehind = (state: ChatState): boolean => state.knownSeq > lastSeq(state);

export const unreadCount = (state: ChatState): number =>
  state.open ? 0 : state.messages.filter((m) => m.kind === 'outbound' && m.seq > state.seenSeq).length;

export function reduce(state: ChatState, event: ChatEvent): ChatState {
  switch (event.type) {
    case 'opened':
      return seen({ ...state, open: true });
    case 'closed':
      return { ...state, open: false };
    case 'link':
      return { ...state, link: event.link, typing: event.link === 'online' && state.typing };
    case 'inbox':
      return { ...state, inbox: event.inbox };
    case 'session':
      return event.fresh ? forget(state, event.inbox) : { ...state, inbox: state.inbox ?? event.inbox, failure: null };
    case 'failed':
      return { ...state, failure: event.error };
    case 'message':
      return seen(append(state, event.message));
    case 'page': {
      const next = event.page.messages.reduce(append, state);
      return seen({ ...next, conversation: event.page.conversation, synced: state.synced || !event.page.hasMore });
    }
    case 'conversation':
      return { ...state, conversation: event.conversation };
    case 'place': // may be late: somebody who is answered waits no more
      if (state.conversation?.status !== 'queued') return state;
      return { ...state, conversation: { ...state.conversation, ...event.place } };
    case 'agent-read':
      if (!state.conversation) return state;
      return { ...state, conversation: { ...state.conversation, agentReadSeq: event.seq } };
    case 'typing':
      return { ...state, typing: event.typing };
    case 'queued':
      return has(state, event.outgoing.clientMessageId)
        ? state
        : { ...state, outgoing: [...state.outgoing, event.outgoing] };
    case 'acked':
      return acked(state, event.clientMessageId, event.receipt.seq);
    case 'refused':
      return change(state, event.clientMessageId, {
        error: event.error.message,
        ...(event.final ? { status: 'failed' } : {}),
      });
    case 'retried':
      return change(state, event.clientMessageId, { status: 'sending', error: null });
    case 'discarded':
      return remove(state, event.clientMessageId);
  }
}

/** Only the direct successor extends the history: a duplicate changes nothing, and a gap is left for `sync` to fill. */
function append(state: ChatState, message: MessageView): ChatState {
  const knownSeq = Math.max(state.knownSeq, message.seq);
  if (message.previousSeq !== lastSeq(state) || message.seq <= lastSeq(state)) {
    return knownSeq === state.knownSeq ? state : { ...state, knownSeq };
  }
  const bySomeoneElse = message.senderType !== 'contact';
  return {
    ...state,
    knownSeq,
    messages: [...state.messages, message],
    outgoing: state.outgoing.filter(
      (o) => o.clientMessageId !== message.clientMessageId && (o.seq === null || o.seq > message.seq),
    ),
    typing: !bySomeoneElse && state.typing,
  };
}

/** The bubble stays until the history shows the message in its place. */
function acked(state: ChatState, clientMessageId: string, seq: number): ChatState {
  if (seq <= lastSeq(state)) return remove(state, clientMessageId);
  const knownSeq = Math.max(state.knownSeq, seq);
  return { ...change(state, clientMessageId, { status: 'delivered', error: null, seq }), knownSeq };
}

function remove(state: ChatState, clientMessageId: string): ChatState {
  return { ...state, outgoing: state.outgoing.filter((o) => o.clientMessageId !== clientMessageId) };
}

function change(state: ChatState, clientMessageId: string, patch: Partial<Outgoing>): ChatState {
  const outgoing = state.outgoing.map((o) => (o.clientMessageId === clientMessageId ? { ...o, ...patch } : o));
  return { ...state, outgoing };
}

/** A new session is a new contact: its history starts empty, but what was never delivered is still to be sent. */
function forget(state: ChatState, inbox: VisitorInbox): ChatState {
  const outgoing = state.outgoing.filter((o) => o.status !== 'delivered');
  return { ...initialState, open: state.open, link: state.link, inbox, outgoing };
}

function seen(state: ChatState): ChatState {
  return state.open ? { ...state, seenSeq: Math.max(state.seenSeq, lastSeq(state)) } : state;
}

function has(state: ChatState, clientMessageId: string): boolean {
  const same = (other: { clientMessageId: string }) => other.clientMessageId === clientMessageId;
  return state.outgoing.some(same) || state.messages.some(same);
}
