import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { loadConfig } from '#config';
import { Statements, type Message } from '#database';
import { Realtime } from '#realtime';
import { findQueuePlaces, findViews, messageView } from './views.js';

/** Changes of one conversation within this time go out as one event, ms. */
const coalesceMs = 50;
/** Another process may have told somebody another place meanwhile: what was told so long ago is told again, ms. */
const rememberMs = 30_000;

/** Turns what has been committed into what visitors and agents see, and has it told. A hint: clients catch up by `sync`. */
@Injectable()
export class ChangeNews implements OnApplicationShutdown {
  private readonly changed = new Map<string, Set<string>>();
  private timer?: NodeJS.Timeout;
  /** By workspace: the place that each waiting contact was last told. */
  private readonly places = new Map<string, { since: number; told: Map<string, string> }>();

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

  /** Tells those waiting visitors their place whose place has changed. Agents see the rows that changed, which are not theirs. */
  async queueChanged(workspaceId: string): Promise<void> {
    const { presenceLeaseSeconds } = loadConfig();
    const waiting = await findQueuePlaces(this.statements, workspaceId, presenceLeaseSeconds);
    const before = this.places.get(workspaceId);
    const fresh = before !== undefined && Date.now() - before.since < rememberMs;
    const told = new Map<string, string>();
    for (const { contactId, ...place } of waiting) {
      const words = JSON.stringify(place);
      told.set(contactId, words);
      if (!fresh || before.told.get(contactId) !== words) this.realtime.queuePlace(contactId, place);
    }
    if (told.size === 0) this.places.delete(workspaceId);
    else this.places.set(workspaceId, { since: fresh ? before.since : Date.now(), told });
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

  private async send(workspaceId: string, ids: string[]): Promise<void> {
    const views = await findViews(this.statements, workspaceId, ids, loadConfig().presenceLeaseSeconds);
    for (const { item, contactId, visitor } of views) {
      this.realtime.conversationToAgents(workspaceId, item);
      this.realtime.conversationToVisitor(contactId, visitor);
    }
  }
}
