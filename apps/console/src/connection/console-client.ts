import {
  BatonError,
  type AttachmentView,
  type ChangedConversations,
  type ConversationChange,
  type ConversationItem,
  type ErrorBody,
  type InboxQuery,
  type IntentLabelInput,
  type OfferView,
  type ServerToAgent,
} from '#contracts';
import { uuidv7 } from 'uuidv7';
import type { ConsoleStore } from '../store/create-store.js';
import { isUnread } from '../store/belonging.js';
import { sameQuery } from '../store/inbox.js';
import { createCatchUp } from './catch-up.js';
import { codeOf } from './error-code.js';
import { createSender } from './sender.js';
import { call, type AgentSocket } from './socket.js';
import { namingWhoWasQuicker } from './who-was-quicker.js';

export interface ClientEvents {
  onOffer: (offer: OfferView) => void;
  /** A colleague took it from this agent. */
  onTakenOver: (item: ConversationItem) => void;
  onPromise: ServerToAgent['sla:passed'];
  onMentioned: (mention: { conversationId: string; byName: string }) => void;
  /** A customer has written in a conversation of this agent. */
  onReply: (item: ConversationItem) => void;
  onLabelsChanged: () => void;
  onTrainingProgress: (runId: string) => void;
  onIntentsChanged: () => void;
  /** Conversations or agents have changed, since a moment ago or while the connection was away. */
  onWorkChanged: () => void;
  /** The server refused the session: it has ended or was closed elsewhere. */
  onSignedOut: () => void;
}

const countsAtMostEvery = 1_000;
const workToldAtMostEvery = 1_000;
/** A list that only the server can put right is asked for again this often at most. */
const listAtMostEvery = 1_500;
const pageSize = 100;
const reconnectAfterRefusal = 2_000;
/** The gateway tells everybody at once that events were lost; within this time all have read again. */
const resyncSpread = 2_000;

