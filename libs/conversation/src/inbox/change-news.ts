import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { loadConfig } from '#config';
import { Statements, type Message } from '#database';
import { Realtime } from '#realtime';
import type { MessageExtras } from '../attachments.js';
import { findQueuePlaces, findViews, messageView } from './views.js';

/** Changes of one conversation within this time go out as one event, ms. */
const coalesceMs = 50;

/** Turns what has been committed into what visitors and agents see, and has it told. A hint: clients catch up by `sync`. */
@Injectable()
export class ChangeNews implements OnApplicationShutdown {
  /** Conversations by workspace, and whether their visitors see a change. */
  private readonly changed = new Map<string, Map<string, boolean>>();
  private timer?: NodeJS.Timeout;
  /** By workspace: the place that each waiting contact was last told. */
  private readonly places = new Map<string, Map<string, number | null>>();

  constructor(
    private readonly statements: Statements,
    private readonly realtime: Realtime,
  ) {}

  /** A message that came with a change of owner or status, or may have. */
  message(contactId: string, message: Message, extras?: MessageExtras): void {
    this.emit(contactId, message, extras);
    this.conversationChanged(message.workspaceId, message.conversationId);
  }

  /**
   * A message that left owner and status as they were: the visitor's view of the conversation is still right. Where a decision is
   * due, that brings the conversation's row within moments.
   */
  plainMessage(contactId: string, message: Message, extras?: MessageExtras): void {
    this.emit(contactId, message, extras);
    if (!message.awaitingDecision) this.note(message.workspaceId, message.conversationId, false);
  }

  /** Sends the conversation's new row to the workspace's agents and its new state to its visitor. */
  conversationChanged(workspaceId: string, conversationId: string): void {
    this.note(workspaceId, conversationId, true);
  }

  /** Whether agents are there may have changed, or anybody's place: tells everybody who waits. */
  async queueChanged(workspaceId: string): Promise<void> {
    await this.tellPlaces(workspaceId, () => true);
  }

  /** Somebody came or left: tells those whose place is another now. */
  async queueMoved(workspaceId: string): Promise<void> {
    const before = this.places.get(workspaceId);
    await this.tellPlaces(workspaceId, (contactId, position) => before?.get(contactId) !== position);
  }

  onApplicationShutdown(): void {
    clearTimeout(this.timer);
  }

  private emit(contactId: string, message: Message, extras: MessageExtras = {}): void {
    const { attachments } = extras;
    if (message.kind !== 'note')
      this.realtime.messageToVisitor(contactId, messageView(message, 'visitor', { attachments }));
    this.realtime.messageToAgents(messageView(message, 'agent', extras));
  }

  private note(workspaceId: string, conversationId: string, forVisitor: boolean): void {
    const conversations = this.changed.get(workspaceId) ?? new Map<string, boolean>();
    conversations.set(conversationId, forVisitor || (conversations.get(conversationId) ?? false));
    this.changed.set(workspaceId, conversations);
    this.timer ??= setTimeout(() => void this.flush(), coalesceMs);
  }

  private async flush(): Promise<void> {
    this.timer = undefined;
    const batch = [...this.changed];
    this.changed.clear();
    for (const [workspaceId, conversations] of batch)
      await this.send(workspaceId, conversations).catch(() => undefined);
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

  private async send(workspaceId: string, changed: ReadonlyMap<string, boolean>): Promise<void> {
    const { presenceLeaseSeconds } = loadConfig();
    const views = await findViews(this.statements, workspaceId, [...changed.keys()], presenceLeaseSeconds);
    for (const { item, contactId, visitor } of views) {
      this.realtime.conversationToAgents(workspaceId, item);
      if (changed.get(item.id)) this.realtime.conversationToVisitor(contactId, visitor);
    }
  }
}
