import { createConnection, type Connection } from '../../apps/widget/src/connection.js';
import { createStore, type Store } from '../../apps/widget/src/store.js';
import type { KeyValue } from '../../apps/widget/src/storage.js';
import type { Random } from '#statistics';
import type { ClientView, SentMessage } from './history.js';

/** Each is answered by another intent, so that no visitor is told the same twice in a row. */
const questions = [
  'What are your opening hours?',
  'How do I return an item?',
  'How long does delivery take?',
  'When are your shops open?',
  'I want to send something back, how?',
  'How many days until my parcel arrives?',
];

/** A visitor of the shop, by the widget's own connection code. */
export class Visitor {
  readonly sent: Omit<SentMessage, 'acked'>[] = [];
  private readonly arrivals = new Map<number, number>();
  private readonly store: Store;
  private readonly connection: Connection;
  private asked = 0;

  constructor(
    readonly name: string,
    origin: string,
    inboxKey: string,
    /** Starts each visitor at another question. */
    private readonly offset: number,
  ) {
    this.store = createStore((state) => {
      for (const { seq } of state.messages) if (!this.arrivals.has(seq)) this.arrivals.set(seq, Date.now());
    });
    const request = { origin, inboxKey, locale: 'en', pageUrl: 'https://shop.example/', identityToken: '' };
    this.connection = createConnection({ ...request, storage: inMemory(), store: this.store });
    this.connection.start();
  }

  get online(): boolean {
    return this.store.state.link === 'online';
  }

  get conversationId(): string | null {
    return this.store.state.conversation?.id ?? null;
  }

  /** The bot's, the queue's or an agent's, as this visitor has heard last. */
  get ownerType(): string {
    return this.store.state.conversation?.ownerType ?? 'bot';
  }

  /** Messages that are not in the history yet; `before` (ms since 1970): only those written by then. */
  unsent(before = Infinity): number {
    return this.store.state.outgoing.filter(({ createdAt }) => Date.parse(createdAt) <= before).length;
  }

  ask(text?: string): void {
    const next = questions[(this.offset + this.asked++) % questions.length]!;
    this.note(() => this.connection.send(text ?? next));
  }

  requestHuman(): void {
    this.note(() => this.connection.requestHuman(), true);
  }

  /** What it shows now. */
  view(): ClientView | null {
    const { conversationId } = this;
    if (!conversationId) return null;
    const shown = this.store.state.messages.map(({ seq }) => ({ seq, at: this.arrivals.get(seq)! }));
    return { client: this.name, conversationId, seesNotes: false, shown };
  }

  lastSeq(): number {
    return this.store.state.messages.at(-1)?.seq ?? 0;
  }

  history(): SentMessage[] {
    const waiting = new Map(this.store.state.outgoing.map((message) => [message.clientMessageId, message]));
    return this.sent.map((message) => ({ ...message, acked: waiting.get(message.clientMessageId)?.seq !== null }));
  }

  stop(): void {
    this.connection.stop();
  }

  /** The connection makes the id: it is the one that was not waiting before. */
  private note(write: () => void, optional = false): void {
    const before = new Set(this.store.state.outgoing.map(({ clientMessageId }) => clientMessageId));
    write();
    const made = this.store.state.outgoing.find(({ clientMessageId }) => !before.has(clientMessageId))!;
    this.sent.push({ client: this.name, clientMessageId: made.clientMessageId, optional });
  }
}

export interface LoadShape {
  /** Messages a second, over all visitors. */
  perSecond: number;
  /** Of a hundred messages, how many are followed by a second one at once. */
  pairs: number;
}

/** Asks at the pace of `shape`, by seeded choice, until it is stopped. One visitor in four asks for a person now and then. */
export function startAsking(visitors: Visitor[], random: Random, { perSecond, pairs }: LoadShape): () => void {
  const timer = setInterval(() => {
    const visitor = visitors[Math.floor(random.next() * visitors.length)]!;
    const mayAskForPeople = visitors.indexOf(visitor) % 4 === 0;
    if (mayAskForPeople && visitor.sent.length > 2 && random.next() < 0.08) return visitor.requestHuman();
    visitor.ask();
    if (random.next() * 100 < pairs) visitor.ask();
  }, 1000 / perSecond);
  return () => clearInterval(timer);
}

function inMemory(): KeyValue {
  const values = new Map<string, string>();
  return {
    get: (key) => values.get(key) ?? null,
    set: (key, value) => void values.set(key, value),
    remove: (key) => void values.delete(key),
    keys: () => [...values.keys()],
  };
}
