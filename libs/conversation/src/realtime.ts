import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Namespace, Server } from 'socket.io';
import type {
  AgentStatus,
  AgentToServer,
  OfferView,
  ServerToAgent,
  ServerToVisitor,
  VisitorToServer,
} from '#contracts';
import { loadConfig } from '#config';
import { DATABASE, Statements, type Database, type Message } from '#database';
import { rooms } from './rooms.js';
import { findViews, messageView } from './views.js';

/** Changes of one conversation within this time go out as one event, ms. */
const coalesceMs = 50;

/**
 * Tells sockets, wherever they are connected, what has been committed. Only a hint: whatever is lost here comes with the
 * client's next `sync`. Does nothing until a server is attached.
 */
@Injectable()
export class Realtime implements OnApplicationShutdown {
  private visitors?: Namespace<VisitorToServer, ServerToVisitor>;
  private agents?: Namespace<AgentToServer, ServerToAgent>;
  private readonly changed = new Map<string, Set<string>>();
  private timer?: NodeJS.Timeout;

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly statements: Statements,
  ) {}

  attach(server: Server): void {
    this.visitors = server.of('/visitor');
    this.agents = server.of('/agent');
  }

  message(contactId: string, message: Message): void {
    if (message.kind !== 'note') {
      this.visitors?.to(rooms.contact(contactId)).emit('message', messageView(message, 'visitor'));
    }
    this.agents?.to(rooms.conversation(message.conversationId)).emit('message', messageView(message, 'agent'));
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

  offered(agentId: string, offer: OfferView): void {
    this.agents?.to(rooms.agent(agentId)).emit('assignment:offered', offer);
  }

  withdrawn(agentId: string, assignmentId: string): void {
    this.agents?.to(rooms.agent(agentId)).emit('assignment:withdrawn', { assignmentId });
  }

  agentStatus(workspaceId: string, agentId: string, status: AgentStatus): void {
    this.agents?.to(rooms.workspace(workspaceId)).emit('agent:status', { agentId, status });
  }

  contactTyping(conversationId: string, typing: boolean): void {
    this.agents
      ?.to(rooms.conversation(conversationId))
      .emit('typing', { conversationId, senderType: 'contact', name: 'Visitor', typing });
  }

  agentTyping(contactId: string, conversationId: string, name: string, typing: boolean): void {
    this.visitors?.to(rooms.contact(contactId)).emit('typing', { senderType: 'agent', typing });
    this.agents
      ?.to(rooms.conversation(conversationId))
      .emit('typing', { conversationId, senderType: 'agent', name, typing });
  }

  botTyping(contactId: string, typing: boolean): void {
    this.visitors?.to(rooms.contact(contactId)).emit('typing', { senderType: 'bot', typing });
  }

  trainingProgress(workspaceId: string, runId: string): void {
    this.agents?.to(rooms.workspace(workspaceId)).emit('training:progress', { runId });
  }

  /** Ends the sockets of one sign-in, wherever they are connected. */
  endSession(sessionId: string): void {
    this.agents?.in(rooms.session(sessionId)).disconnectSockets(true);
  }

  onApplicationShutdown(): void {
    clearTimeout(this.timer);
  }

  private async flush(): Promise<void> {
    this.timer = undefined;
    const batch = [...this.changed];
    this.changed.clear();
    for (const [workspaceId, ids] of batch) {
      await this.sendChanges(workspaceId, [...ids]).catch(() => undefined); // clients catch up by sync
    }
  }

  private async sendChanges(workspaceId: string, ids: string[]): Promise<void> {
    const views = await findViews(this.statements, workspaceId, ids, loadConfig().presenceLeaseSeconds);
    for (const { item, contactId, visitor } of views) {
      this.agents?.to(rooms.workspace(workspaceId)).emit('conversation:updated', item);
      this.visitors?.to(rooms.contact(contactId)).emit('conversation', visitor);
    }
  }
}
