import type {
  AgentStatus,
  AgentView,
  ContactSeen,
  ConversationDetail,
  ConversationItem,
  ErrorCode,
  InboxCount,
  InboxPage,
  InboxQuery,
  InboxView,
  MailView,
  MessageView,
  OfferView,
  PredictionView,
  ReadMark,
} from '#contracts';
import * as inbox from './inbox.js';
import * as offers from './offers.js';
import * as sendQueue from './send-queue.js';
import { emptyTimeline, isMissing, mailed, openPage, prependPage, receive, type Timeline } from './timeline.js';

export interface Thread {
  status: 'loading' | 'ready' | 'failed';
  error: ErrorCode | null;
  timeline: Timeline;
  contact: ConversationDetail['contact'] | null;
  /** How far the customer has received and read it. */
  seen: ContactSeen | null;
  /** By message id. */
  predictions: Record<string, PredictionView>;
  /** Of the message that the episode is about, loaded or not. */
  focal: PredictionView | null;
  loadingOlder: boolean;
  /** Colleagues who look at it by agent id, and until when that is believed: the word that one left may be lost. */
  viewers: Record<string, { name: string; until: number }>;
  /** Who types now (no name: the contact), and until when that is believed (ms since 1970): the word that it stopped may be lost. */
  typing: { name: string | null; senderType: 'contact' | 'agent'; until: number } | null;
}

export interface ConsoleState {
  me: AgentView;
  connection: 'connecting' | 'online' | 'reconnecting';
  inbox: inbox.InboxState;
  threads: Record<string, Thread>;
  offers: offers.OffersState;
  sendQueue: sendQueue.Outgoing[];
  /** Conversations that the agent has left for good, as soon as what was written to them is sent. */
  leaving: string[];
}

export type ConsoleAction =
  | { type: 'connection'; connection: ConsoleState['connection'] }
  | { type: 'me'; me: AgentView }
  | { type: 'agent-status'; agentId: string; status: AgentStatus }
  | { type: 'list-requested'; query: InboxQuery; more: boolean }
  | { type: 'list-received'; query: InboxQuery; page: InboxPage }
  | { type: 'list-failed'; query: InboxQuery }
  | { type: 'lists-forgotten'; keep: InboxView | null }
  | { type: 'counts'; count: InboxCount }
  | { type: 'counts-asked' }
  | { type: 'read'; mark: ReadMark }
  | { type: 'item'; item: ConversationItem }
  | { type: 'thread-requested'; id: string }
  | { type: 'thread-opened'; detail: ConversationDetail }
  | { type: 'thread-failed'; id: string; error: ErrorCode }
  | { type: 'older-requested'; id: string }
  | { type: 'older-received'; id: string; detail: ConversationDetail }
  | { type: 'older-failed'; id: string }
  | { type: 'messages'; id: string; messages: MessageView[]; predictions?: PredictionView[] }
  | { type: 'typing'; id: string; name: string | null; senderType: 'contact' | 'agent'; typing: boolean; now: number }
  | { type: 'viewing'; id: string; agentId: string; name: string; viewing: boolean; now: number }
  | { type: 'contact-seen'; id: string; seen: ContactSeen }
  | { type: 'mail'; id: string; messageId: string; mail: MailView }
  | { type: 'offer'; offer: OfferView }
  | { type: 'offer-ended'; assignmentId: string }
  | { type: 'send'; message: Parameters<typeof sendQueue.enqueue>[1] }
  | { type: 'send-acked'; clientMessageId: string; seq: number }
  | { type: 'send-refused'; clientMessageId: string; error: ErrorCode }
  | { type: 'send-retried'; clientMessageId: string }
  | { type: 'send-discarded'; clientMessageId: string }
  | { type: 'leaving'; id: string; leaving: boolean };

