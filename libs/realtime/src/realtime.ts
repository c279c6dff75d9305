import { Injectable } from '@nestjs/common';
import type { Namespace, Server } from 'socket.io';
import type {
  AgentStatus,
  AgentToServer,
  AgentView,
  ContactSeen,
  ConversationItem,
  MailView,
  MessageView,
  OfferView,
  QueuePlace,
  ReadMark,
  ServerToAgent,
  ServerToVisitor,
  VisitorConversation,
  VisitorToServer,
} from '#contracts';
import { rooms } from './rooms.js';

/**
 * Tells sockets, wherever they are connected, what has been committed. Only a hint: whatever is lost here comes with the
 * client's next `sync`. Does nothing until a server is attached.
 */
@Injectable()
export class Realtime {
  private visitors?: Namespace<VisitorToServer, ServerToVisitor>;
  private agents?: Namespace<AgentToServer, ServerToAgent>;

  attach(server: Server): void {
    this.visitors = server.of('/visitor');
    this.agents = server.of('/agent');
  }

  messageToVisitor(contactId: string, message: MessageView): void {
    this.visitors?.to(rooms.contact(contactId)).emit('message', message);
  }

  messageToAgents(message: MessageView): void {
    this.agents?.to(rooms.conversation(message.conversationId)).emit('message', message);
  }

  conversationToVisitor(contactId: string, conversation: VisitorConversation): void {
    this.visitors?.to(rooms.contact(contactId)).emit('conversation', conversation);
  }

  queuePlace(contactId: string, place: QueuePlace): void {
    this.visitors?.to(rooms.contact(contactId)).emit('queue:place', place);
  }

  conversationToAgents(workspaceId: string, item: ConversationItem): void {
    this.agents?.to(rooms.workspace(workspaceId)).emit('conversation:updated', item);
  }

  contactSeen(conversationId: string, seen: ContactSeen): void {
    this.agents?.to(rooms.conversation(conversationId)).emit('contact:seen', { conversationId, seen });
  }

  messageMail(conversationId: string, messageId: string, mail: MailView): void {
    this.agents?.to(rooms.conversation(conversationId)).emit('message:mail', { conversationId, messageId, mail });
  }

  agentRead(contactId: string, seq: number): void {
    this.visitors?.to(rooms.contact(contactId)).emit('agent:read', { seq });
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

  mentioned(agentId: string, event: { conversationId: string; messageId: string; byName: string }): void {
    this.agents?.to(rooms.agent(agentId)).emit('mentioned', event);
  }

  contactTyping(conversationId: string, typing: boolean): void {
    this.agents
      ?.to(rooms.conversation(conversationId))
      .emit('typing', { conversationId, senderType: 'contact', name: null, typing });
  }

  visitorSeesTyping(contactId: string, typing: boolean): void {
    this.visitors?.to(rooms.contact(contactId)).emit('typing', { typing });
  }

  /** To colleagues, and never to oneself. */
  agentTyping(agentId: string, conversationId: string, name: string, typing: boolean): void {
    this.agents
      ?.to(rooms.conversation(conversationId))
      .except(rooms.agent(agentId))
      .emit('typing', { conversationId, senderType: 'agent', name, typing });
  }

  /** To all browsers of one agent: their own status is another now. */
  me(agent: AgentView): void {
    this.agents?.to(rooms.agent(agent.id)).emit('me', agent);
  }

  slaPassed(workspaceId: string, event: Parameters<ServerToAgent['sla:passed']>[0]): void {
    this.agents?.to(rooms.workspace(workspaceId)).emit('sla:passed', event);
  }

  trainingProgress(workspaceId: string, runId: string): void {
    this.agents?.to(rooms.workspace(workspaceId)).emit('training:progress', { runId });
  }

  conversationRead(userId: string, mark: ReadMark): void {
    this.agents?.to(rooms.agent(userId)).emit('conversation:read', mark);
  }

  labelsChanged(workspaceId: string): void {
    this.agents?.to(rooms.workspace(workspaceId)).emit('labels:changed');
  }

  intentsChanged(workspaceId: string): void {
    this.agents?.to(rooms.workspace(workspaceId)).emit('intents:changed');
  }

  /** Ends the sockets of one sign-in, wherever they are connected. */
  endSession(sessionId: string): void {
    this.agents?.in(rooms.session(sessionId)).disconnectSockets(true);
  }

  /** Ends the sockets of one agent. Those who are still signed in come back at once, with the name that they have now. */
  endAgent(userId: string): void {
    this.agents?.in(rooms.agent(userId)).disconnectSockets(true);
  }

  /** Ends the sockets of an inbox. Those who may come back do. */
  endInbox(inboxId: string): void {
    this.visitors?.in(rooms.inbox(inboxId)).disconnectSockets(true);
  }
}