/** What the console can do: each method is one thing an agent does, and its effect on the store. */
export function createConsoleClient(socket: AgentSocket, store: ConsoleStore, events: ClientEvents) {
  const sender = createSender(socket, store);
  const catchUp = createCatchUp(socket, store);
  let query: InboxQuery | null = null;
  let shown: string | null = null;
  let listTimer: ReturnType<typeof setTimeout> | undefined;
  let countsTimer: ReturnType<typeof setTimeout> | undefined;
  let workTimer: ReturnType<typeof setTimeout> | undefined;
  let reconnectTimer: ReturnType<typeof setTimeout> | undefined;
  let resyncTimer: ReturnType<typeof setTimeout> | undefined;

  const list = async (wanted: InboxQuery, more: boolean): Promise<void> => {
    store.dispatch({ type: 'list-requested', query: wanted, more });
    const cursor = more ? store.get().inbox.lists[wanted.view]?.nextCursor : null;
    try {
      const page = await call(socket, 'inbox:list', { ...wanted, limit: pageSize, ...(cursor ? { cursor } : {}) });
      store.dispatch({ type: 'list-received', query: wanted, page });
    } catch {
      store.dispatch({ type: 'list-failed', query: wanted });
    }
  };
  const refreshList = () => {
    const shownList = query && store.get().inbox.lists[query.view];
    if (!shownList?.outdated) return;
    listTimer ??= setTimeout(() => {
      listTimer = undefined;
      if (query && socket.connected) void list(query, false);
    }, listAtMostEvery);
  };

  /** The row's own event may come after the conversation was read again: whichever is first tells. */
  const noticeTakenOver = (item: ConversationItem) => {
    const { inbox, me } = store.get();
    const before = inbox.items.get(item.id)?.owner;
    const mine = before?.id === me.id && item.owner.epoch > before.epoch;
    if (mine && item.owner.type === 'agent' && item.owner.id !== me.id) events.onTakenOver(item);
  };

  const open = async (id: string): Promise<void> => {
    store.dispatch({ type: 'thread-requested', id });
    try {
      const detail = await call(socket, 'conversation:open', { conversationId: id });
      noticeTakenOver(detail.item);
      store.dispatch({ type: 'thread-opened', detail });
      catchUp(id);
    } catch (error) {
      store.dispatch({ type: 'thread-failed', id, error: codeOf(error) });
    }
  };

  /** After an action: the row as the server has it now. A refusal shows that what is on screen is old, so it is read again. */
  const act = async (id: string, action: Promise<ConversationItem>): Promise<void> => {
    try {
      store.dispatch({ type: 'item', item: await action });
    } catch (error) {
      if (socket.connected) await open(id);
      const { inbox, me } = store.get();
      throw namingWhoWasQuicker(error, inbox.items.get(id), me.id);
    }
  };

  /** What was written before is sent before: an agent who has left can write no more. */
  const leave = async (id: string, action: () => Promise<ConversationItem>): Promise<void> => {
    store.dispatch({ type: 'leaving', id, leaving: true });
    try {
      await sender.allSent(id);
      await act(id, action());
    } finally {
      store.dispatch({ type: 'leaving', id, leaving: false });
    }
  };

  /** An answered or refused offer is over; one that the server never heard about is not. */
  const answerOffer = async ({ assignmentId }: OfferView, answer: Promise<unknown>): Promise<void> => {
    try {
      await answer;
    } catch (error) {
      if (error instanceof BatonError && error.code === 'SERVICE_UNAVAILABLE') throw error;
      store.dispatch({ type: 'offer-ended', assignmentId });
      throw error;
    }
    store.dispatch({ type: 'offer-ended', assignmentId });
  };

  const readCounts = () => {
    countsTimer = undefined;
    const conversationIds = [...store.get().inbox.unasked];
    store.dispatch({ type: 'counts-asked' });
    void call(socket, 'inbox:counts', { conversationIds })
      .then((count) => store.dispatch({ type: 'counts', count }))
      .catch(() => undefined); // asked again at the next change or reconnection
  };
  const refreshCounts = () => {
    if (store.get().inbox.countsStale) countsTimer ??= setTimeout(readCounts, countsAtMostEvery);
  };

  const workChanged = () => {
    workTimer ??= setTimeout(() => {
      workTimer = undefined;
      events.onWorkChanged();
    }, workToldAtMostEvery);
  };
  /** Of a conversation of one's own. Whether one sees it anyway is the listener's to judge. */
  const isNewReply = (before: ConversationItem | undefined, item: ConversationItem): boolean => {
    const { me, inbox } = store.get();
    const own = item.status === 'open' && item.owner.id === me.id && before?.owner.id === me.id;
    return own && item.lastContactSeq > before.lastContactSeq && isUnread(item, inbox.reads[item.id]);
  };

  const handlers: ServerToAgent = {
    'conversation:updated': (item) => {
      workChanged();
      const before = store.get().inbox.items.get(item.id);
      noticeTakenOver(item);
      store.dispatch({ type: 'item', item });
      if (item.id === shown) catchUp(item.id);
      refreshCounts();
      refreshList();
      if (isNewReply(before, item)) events.onReply(item);
    },
    message: (message) => {
      store.dispatch({ type: 'messages', id: message.conversationId, messages: [message] });
      catchUp(message.conversationId);
      // The bot has decided on the customer's message: its prediction is part of the detail, not of the event.
      const decided = message.kind !== 'note' && (message.senderType === 'bot' || message.senderType === 'system');
      if (decided && message.conversationId === shown) void open(shown);
    },
    'contact:seen': ({ conversationId, seen }) => store.dispatch({ type: 'contact-seen', id: conversationId, seen }),
    'message:mail': ({ conversationId, messageId, mail }) =>
      store.dispatch({ type: 'mail', id: conversationId, messageId, mail }),
    'assignment:offered': (offer) => {
      store.dispatch({ type: 'offer', offer });
      if (store.get().offers.waiting.some((waiting) => waiting.assignmentId === offer.assignmentId))
        events.onOffer(offer);
    },
    'assignment:withdrawn': ({ assignmentId }) => store.dispatch({ type: 'offer-ended', assignmentId }),
    me: (me) => store.dispatch({ type: 'me', me }),
    viewing: ({ conversationId, ...viewing }) =>
      store.dispatch({ type: 'viewing', id: conversationId, now: Date.now(), ...viewing }),
    'sla:passed': (event) => events.onPromise(event),
    'agent:status': ({ agentId, status }) => {
      workChanged();
      store.dispatch({ type: 'agent-status', agentId, status });
    },
    typing: ({ conversationId, ...typing }) =>
      store.dispatch({ type: 'typing', id: conversationId, now: Date.now(), ...typing }),
    mentioned: (mention) => events.onMentioned(mention),
    'training:progress': ({ runId }) => events.onTrainingProgress(runId),
    'conversation:read': (mark) => {
      store.dispatch({ type: 'read', mark });
      refreshCounts();
    },
    'labels:changed': () => events.onLabelsChanged(),
    'intents:changed': () => events.onIntentsChanged(),
    resync: () => {
      resyncTimer ??= setTimeout(() => {
        resyncTimer = undefined;
        if (socket.connected) readAgain();
      }, Math.random() * resyncSpread);
    },
  };
  for (const [event, handler] of Object.entries(handlers)) socket.on(event as keyof ServerToAgent, handler as never);

  /** What is on the screen may be wrong; the rest is read when it is next visited. */
  const readAgain = () => {
    workChanged();
    store.dispatch({ type: 'lists-forgotten', keep: query?.view ?? null });
    if (query) void list(query, false);
    else readCounts();
    if (shown) void open(shown);
  };

  socket.on('connect', () => {
    store.dispatch({ type: 'connection', connection: 'online' });
    readAgain();
    sender.drainAll();
  });
  socket.on('disconnect', (reason) => {
    store.dispatch({ type: 'connection', connection: 'reconnecting' });
    if (reason === 'io server disconnect') socket.connect();
  });
  socket.on('connect_error', (error) => {
    const { code } = (error as Error & { data?: Partial<ErrorBody> }).data ?? {};
    if (code === 'NOT_AUTHENTICATED' || code === 'SESSION_EXPIRED') return events.onSignedOut();
    store.dispatch({ type: 'connection', connection: 'reconnecting' });
    // Refused by the server and not by the network: Socket.IO does not try again by itself.
    if (!socket.active) reconnectTimer = setTimeout(() => socket.connect(), reconnectAfterRefusal);
  });

  return {
    showView: (wanted: InboxQuery) => {
      query = wanted;
      const known = store.get().inbox.lists[wanted.view];
      if (socket.connected && (!known || known.outdated || !sameQuery(known.query, wanted))) void list(wanted, false);
    },
    reloadView: (wanted: InboxQuery) => list(wanted, false),
    moreOf: (wanted: InboxQuery) => list(wanted, true),
    /** On this device first: the server tells the others. */
    markRead: (id: string, seq: number) => {
      if (!socket.connected || (store.get().inbox.reads[id] ?? 0) >= seq) return;
      store.dispatch({ type: 'read', mark: { conversationId: id, readSeq: seq } });
      void call(socket, 'conversation:read', { conversationId: id, seq }).catch(() => undefined); // sent with the next message read
    },
    change: async (conversationIds: string[], change: ConversationChange): Promise<ChangedConversations> => {
      if (change.type === 'resolve') await Promise.all(conversationIds.map(sender.allSent));
      const changed = await call(socket, 'conversations:change', { conversationIds, change });
      for (const item of changed.items) store.dispatch({ type: 'item', item });
      refreshList();
      return changed;
    },
    /** Subscribes to a conversation and leaves the one before; null leaves only. */
    show: (id: string | null) => {
      if (id === shown) return;
      if (shown && socket.connected)
        void call(socket, 'conversation:leave', { conversationId: shown }).catch(() => undefined);
      shown = id;
      if (id && socket.connected) void open(id);
    },
    reopen: open,
    older: async (id: string) => {
      const thread = store.get().threads[id];
      const first = thread?.timeline.messages[0];
      if (!thread || !first || thread.loadingOlder || !thread.timeline.hasOlder) return;
      store.dispatch({ type: 'older-requested', id });
      try {
        const detail = await call(socket, 'conversation:open', { conversationId: id, beforeSeq: first.seq });
        store.dispatch({ type: 'older-received', id, detail });
      } catch {
        store.dispatch({ type: 'older-failed', id });
      }
    },
    send: (conversationId: string, kind: 'reply' | 'note', text: string, attachments: AttachmentView[] = []) => {
      const createdAt = new Date().toISOString();
      const message = { clientMessageId: uuidv7(), conversationId, kind, text, attachments, createdAt };
      store.dispatch({ type: 'send', message });
      void sender.drain(conversationId).then(() => catchUp(conversationId));
    },
    retry: (conversationId: string, clientMessageId: string) => {
      store.dispatch({ type: 'send-retried', clientMessageId });
      void sender.drain(conversationId).then(() => catchUp(conversationId));
    },
    discard: (clientMessageId: string) => store.dispatch({ type: 'send-discarded', clientMessageId }),
    typing: (conversationId: string, typing: boolean) => {
      void call(socket, 'typing', { conversationId, typing }).catch(() => undefined); // a hint, not worth an error
    },
    accept: (offer: OfferView) =>
      answerOffer(
        offer,
        act(offer.conversation.id, call(socket, 'assignment:accept', { assignmentId: offer.assignmentId })),
      ),
    decline: (offer: OfferView) =>
      answerOffer(offer, call(socket, 'assignment:decline', { assignmentId: offer.assignmentId })),
    takeOver: ({ id, owner }: Pick<ConversationItem, 'id' | 'owner'>) => {
      const fromAgentId = owner.type === 'agent' ? owner.id : null;
      return act(id, call(socket, 'conversation:take-over', { conversationId: id, fromAgentId }));
    },
    handBack: ({ id, owner }: ConversationItem) =>
      leave(id, () => call(socket, 'conversation:hand-back', { conversationId: id, ownerEpoch: owner.epoch })),
    resolve: ({ id, owner }: ConversationItem, labels: IntentLabelInput[]) =>
      leave(id, () => call(socket, 'conversation:resolve', { conversationId: id, ownerEpoch: owner.epoch, labels })),
    undoResolve: (id: string) => act(id, call(socket, 'conversation:undo-resolve', { conversationId: id })),
    setStatus: async (status: 'online' | 'busy' | 'away') => {
      store.dispatch({ type: 'me', me: await call(socket, 'status:set', { status }) });
    },
    takeChats: async (takesChats: boolean) => {
      store.dispatch({ type: 'me', me: await call(socket, 'chats:take', { takesChats }) });
    },
    transfer: ({ id, owner }: ConversationItem, to: { agentId: string } | { teamId: string }, note: string) =>
      leave(id, () => call(socket, 'conversation:transfer', { conversationId: id, ownerEpoch: owner.epoch, to, note })),
    connect: () => void socket.connect(),
    close: () => {
      clearTimeout(reconnectTimer);
      clearTimeout(resyncTimer);
      clearTimeout(listTimer);
      clearTimeout(countsTimer);
      clearTimeout(workTimer);
      countsTimer = undefined;
      socket.disconnect();
    },
  };
}

export type ConsoleClient = ReturnType<typeof createConsoleClient>;
