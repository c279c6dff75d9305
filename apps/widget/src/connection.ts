import type { AttachmentView, ErrorBody } from '#contracts';
import { backoff } from './backoff.js';
import { createFileTransfer, type FileTransfer } from './files.js';
import { createSendQueue } from './send-queue.js';
import { createSender } from './sender.js';
import { createSession, storedSession, subjectOf, type SessionRequest } from './session.js';
import { isBehind, lastSeq, type ChatEvent, type Outgoing } from './state.js';
import type { KeyValue } from './storage.js';
import type { Store } from './store.js';
import { createTypingSignal } from './typing-signal.js';
import { ask, endsSession, openSocket, passes } from './visitor-socket.js';

/** "Is typing" fades after this (ms) when its end got lost. */
const typingLifetime = 10_000;
/** A sent message usually follows its ack at once; only if it does not (ms), it is read by `sync`. */
const echoPatience = 250;
/** The gateway tells everybody at once that events were lost; within this time (ms) all have asked for them. */
const resyncSpread = 2000;
/** What is received and read within this time (ms) is told at once. */
const seenPause = 300;

export interface Connection {
  /** On the first opening. */
  start: () => void;
  /** On page load: connects only when an earlier page left a session or something to send. */
  resume: () => void;
  send: (text: string, attachments?: readonly AttachmentView[]) => void;
  files: FileTransfer;
  /** False: it did not arrive. */
  rate: (score: number, comment: string) => Promise<boolean>;
  /** The sentence that says why not; empty: no answer came; null: it is kept. */
  leaveEmail: (email: string) => Promise<string | null>;
  /** Tells, soon, how far the visitor has received and read the conversation. */
  seen: () => void;
  requestHuman: () => void;
  retry: (clientMessageId: string) => void;
  discard: (clientMessageId: string) => void;
  /** At every key press in the text field. */
  typing: () => void;
  /** Who the customer is from now on; another one finds a session and history of their own. */
  identify: (token: string) => void;
  /** The browser says it has a network again: do not wait for the next timer. */
  wake: () => void;
  stop: () => void;
}

export interface ConnectionOptions extends SessionRequest {
  storage: KeyValue;
  store: Store;
}

/**
 * The visitor's side of the conversation. Sockets are hints: whatever is sent is kept until it is acked, and whatever was
 * missed is read again by `sync`, so that any number of cuts loses and doubles nothing.
 */
