import type { Namespace, Socket } from 'socket.io';
import type { AgentToServer, ServerToAgent } from '#contracts';
import { rooms } from '#realtime';
import type { Agent } from '../authentication/authenticate.js';

/** Between gateways: each says who looks, at its own sockets. */
export interface BetweenGateways {
  'viewers:ask': (conversationId: string) => void;
}
export type AgentSocket = Socket<AgentToServer, ServerToAgent, BetweenGateways, { agent: Agent }>;
export type AgentNamespace = Namespace<AgentToServer, ServerToAgent, BetweenGateways, { agent: Agent }>;

const prefix = rooms.conversation('');

/** Who looks at a conversation: those whose sockets are in its room. Kept nowhere else. */
export class Viewers {
  constructor(private readonly namespace: AgentNamespace) {
    namespace.on('viewers:ask', (conversationId) => this.sayAll(conversationId));
  }

  /** Tells those who look, and asks every gateway who they are. */
  joined(socket: AgentSocket, conversationId: string): void {
    this.say(socket, conversationId, true);
    this.sayAll(conversationId);
    this.namespace.serverSideEmit('viewers:ask', conversationId);
  }

  left(socket: AgentSocket, conversationId: string): void {
    this.say(socket, conversationId, false);
    this.sayAll(conversationId); // the agent may look by another browser
  }

  leftAll(socket: AgentSocket): void {
    for (const conversationId of viewed(socket)) this.say(socket, conversationId, false);
  }

  /** Said again now and then, since a gateway that died said nothing. */
  beat(socket: AgentSocket): void {
    for (const conversationId of viewed(socket)) this.say(socket, conversationId, true);
  }

  private sayAll(conversationId: string): void {
    for (const id of this.namespace.adapter.rooms.get(rooms.conversation(conversationId)) ?? []) {
      const socket = this.namespace.sockets.get(id);
      if (socket) this.say(socket, conversationId, true);
    }
  }

  private say({ data }: AgentSocket, conversationId: string, viewing: boolean): void {
    const { userId: agentId, name } = data.agent;
    this.namespace.to(rooms.conversation(conversationId)).emit('viewing', { conversationId, agentId, name, viewing });
  }
}

function viewed(socket: AgentSocket): string[] {
  return [...socket.rooms].filter((room) => room.startsWith(prefix)).map((room) => room.slice(prefix.length));
}
