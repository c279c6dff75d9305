import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { loadConfig } from '#config';
import { DATABASE, Statements, type Database, type Message } from '#database';
import { Realtime } from '#realtime';
import { findViews, messageView } from './views.js';

/** Changes of one conversation within this time go out as one event, ms. */
const coalesceMs = 50;

/** Turns what has been committed into what visitors and agents see, and has it told. A hint: clients catch up by `sync`. */
@Injectable()
export class ChangeNews implements OnApplicationShutdown {
  private readonly changed = new Map<string, Set<string>>();
  private timer?: NodeJS.Timeout;

  constructor(
    @Inject(DATABASE) private readonly db: Database,
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

  /** Every waiting visitor's position may have changed. */
  async queueChanged(workspaceId: string): Promise<void> {
    const waiting = await this.db.queueEntry.findMany({ where: { workspaceId }, select: { conversationId: true } });
    for (const { conversationId } of waiting) this.conversationChanged(workspaceId, conversationId);
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