export function initialState(me: AgentView, unsent: sendQueue.Outgoing[]): ConsoleState {
  return {
    me,
    connection: 'connecting',
    inbox: inbox.emptyInbox,
    threads: {},
    offers: offers.noOffers,
    sendQueue: unsent,
    leaving: [],
  };
}

const emptyThread: Thread = {
  status: 'loading',
  error: null,
  timeline: emptyTimeline,
  contact: null,
  seen: null,
  predictions: {},
  focal: null,
  loadingOlder: false,
  viewers: {},
  typing: null,
};
const keptThreads = 20;
const typingFor = 6_000;
/** Gateways say it three times a presence lease. */
const viewingFor = 60_000;

/** Everything the socket says and the agent does, in one place and without side effects. */
export function reduce(state: ConsoleState, action: ConsoleAction): ConsoleState {
  switch (action.type) {
    case 'connection':
      return { ...state, connection: action.connection };
    case 'me':
      return { ...state, me: action.me };
    case 'agent-status':
      return action.agentId === state.me.id ? { ...state, me: { ...state.me, status: action.status } } : state;
    case 'list-requested':
      return { ...state, inbox: inbox.requestList(state.inbox, action.query, action.more) };
    case 'list-received':
      return { ...state, inbox: inbox.receivePage(state.inbox, action.query, action.page, state.me.id, Date.now()) };
    case 'list-failed':
      return { ...state, inbox: inbox.failList(state.inbox, action.query) };
    case 'lists-forgotten':
      return { ...state, inbox: inbox.forgetLists(state.inbox, action.keep) };
    case 'counts':
      return { ...state, inbox: inbox.receiveCounts(state.inbox, action.count) };
    case 'counts-asked':
      return { ...state, inbox: { ...state.inbox, unasked: [] } };
    case 'read':
      return { ...state, inbox: inbox.receiveRead(state.inbox, action.mark, state.me.id) };
    case 'item':
      return { ...state, inbox: inbox.receiveItem(state.inbox, action.item, state.me.id, Date.now()) };
    case 'thread-requested':
      return withThread(state, action.id, (thread) => ({
        ...thread,
        error: null,
        status: thread.timeline.loaded ? 'ready' : 'loading',
      }));
    case 'thread-opened':
      return openThread(state, action.detail);
    case 'thread-failed':
      return withThread(state, action.id, (thread) => ({ ...thread, status: 'failed', error: action.error }));
    case 'older-requested':
      return withThread(state, action.id, (thread) => ({ ...thread, loadingOlder: true }));
    case 'older-received':
      return withThread(state, action.id, (thread) => ({
        ...thread,
        loadingOlder: false,
        timeline: prependPage(thread.timeline, action.detail.messages, action.detail.hasMore),
        predictions: { ...thread.predictions, ...byMessage(action.detail.predictions) },
      }));
    case 'older-failed':
      return withThread(state, action.id, (thread) => ({ ...thread, loadingOlder: false }));
    case 'messages':
      return receiveMessages(state, action.id, action.messages, action.predictions);
    case 'typing':
      if (!state.threads[action.id]) return state;
      return withThread(state, action.id, (thread) => ({
        ...thread,
        typing: action.typing
          ? { name: action.name, senderType: action.senderType, until: action.now + typingFor }
          : null,
      }));
    case 'viewing':
      return seen(state, action);
    case 'contact-seen':
      if (!state.threads[action.id]) return state;
      return withThread(state, action.id, (thread) => ({ ...thread, seen: action.seen }));
    case 'mail':
      if (!state.threads[action.id]) return state;
      return withThread(state, action.id, (thread) => ({
        ...thread,
        timeline: mailed(thread.timeline, action.messageId, action.mail),
      }));
    case 'offer':
      return {
        ...state,
        offers: offers.receiveOffer(state.offers, action.offer),
        inbox: inbox.receiveItem(state.inbox, action.offer.conversation, state.me.id, Date.now()),
      };
    case 'offer-ended':
      return { ...state, offers: offers.endOffer(state.offers, action.assignmentId) };
    case 'send':
      return { ...state, sendQueue: sendQueue.enqueue(state.sendQueue, action.message) };
    case 'send-acked':
      return { ...state, sendQueue: sendQueue.acknowledge(state.sendQueue, action.clientMessageId, action.seq) };
    case 'send-refused':
      return { ...state, sendQueue: sendQueue.refuse(state.sendQueue, action.clientMessageId, action.error) };
    case 'send-retried':
      return { ...state, sendQueue: sendQueue.retry(state.sendQueue, action.clientMessageId) };
    case 'send-discarded':
      return { ...state, sendQueue: sendQueue.discard(state.sendQueue, action.clientMessageId) };
    case 'leaving': {
      const others = state.leaving.filter((id) => id !== action.id);
      return { ...state, leaving: action.leaving ? [...others, action.id] : others };
    }
  }
}

