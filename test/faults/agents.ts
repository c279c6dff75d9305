import { io } from 'socket.io-client';
import { createConsoleClient, type ConsoleClient } from '../../apps/console/src/connection/console-client.js';
import type { AgentSocket } from '../../apps/console/src/connection/socket.js';
import { createStore, type ConsoleStore } from '../../apps/console/src/store/create-store.js';
import { agentView, inboxQuery } from '#contracts';
import type { Random } from '#statistics';
import type { SentMessage } from './history.js';
import { signIn } from './stack.js';

const workEveryMs = 200;
/** An agent closes a conversation after so many replies. */
const repliesToClose = 3;

/** An agent at the console, by the console's own connection code: accepts what is offered, replies, resolves. */
export class Agent {
  private readonly replies = new Map<string, number>();
  private readonly sent: { clientMessageId: string; conversationId: string }[] = [];
  private timer?: NodeJS.Timeout;
  private current?: Promise<void>;

  private constructor(
    readonly name: string,
    readonly id: string,
    private readonly store: ConsoleStore,
    private readonly client: ConsoleClient,
    private readonly random: Random,
  ) {}

  static async signIn(gatewayUrl: string, email: string, random: Random): Promise<Agent> {
    const cookie = await signIn(gatewayUrl, email);
    const me = agentView.parse(await (await fetch(`${gatewayUrl}/api/auth/me`, { headers: { cookie } })).json());
    const store = createStore(me, []);
    const socket: AgentSocket = io(`${gatewayUrl}/agent`, {
      autoConnect: false,
      forceNew: true,
      transports: ['websocket', 'polling'],
      reconnectionDelay: 500,
      reconnectionDelayMax: 5_000,
      extraHeaders: { cookie },
    });
    const nothing = () => undefined;
    const client = createConsoleClient(socket, store, {
      onOffer: nothing,
      onTakenOver: nothing,
      onPromise: nothing,
      onMentioned: nothing,
      onReply: nothing,
      onLabelsChanged: nothing,
      onWorkChanged: nothing,
      onTrainingProgress: nothing,
      onIntentsChanged: nothing,
      onSignedOut: nothing,
    });
    client.showView(inboxQuery.parse({ view: 'mine' }));
    client.connect();
    return new Agent(me.name, me.id, store, client, random);
  }

  get online(): boolean {
    return this.store.get().connection === 'online';
  }

  start(): void {
    this.timer = setInterval(() => {
      this.current ??= this.work().finally(() => (this.current = undefined));
    }, workEveryMs);
  }

  /** Resolves when what the agent was at is done. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.current;
  }

  async takeOver(conversationId: string): Promise<void> {
    const fromBot = { id: conversationId, owner: { type: 'bot', id: null, epoch: 0 } } as const;
    await this.client.takeOver(fromBot).catch(() => undefined); // refused or unreachable: as an agent would find out
  }

  unsent(): number {
    return this.store.get().sendQueue.filter(({ state }) => state === 'waiting').length;
  }

  history(): SentMessage[] {
    const waiting = new Map(this.store.get().sendQueue.map((message) => [message.clientMessageId, message]));
    return this.sent.map(({ clientMessageId }) => ({
      client: this.name,
      clientMessageId,
      acked: waiting.get(clientMessageId)?.state !== 'waiting',
      optional: waiting.get(clientMessageId)?.state === 'failed',
    }));
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    this.client.close();
    await this.current;
  }

  /** One thing at a time, as people do. */
  private async work(): Promise<void> {
    if (!this.online) return;
    const [offer] = this.store.get().offers.waiting;
    if (offer)
      await this.client.accept(offer).catch(() => undefined); // gone meanwhile
    else await this.serve();
  }

  /** Opens a conversation of its own, answers what the customer wrote last, and closes it in the end. */
  private async serve(): Promise<void> {
    const { inbox, threads } = this.store.get();
    const mine = (inbox.lists.mine?.ids ?? []).flatMap((id) => {
      const item = inbox.items.get(id);
      return item?.status === 'open' && item.owner.id === this.id ? [item] : [];
    });
    const item = mine[Math.floor(this.random.next() * mine.length)];
    if (!item) return;
    this.client.show(item.id);
    const last = threads[item.id]?.timeline.messages.at(-1);
    if (threads[item.id]?.status !== 'ready' || !last || this.unsent() > 0) return;
    const replied = this.replies.get(item.id) ?? 0;
    if (last.senderType === 'contact' || last.kind === 'activity') {
      this.reply(item.id, `Reply ${replied + 1} of ${this.name}`);
      this.replies.set(item.id, replied + 1);
    } else if (replied >= repliesToClose) {
      this.replies.delete(item.id);
      await this.client.resolve(item, []).catch(() => undefined);
    }
  }

  private reply(conversationId: string, text: string): void {
    const before = new Set(this.store.get().sendQueue.map(({ clientMessageId }) => clientMessageId));
    this.client.send(conversationId, 'reply', text);
    const made = this.store.get().sendQueue.find(({ clientMessageId }) => !before.has(clientMessageId))!;
    this.sent.push({ clientMessageId: made.clientMessageId, conversationId });
  }
}
