import { io, type Socket } from 'socket.io-client';
import { uuidv7 } from 'uuidv7';
import {
  visitorSession,
  type Ack,
  type MessageView,
  type ServerToVisitor,
  type VisitorConversation,
  type VisitorSyncPage,
  type VisitorToServer,
} from '#contracts';
import { demoInboxKey } from '../../prisma/seed.js';
import type { Line, Screen, Visitor } from './visitor.js';

type VisitorSocket = Socket<ServerToVisitor, VisitorToServer>;

/** Asked again when no answer has come for so long, ms. */
const patience = 5000;
const pauseMs = 500;

/** By the widget's protocol: what is sent is sent again until it is acked, and what was missed is read by `sync`. */
export class SocketVisitor implements Visitor {
  readonly said: string[] = [];
  emailAskedAgain = 0;
  private socket: VisitorSocket;
  private conversation: VisitorConversation | null = null;
  private readonly messages: MessageView[] = [];
  private readonly sending = new Set<string>();
  private emailLeft = false;
  private syncing = false;
  private behind = false;

  private constructor(
    readonly name: string,
    private readonly gatewayUrl: string,
    private readonly sessionToken: string,
  ) {
    this.socket = this.open();
  }

  static async arrive(name: string, gatewayUrl: string): Promise<SocketVisitor> {
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ inboxKey: demoInboxKey, locale: 'en' }),
    };
    for (;;) {
      const response = await fetch(`${gatewayUrl}/api/visitor/sessions`, init).catch(() => null);
      if (response?.ok) return new SocketVisitor(name, gatewayUrl, visitorSession.parse(await response.json()).token);
      await new Promise((again) => setTimeout(again, pauseMs));
    }
  }

  token(): Promise<string> {
    return Promise.resolve(this.sessionToken);
  }

  screen(): Promise<Screen> {
    const spoken = this.messages.filter(({ kind }) => kind !== 'activity');
    const lines = spoken.map(({ senderType, text }) => ({
      sender: senderType as Line['sender'],
      text,
      sending: false,
    }));
    const { asksEmail = false, rating = null, status } = this.conversation ?? {};
    return Promise.resolve({
      lines: [...lines, ...[...this.sending].map((text) => ({ sender: 'contact' as const, text, sending: true }))],
      ...{ asksEmail, asksRating: rating !== null && rating.score === null, closed: status === 'resolved' },
    });
  }

  async say(text: string): Promise<void> {
    this.said.push(text);
    this.sending.add(text);
    const message = { clientMessageId: uuidv7(), text };
    await this.insist((socket) => socket.timeout(patience).emitWithAck('message:send', message));
    this.sending.delete(text);
    await this.sync();
  }

  async askForPerson(): Promise<void> {
    const request = { clientMessageId: uuidv7() };
    await this.insist((socket) => socket.timeout(patience).emitWithAck('human:request', request));
  }

  async leaveEmail(email: string): Promise<void> {
    await this.insist((socket) => socket.timeout(patience).emitWithAck('email:leave', { email, consent: true }));
    await this.sync();
    this.emailLeft = true;
  }

  async rate(score: number): Promise<void> {
    await this.insist((socket) => socket.timeout(patience).emitWithAck('csat:rate', { score }));
    await this.sync();
  }

  leave(): Promise<void> {
    this.socket.disconnect();
    return Promise.resolve();
  }

  async comeBack(): Promise<void> {
    this.socket.disconnect();
    this.socket = this.open();
    await this.sync();
  }

  private open(): VisitorSocket {
    const socket: VisitorSocket = io(`${this.gatewayUrl}/visitor`, {
      auth: { token: this.sessionToken },
      transports: ['websocket'],
      reconnectionDelayMax: 2000,
      forceNew: true,
    });
    socket.on('connect', () => void this.sync());
    socket.on('message', (message) => {
      if (!this.append(message)) void this.sync();
    });
    socket.on('conversation', (conversation) => this.hear(conversation));
    socket.on('resync', () => void this.sync());
    return socket;
  }

  /** Only the direct successor extends the history; false: something was missed. */
  private append(message: MessageView): boolean {
    const last = this.messages.at(-1)?.seq ?? 0;
    if (message.seq <= last) return true;
    if (message.previousSeq !== last) return false;
    this.messages.push(message);
    this.socket.emit('seen', { deliveredSeq: message.seq, readSeq: message.seq });
    return true;
  }

  private hear(conversation: VisitorConversation | null): void {
    if (this.emailLeft && conversation?.asksEmail && !this.conversation?.asksEmail) this.emailAskedAgain++;
    this.conversation = conversation;
  }

  private async sync(): Promise<void> {
    this.behind = true;
    if (this.syncing) return;
    this.syncing = true;
    try {
      while (this.behind) {
        this.behind = false;
        const lastSeq = this.messages.at(-1)?.seq ?? 0;
        const page = await this.insist<VisitorSyncPage>((socket) =>
          socket.timeout(patience).emitWithAck('sync', { lastSeq }),
        );
        page.messages.forEach((message) => this.append(message));
        this.hear(page.conversation);
        this.behind ||= page.hasMore;
      }
    } finally {
      this.syncing = false;
    }
  }

  /** Until the gateway, which may be away, has answered. A refusal that will not pass is an error. */
  private async insist<T>(ask: (socket: VisitorSocket) => Promise<Ack<T>>): Promise<T> {
    for (;;) {
      const answer = await ask(this.socket).catch(() => null);
      if (answer?.ok) return answer.data;
      if (answer && !['SERVICE_UNAVAILABLE', 'RATE_LIMITED'].includes(answer.error.code))
        throw new Error(`${this.name}: ${answer.error.code}: ${answer.error.message}`);
      await new Promise((again) => setTimeout(again, pauseMs));
    }
  }
}
