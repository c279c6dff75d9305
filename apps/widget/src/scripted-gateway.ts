import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { defaultAppearance } from './appearance.js';
import type { ErrorCode, MessageView, ServerToVisitor, VisitorToServer } from '#contracts';

export type Fault = 'cut before commit' | 'cut after commit' | 'event lost' | 'event doubled' | ErrorCode;

const inbox = { name: 'Shop', greeting: 'Hi', locale: 'en', appearance: defaultAppearance };

/** What it reads of a request for a session. */
interface SessionRequest {
  identityToken?: string;
}

const reads = 2;

/** For the connection's spec: a gateway's visitor side over one array, that commits each fault of a script, one per send. */
export class ScriptedGateway {
  readonly history: MessageView[] = [];
  faults: (Fault | null)[] = [];
  inboxKnown = true;
  sessions = 0;
  /** The identity tokens that came with requests for sessions; null: none. */
  readonly identities: (string | null)[] = [];
  /** Identity tokens it takes. */
  genuine: string[] = [];
  readonly #tokens = new Set<string>();
  readonly #http = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => response.end(JSON.stringify(this.#openSession(JSON.parse(body) as SessionRequest))));
  });
  readonly #io = new Server<VisitorToServer, ServerToVisitor>(this.#http);
  readonly #visitors = this.#io.of('/visitor');

  constructor() {
    this.#visitors.use((socket, next) => {
      const expired = { code: 'SESSION_EXPIRED', message: 'Start a new one.' };
      const known = this.#tokens.has(String(socket.handshake.auth['token']));
      next(known ? undefined : Object.assign(new Error(), { data: expired }));
    });
    this.#visitors.on('connection', (socket) => {
      socket.on('sync', ({ lastSeq }, ack) => {
        const rest = this.history.filter((m) => m.seq > lastSeq);
        ack({ ok: true, data: { conversation: null, messages: rest.slice(0, reads), hasMore: rest.length > reads } });
      });
      socket.on('message:send', ({ clientMessageId, text }, ack) => {
        const fault = this.faults.shift() ?? null;
        if (fault === 'cut before commit') return void socket.conn.close();
        if (isErrorCode(fault)) return ack({ ok: false, error: { code: fault, message: `Sentence of ${fault}.` } });
        const stored = this.history.find((m) => m.clientMessageId === clientMessageId);
        const { id, seq } = stored ?? this.#append('inbound', clientMessageId, text, fault);
        if (!stored) this.#append('outbound', `reply-${clientMessageId}`, `reply to ${text}`, fault);
        if (fault === 'cut after commit') return void socket.conn.close();
        ack({ ok: true, data: { id, seq, conversationId: 'c' } });
      });
    });
  }

  async listen(): Promise<string> {
    await new Promise<void>((ready) => this.#http.listen(0, '127.0.0.1', ready));
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`;
  }

  /** Every session ends at once, and with it the contact's history. */
  expireSessions() {
    this.#tokens.clear();
    this.history.length = 0;
    this.#visitors.disconnectSockets(true);
  }

  /** Somebody answers while the gateway is cut off from the others; then it says that events were lost. */
  answerUnheard(text: string) {
    this.#append('outbound', `answer-${text}`, text, 'event lost');
    this.#visitors.emit('resync');
  }

  async close() {
    await this.#io.close();
  }

  #openSession({ identityToken }: SessionRequest) {
    this.identities.push(identityToken ?? null);
    if (identityToken && !this.genuine.includes(identityToken))
      return { code: 'NOT_AUTHENTICATED', message: 'Expired.' };
    if (!this.inboxKnown) return { code: 'INBOX_UNKNOWN', message: 'No inbox has this key.' };
    const token = `token-${++this.sessions}`;
    this.#tokens.add(token);
    return { token, expiresAt: '2999-01-01T00:00:00.000Z', inbox };
  }

  #append(kind: 'inbound' | 'outbound', clientMessageId: string, text: string, fault: Fault | null): MessageView {
    const previousSeq = this.history.at(-1)?.seq ?? 0;
    const message: MessageView = {
      id: `id-${clientMessageId}`,
      conversationId: 'c',
      // The seq between belongs to a note, which visitors never see.
      seq: previousSeq + 2,
      previousSeq,
      kind,
      senderType: kind === 'inbound' ? 'contact' : 'bot',
      senderName: null,
      text,
      activity: null,
      quickReplies: [],
      attachments: [],
      mail: null,
      clientMessageId,
      modelVersionId: null,
      createdAt: '2026-01-01T00:00:00.000Z',
    };
    this.history.push(message);
    const times = fault === 'event lost' ? 0 : fault === 'event doubled' ? 2 : 1;
    for (let i = 0; i < times; i++) this.#visitors.emit('message', message);
    return message;
  }
}

function isErrorCode(fault: Fault | null): fault is ErrorCode {
  return fault !== null && fault === fault.toUpperCase();
}
