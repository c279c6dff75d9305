import { setTimeout as pause } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import { uuidv7 } from 'uuidv7';
import {
  visitorSession,
  type Ack,
  type MessageView,
  type SendReceipt,
  type ServerToVisitor,
  type VisitorToServer,
} from '#contracts';
import { demoInboxKey } from '../../prisma/seed.js';
import type { Platform } from './platform.js';

/** The sweep has handed the message to people by then, ms. */
const patienceMs = 30_000;

/** One visitor of the demo shop, as its widget connects. */
export class Visitor {
  private arrived: (message: MessageView) => void = () => undefined;
  /** Up to which seq it has everything. */
  private seen = 0;

  private constructor(private readonly socket: Socket<ServerToVisitor, VisitorToServer>) {
    socket.on('message', (message) => this.arrived(message));
  }

  /** `locale`: of its browser. */
  static async connect(
    { gatewayUrl, shopUrl }: Pick<Platform, 'gatewayUrl' | 'shopUrl'>,
    locale?: string,
  ): Promise<Visitor> {
    const response = await fetch(`${gatewayUrl}/api/visitor/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: shopUrl },
      body: JSON.stringify({ inboxKey: demoInboxKey, locale }),
    });
    if (response.status === 429) {
      // More than a thousand visitors a minute come from this one address.
      await pause(5000);
      return Visitor.connect({ gatewayUrl, shopUrl }, locale);
    }
    if (!response.ok) throw new Error(`No session: ${response.status} ${await response.text()}`);
    const { token } = visitorSession.parse(await response.json());
    const socket: Socket<ServerToVisitor, VisitorToServer> = io(`${gatewayUrl}/visitor`, {
      auth: { token },
      extraHeaders: { origin: shopUrl },
      transports: ['websocket'],
    });
    await new Promise<void>((resolve, reject) => {
      socket.on('connect', resolve);
      socket.on('connect_error', reject);
    });
    return new Visitor(socket);
  }

  async send(text: string): Promise<SendReceipt> {
    return data(await this.socket.emitWithAck('message:send', { clientMessageId: uuidv7(), text }));
  }

  async requestHuman(): Promise<SendReceipt> {
    return data(await this.socket.emitWithAck('human:request', { clientMessageId: uuidv7() }));
  }

  /** Sends, and resolves with what comes back first: the bot's reply, or the notice that people take over; ms since the send. */
  async ask(text: string): Promise<{ ms: number; answered: boolean; receipt: SendReceipt }> {
    const sentAt = performance.now();
    const reply = new Promise<{ ms: number; answered: boolean }>((resolve) => {
      this.arrived = ({ senderType, seq }) => {
        if (senderType === 'contact' || seq <= this.seen) return;
        resolve({ ms: performance.now() - sentAt, answered: senderType === 'bot' });
      };
    });
    const receipt = await this.send(text);
    return Promise.race([
      reply.then((first) => ({ ...first, receipt })),
      pause(patienceMs, undefined, { ref: false }).then(() => Promise.reject(new Error(`No reply to "${text}"`))),
    ]);
  }

  /** Everything after `seq`. */
  async sync(seq: number): Promise<MessageView[]> {
    const { messages } = data(await this.socket.emitWithAck('sync', { lastSeq: seq }));
    this.seen = messages.at(-1)?.seq ?? this.seen;
    return messages;
  }

  close(): void {
    this.socket.disconnect();
  }
}

function data<T>(ack: Ack<T>): T {
  if (!ack.ok) throw new Error(`${ack.error.code}: ${ack.error.message}`);
  return ack.data;
}
