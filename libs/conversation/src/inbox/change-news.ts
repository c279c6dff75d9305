import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { loadConfig } from '#config';
import { Statements, type Message } from '#database';
import { Realtime } from '#realtime';
import { findQueuePlaces, findViews, messageView } from './views.js';

/** Changes of one conversation within this time go out as one event, ms. */
const coalesceMs = 50;

/** Turns what has been committed into what visitors and agents see, and has it told. A hint: clients catch up by `sync`. */
@Injectable()
export class ChangeNews implements OnApplicationShutdown {
  private readonly changed = new Map<string, Set<string>>();
  private timer?: NodeJS.Timeout;
  /** By workspace: the place that each waiting contact was last told. */
  private readonly places = new Map<string, Map<string, number | null>>();

  constructor(
    private readonly statements: Statements,
    private readonly realtime: Realtime,
  ) {}

  message(contactId: string, message: Message): void {
    if (message.kind !== 'note') this.realtime.messageToVisitor(contactId, messageView(message, 'visitor'));
    this.realtime.messageToAgents(messageView(message, 'agent'));
    this.conversationChanged(message.workspaceId, message.conversationId);
  }

  /** Sends the conversation's new row to the workspace's agents and its new state to its visitor. */
  conversationChanged(workspaceId: string, conversationId: string): void {
    const ids = this.changed.get(workspaceId) ?? new Set();
    this.changed.set(workspaceId, ids.add(conversationId));
    this.timer ??= setTimeout(() => void this.flush(), coalesceMs);
  }

  /** Whether agents are there may have changed, or anybody's place: tells everybody who waits. */
  async queueChanged(workspaceId: string): Promise<void> {
    await this.tellPlaces(workspaceId, () => true);
  }

  /** Somebody came or left: tells those whose place is another now. Places of one who waits only fall, so that what was told last holds. */
  async queueMoved(workspaceId: string): Promise<void> {
    const before = this.places.get(workspaceId);
    await this.tellPlaces(workspaceId, (contactId, position) => before?.get(contactId) !== position);
  }

  onApplicationShutdown(): void {
    clearTimeout(this.timer);
  }

  private async flush(): Promise<void> {
    this.timer = undefined;
    const batch = [...this.changed];
    this.changed.clear();
    for (const [workspaceId, ids] of batch) await this.send(workspaceId, [...ids]).catch(() => undefined);
  }

  private async tellPlaces(
    workspaceId: string,
    hears: (contactId: string, position: number | null) => boolean,
  ): Promise<void> {
    const { presenceLeaseSeconds } = loadConfig();
    const waiting = await findQueuePlaces(this.statements, workspaceId, presenceLeaseSeconds);
    for (const { contactId, ...place } of waiting) {
      if (hears(contactId, place.queuePosition)) this.realtime.queuePlace(contactId, place);
    }
    if (waiting.length === 0) this.places.delete(workspaceId);
    else this.places.set(workspaceId, new Map(waiting.map((place) => [place.contactId, place.queuePosition])));
  }

  private async send(workspaceId: string, ids: string[]): Promise<void> {
    const views = await findViews(this.statements, workspaceId, ids, loadConfig().presenceLeaseSeconds);
    for (const { item, contactId, visitor } of views) {
      this.realtime.conversationToAgents(workspaceId, item);
      this.realtime.conversationToVisitor(contactId, visitor);
    }
  }
}