/** Of colleagues only. */
function seen(state: ConsoleState, event: Extract<ConsoleAction, { type: 'viewing' }>): ConsoleState {
  if (!state.threads[event.id] || event.agentId === state.me.id) return state;
  return withThread(state, event.id, (thread) => {
    const others = Object.entries(thread.viewers).filter(([agentId]) => agentId !== event.agentId);
    const one = { name: event.name, until: event.now + viewingFor };
    return {
      ...thread,
      viewers: Object.fromEntries(event.viewing ? [...others, [event.agentId, one] as const] : others),
    };
  });
}

/** True when the server is known to hold messages of this thread that the screen does not show. */
export function threadIsMissing(state: ConsoleState, id: string): boolean {
  const thread = state.threads[id];
  const knownSeq = Math.max(state.inbox.items.get(id)?.lastSeq ?? 0, sendQueue.ackedSeq(state.sendQueue, id));
  return thread !== undefined && isMissing(thread.timeline, knownSeq);
}

function openThread(state: ConsoleState, detail: ConversationDetail): ConsoleState {
  const { item, offer } = detail;
  const opened = withThread(state, item.id, (thread) => ({
    ...thread,
    status: 'ready',
    error: null,
    timeline: openPage(thread.timeline, detail.messages, detail.hasMore),
    contact: detail.contact,
    seen: detail.seen,
    predictions: { ...thread.predictions, ...byMessage(detail.predictions) },
    focal: detail.focal,
  }));
  return {
    ...opened,
    inbox: inbox.receiveItem(opened.inbox, item, state.me.id, Date.now()),
    offers: offer ? offers.receiveOffer(opened.offers, { ...offer, conversation: item }) : opened.offers,
    sendQueue: sendQueue.settle(opened.sendQueue, detail.messages),
  };
}

function receiveMessages(
  state: ConsoleState,
  id: string,
  messages: MessageView[],
  predictions: PredictionView[] = [],
): ConsoleState {
  const settled = { ...state, sendQueue: sendQueue.settle(state.sendQueue, messages) };
  if (!state.threads[id]) return settled;
  return withThread(settled, id, (thread) => ({
    ...thread,
    timeline: receive(thread.timeline, messages),
    predictions: { ...thread.predictions, ...byMessage(predictions) },
    typing: messages.some((message) => message.senderType === thread.typing?.senderType) ? null : thread.typing,
  }));
}

/** The thread touched last is kept last; the least recently touched are dropped. */
function withThread(state: ConsoleState, id: string, patch: (thread: Thread) => Thread): ConsoleState {
  const { [id]: thread = emptyThread, ...others } = state.threads;
  const kept = Object.entries(others).slice(1 - keptThreads);
  return { ...state, threads: { ...Object.fromEntries(kept), [id]: patch(thread) } };
}

function byMessage(predictions: PredictionView[]): Record<string, PredictionView> {
  return Object.fromEntries(predictions.map((prediction) => [prediction.messageId, prediction]));
}