export function createConnection({ storage, store, ...request }: ConnectionOptions): Connection {
  let token = '';
  let started = false;
  let stopped = false;
  let syncing = false;
  /** Failed attempts in a row, for the timers that Socket.IO does not run itself. */
  let attempts = 0;
  let typingTimer: ReturnType<typeof setTimeout> | undefined;
  let seenTimer: ReturnType<typeof setTimeout> | undefined;
  /** What the gateway was told on this connection. */
  let told = '';
  let readSeq = 0;

  const socket = openSocket(request.origin, () => token);
  const sendQueue = createSendQueue(storage);
  const flush = createSender(socket, store, sendQueue, {
    acked: () => after(echoPatience, () => isBehind(store.state) && sync()),
    sessionEnded: renew,
  });
  const typing = createTypingSignal((now) => {
    if (socket.connected) socket.volatile.emit('typing', { typing: now });
  });

  socket.on('connect', () => {
    attempts = 0;
    told = '';
    store.dispatch({ type: 'link', link: 'online' });
    void sync();
    flush();
  });
  socket.on('disconnect', (reason) => {
    lost();
    // Socket.IO comes back by itself from every other cut.
    if (reason === 'io server disconnect') later(() => socket.connect());
  });
  socket.on('connect_error', (error) => {
    lost();
    if (socket.active) return;
    const body = (error as Error & { data?: ErrorBody }).data;
    if (body && endsSession(body)) later(renew);
    else if (body && !passes(body)) store.dispatch({ type: 'failed', error: body });
    else later(() => socket.connect());
  });
  socket.on('message', (message) => {
    apply({ type: 'message', message });
    if (isBehind(store.state)) void sync();
  });
  socket.on('conversation', (conversation) => store.dispatch({ type: 'conversation', conversation }));
  socket.on('agent:read', ({ seq }) => store.dispatch({ type: 'agent-read', seq }));
  socket.on('queue:place', (place) => store.dispatch({ type: 'place', place }));
  socket.on('resync', () => after(Math.random() * resyncSpread, sync));
  socket.on('typing', ({ typing: now }) => {
    clearTimeout(typingTimer);
    store.dispatch({ type: 'typing', typing: now });
    if (now) typingTimer = setTimeout(() => store.dispatch({ type: 'typing', typing: false }), typingLifetime);
  });

  /** What left the state (seen in the history, discarded) need not be sent by a later page either. */
  function apply(event: ChatEvent) {
    const before = store.state.outgoing;
    store.dispatch(event);
    const kept = new Set(store.state.outgoing.map((o) => o.clientMessageId));
    for (const { clientMessageId } of before) if (!kept.has(clientMessageId)) sendQueue.remove(clientMessageId);
  }

  function after(ms: number, action: () => unknown) {
    setTimeout(() => !stopped && action(), ms);
  }

  /** Runs after a jittered pause, longer each time until a connection stands. */
  function later(action: () => unknown) {
    after(backoff(attempts++), action);
  }

  function lost() {
    if (store.state.link !== 'offline') store.dispatch({ type: 'link', link: 'reconnecting' });
  }

  /** `refused` is the token that the gateway no longer takes; another tab may have replaced it already. */
  async function openSession(refused: string): Promise<void> {
    const stored = storedSession(storage, request.identityToken);
    const known = stored && stored.token !== refused ? stored : null;
    const result = known ? { ok: true as const, data: known } : await createSession(storage, request);
    if (stopped) return;
    if (result.ok) {
      if (token !== result.data.token) readSeq = 0;
      token = result.data.token;
      store.dispatch({ type: 'session', inbox: result.data.inbox, fresh: !known || refused !== '' });
      socket.connect();
    } else if (passes(result.error)) {
      later(() => ensureSession(refused));
    } else if (request.identityToken) {
      const { code, message, details = [] } = result.error;
      console.error(`[Baton] The customer is treated as signed out. ${code}: ${message} ${details.join(', ')}`);
      request.identityToken = '';
      ensureSession(refused);
    } else {
      store.dispatch({ type: 'failed', error: result.error });
    }
  }

  function ensureSession(refused: string) {
    openSession(refused).catch(() => {
      lost();
      later(() => ensureSession(refused));
    });
  }

  function renew() {
    socket.disconnect();
    ensureSession(token);
  }

  /** Reads what is missing, page by page. One at a time; a gap seen meanwhile keeps it going. */
  async function sync(): Promise<void> {
    if (syncing) return;
    syncing = true;
    try {
      for (let more = true; more && socket.connected;) {
        const before = lastSeq(store.state);
        const result = await ask(socket, 'sync', { lastSeq: before });
        if (!result.ok) return endsSession(result.error) ? renew() : later(sync);
        attempts = 0;
        apply({ type: 'page', page: result.data });
        const progressed = lastSeq(store.state) > before;
        more = (result.data.hasMore || isBehind(store.state)) && progressed;
        if (isBehind(store.state) && !progressed) later(sync);
      }
    } catch {
      // No answer, or the connection went: the next connection syncs, and on this one we try again.
      if (socket.connected) later(sync);
    } finally {
      syncing = false;
    }
  }

  function seen() {
    seenTimer ??= setTimeout(() => {
      seenTimer = undefined;
      const { open } = store.state;
      const deliveredSeq = lastSeq(store.state);
      // A tab in the background has the message; nobody has read it.
      if (open && !document.hidden) readSeq = Math.max(readSeq, deliveredSeq);
      const now = `${deliveredSeq} ${readSeq}`;
      if (stopped || !socket.connected || deliveredSeq === 0 || now === told) return;
      told = now;
      socket.emit('seen', { deliveredSeq, readSeq });
    }, seenPause);
  }

  function queue(kind: Outgoing['kind'], text: string, attachments?: readonly AttachmentView[]) {
    store.dispatch({ type: 'queued', outgoing: sendQueue.add(kind, text, attachments) });
    flush();
  }

  function start() {
    if (started) return;
    started = true;
    for (const outgoing of sendQueue.load()) store.dispatch({ type: 'queued', outgoing });
    ensureSession('');
  }

  function resume() {
    if (storedSession(storage, request.identityToken) || sendQueue.load().length > 0) start();
  }

  return {
    start,
    resume,
    identify(identityToken) {
      const another = subjectOf(identityToken) !== subjectOf(request.identityToken);
      request.identityToken = identityToken;
      if (!started) resume();
      else if (another) renew();
    },
    send(text, attachments) {
      typing.stop();
      queue('text', text, attachments);
    },
    files: createFileTransfer(request.origin, () => token),
    rate: (score, comment) =>
      ask(socket, 'csat:rate', { score, comment }).then(
        ({ ok }) => ok,
        () => false,
      ),
    leaveEmail: (email) =>
      ask(socket, 'email:leave', { email, consent: true }).then(
        (answer) => (answer.ok ? null : answer.error.message),
        () => '',
      ),
    seen,
    requestHuman: () => queue('human', ''),
    retry(clientMessageId) {
      store.dispatch({ type: 'retried', clientMessageId });
      flush();
    },
    discard: (clientMessageId) => apply({ type: 'discarded', clientMessageId }),
    typing: typing.press,
    wake() {
      if (token && !socket.connected && !stopped) socket.disconnect().connect();
    },
    stop() {
      stopped = true;
      clearTimeout(typingTimer);
      clearTimeout(seenTimer);
      typing.stop();
      socket.disconnect();
    },
  };
}
