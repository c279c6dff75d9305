import { io, type Socket } from 'socket.io-client';
import { inboxQuery, type Ack, type AgentToServer, type OfferView, type ServerToAgent } from '#contracts';
import { password } from './fill.js';

interface Owned {
  conversationId: string;
  ownerEpoch: number;
}

/** An agent at the console, who closes one conversation, is offered the next and takes it. */
export class BusyAgent {
  private offered: (offer: OfferView) => void = () => undefined;

  private constructor(
    private readonly socket: Socket<ServerToAgent, AgentToServer>,
    private owned: Owned,
  ) {
    socket.on('assignment:offered', (offer) => this.offered(offer));
  }

  static async connect(url: string, email: string): Promise<BusyAgent> {
    const body = JSON.stringify({ email, password });
    const response = await fetch(`${url}/api/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    const cookie = response.headers.getSetCookie()[0]!.split(';')[0]!;
    const socket: BusyAgent['socket'] = io(`${url}/agent`, {
      transports: ['websocket'],
      forceNew: true,
      extraHeaders: { cookie },
    });
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    const query = { ...inboxQuery.parse({ view: 'mine' }), limit: 1 };
    const { items } = data(await socket.emitWithAck('inbox:list', query));
    return new BusyAgent(socket, { conversationId: items[0]!.id, ownerEpoch: items[0]!.owner.epoch });
  }

  /** Closes, and takes what is offered next. `closed`: until the closing is acked, and there is room; `offered`: from then on; both ms. */
  async closeAndTakeNext(): Promise<{ closed: number; offered: number }> {
    const offer = new Promise<{ assignmentId: string; at: number }>((resolve) => {
      this.offered = ({ assignmentId }) => resolve({ assignmentId, at: performance.now() });
    });
    const startedAt = performance.now();
    const closing = { ...this.owned, labels: [], intent: null, outOfScope: false };
    data(await this.socket.emitWithAck('conversation:resolve', closing));
    const freeAt = performance.now();
    const { assignmentId, at } = await offer;
    const item = data(await this.socket.emitWithAck('assignment:accept', { assignmentId }));
    this.owned = { conversationId: item.id, ownerEpoch: item.owner.epoch };
    return { closed: freeAt - startedAt, offered: Math.max(0, at - freeAt) };
  }

  close(): void {
    this.socket.disconnect();
  }
}

function data<T>(ack: Ack<T>): T {
  if (!ack.ok) throw new Error(`${ack.error.code}: ${ack.error.message}`);
  return ack.data;
}
