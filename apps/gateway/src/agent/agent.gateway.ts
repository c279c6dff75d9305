import { Inject, UseInterceptors, type OnApplicationShutdown } from '@nestjs/common';
import {
  ConnectedSocket,
  MessageBody,
  SubscribeMessage,
  WebSocketGateway,
  type OnGatewayConnection,
  type OnGatewayInit,
} from '@nestjs/websockets';
import type { Logger } from 'pino';
import type { z } from 'zod';
import {
  acceptOffer,
  addNote,
  agentEvents,
  agentReply,
  agentSync,
  agentTyping,
  BatonError,
  changeConversations,
  countInbox,
  declineOffer,
  handBack,
  leaveConversation,
  listInbox,
  openConversation,
  readConversation,
  resolveConversation,
  setStatus,
  takeOver,
  undoResolve,
  type AgentView,
  type ChangedConversations,
  type ConversationDetail,
  type ConversationItem,
  type InboxCount,
  type InboxPage,
  takeChats,
  transferConversation,
  type SendReceipt,
} from '#contracts';
import { loadConfig } from '#config';
import {
  AgentMessages,
  ConversationChanges,
  Handoff,
  Inbox,
  Offers,
  Presence,
  Reading,
  Receipts,
  Resolutions,
  UndoResolve,
} from '#conversation';
import { rooms } from '#realtime';
import { RateLimits } from '../rate-limits.js';
import { AckInterceptor } from '../socket/ack.interceptor.js';
import { InOrderInterceptor } from '../socket/in-order.interceptor.js';
import { Authentication } from '../authentication/authenticate.js';
import { LOGGER } from '../logging.js';
import { agentCredentials, authenticated, requirePlace } from '../socket/socket-auth.js';
import { guardSocket } from '../socket/socket-guard.js';
import { Viewers, type AgentNamespace, type AgentSocket } from './viewers.js';

/** Agents' sockets: the inbox, one conversation, and what an agent does with it. */
@WebSocketGateway({ namespace: '/agent' })
@UseInterceptors(AckInterceptor, InOrderInterceptor)
export class AgentGateway
  implements OnGatewayInit<AgentNamespace>, OnGatewayConnection<AgentSocket>, OnApplicationShutdown
{
  private heartbeat?: NodeJS.Timeout;
  private viewers!: Viewers;

  constructor(
    private readonly authentication: Authentication,
    private readonly inbox: Inbox,
    private readonly reading: Reading,
    private readonly changes: ConversationChanges,
    private readonly messages: AgentMessages,
    private readonly handoff: Handoff,
    private readonly offers: Offers,
    private readonly resolutions: Resolutions,
    private readonly undoing: UndoResolve,
    private readonly presence: Presence,
    private readonly receipts: Receipts,
    private readonly limits: RateLimits,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  afterInit(namespace: AgentNamespace): void {
    this.viewers = new Viewers(namespace);
    namespace.use(
      authenticated(async (socket: AgentSocket) => {
        const agent = await this.authentication.authenticate('agent', agentCredentials(socket));
        if (agent.oneTime) throw new BatonError('PASSWORD_CHANGE_REQUIRED');
        requirePlace(namespace, rooms.session(agent.sessionId));
        socket.data.agent = agent;
      }),
    );
    const thirdOfLease = (loadConfig().presenceLeaseSeconds * 1000) / 3;
    const beat = () => this.attempt(() => this.presence.gatewayLives());
    void beat();
    this.heartbeat = setInterval(() => {
      void beat();
      for (const socket of namespace.sockets.values()) {
        void this.beat(socket);
        this.viewers.beat(socket);
      }
    }, thirdOfLease);
  }

  onApplicationShutdown(): void {
    clearInterval(this.heartbeat);
  }

  async handleConnection(socket: AgentSocket): Promise<void> {
    const { agent } = socket.data;
    guardSocket(socket, agentEvents, agent.userId, this.limits);
    socket.once('disconnecting', () => this.viewers.leftAll(socket));
    void socket.join([rooms.workspace(agent.workspaceId), rooms.agent(agent.userId), rooms.session(agent.sessionId)]);
    await this.beat(socket); // once more: the sign-in may have ended before the socket was in the room of its session
    await this.attempt(async () => {
      for (const offer of await this.inbox.offers(agent)) socket.emit('assignment:offered', offer);
    });
  }

  @SubscribeMessage('inbox:list')
  list(
    @ConnectedSocket() { data }: AgentSocket,
    @MessageBody({ schema: listInbox }) { cursor, limit, ...query }: z.output<typeof listInbox>,
  ): Promise<InboxPage> {
    return this.inbox.list(data.agent, query, cursor, limit);
  }

  @SubscribeMessage('inbox:counts')
  counts(
    @ConnectedSocket() { data }: AgentSocket,
    @MessageBody({ schema: countInbox }) { conversationIds }: z.output<typeof countInbox>,
  ): Promise<InboxCount> {
    return this.inbox.counts(data.agent, conversationIds);
  }

  @SubscribeMessage('conversation:read')
  async read(
    @ConnectedSocket() { data }: AgentSocket,
    @MessageBody({ schema: readConversation }) { conversationId, seq }: z.output<typeof readConversation>,
  ): Promise<void> {
    await this.reading.markRead(data.agent, conversationId, seq);
    await this.receipts.readByAgent(data.agent, conversationId, seq);
  }

  @SubscribeMessage('conversations:change')
  change(
    @ConnectedSocket() { data }: AgentSocket,
    @MessageBody({ schema: changeConversations }) { conversationIds, change }: z.output<typeof changeConversations>,
  ): Promise<ChangedConversations> {
    return this.changes.change(data.agent, conversationIds, change);
  }

  @SubscribeMessage('conversation:open')
  async open(
    @ConnectedSocket() socket: AgentSocket,
    @MessageBody({ schema: openConversation })
    { conversationId, beforeSeq, limit }: z.output<typeof openConversation>,
  ): Promise<ConversationDetail> {
    await this.inbox.require(socket.data.agent, conversationId);
    // Joined before reading, so that no message falls between the page and the live events.
    await socket.join(rooms.conversation(conversationId));
    this.viewers.joined(socket, conversationId);
    return this.inbox.open(socket.data.agent, conversationId, beforeSeq, limit);
  }

  @SubscribeMessage('conversation:leave')
  async leave(
    @ConnectedSocket() socket: AgentSocket,
    @MessageBody({ schema: leaveConversation }) { conversationId }: z.output<typeof leaveConversation>,
  ): Promise<void> {
    if (!socket.rooms.has(rooms.conversation(conversationId))) return;
    await socket.leave(rooms.conversation(conversationId));
    this.viewers.left(socket, conversationId);
  }

  @SubscribeMessage('sync')
  sync(
    @ConnectedSocket() { data }: AgentSocket,
    @MessageBody({ schema: agentSync }) { conversationId, lastSeq }: z.output<typeof agentSync>,
  ): ReturnType<Inbox['sync']> {
    return this.inbox.sync(data.agent, conversationId, lastSeq);
  }

  @SubscribeMessage('assignment:accept')
  accept(
    @ConnectedSocket() { data }: AgentSocket,
    @MessageBody({ schema: acceptOffer }) { assignmentId }: z.output<typeof acceptOffer>,
  ): Promise<ConversationItem> {
    return this.offers.accept(data.agent, assignmentId);
  }

  @SubscribeMessage('assignment:decline')
  async decline(
    @ConnectedSocket() { data }: AgentSocket,
    @MessageBody({ schema: declineOffer }) { assignmentId }: z.output<typeof declineOffer>,
  ): Promise<void> {
    await this.offers.decline(data.agent, assignmentId);
  }

  @SubscribeMessage('message:reply')
  reply(
    @ConnectedSocket() { data }: AgentSocket,
    @MessageBody({ schema: agentReply }) input: z.output<typeof agentReply>,
  ): Promise<SendReceipt> {
    return this.messages.reply(data.agent, input);
  }

  @SubscribeMessage('note:add')
  note(
    @ConnectedSocket() { data }: AgentSocket,
    @MessageBody({ schema: addNote }) input: z.output<typeof addNote>,
  ): Promise<SendReceipt> {
    return this.messages.note(data.agent, input);
  }

  @SubscribeMessage('conversation:take-over')
  takeOver(
    @ConnectedSocket() { data }: AgentSocket,
    @MessageBody({ schema: takeOver }) { conversationId, fromAgentId }: z.output<typeof takeOver>,
  ): Promise<ConversationItem> {
    return this.handoff.takeOver(data.agent, conversationId, fromAgentId);
  }

  @SubscribeMessage('conversation:transfer')
  transfer(
    @ConnectedSocket() { data }: AgentSocket,
    @MessageBody({ schema: transferConversation }) input: z.output<typeof transferConversation>,
  ): Promise<ConversationItem> {
    return this.handoff.transfer(data.agent, input);
  }

  @SubscribeMessage('conversation:hand-back')
  handBack(
    @ConnectedSocket() { data }: AgentSocket,
    @MessageBody({ schema: handBack }) { conversationId, ownerEpoch }: z.output<typeof handBack>,
  ): Promise<ConversationItem> {
    return this.handoff.handBack(data.agent, conversationId, ownerEpoch);
  }

  @SubscribeMessage('conversation:resolve')
  resolve(
    @ConnectedSocket() { data }: AgentSocket,
    @MessageBody({ schema: resolveConversation }) input: z.output<typeof resolveConversation>,
  ): Promise<ConversationItem> {
    return this.resolutions.resolve(data.agent, input);
  }

  @SubscribeMessage('conversation:undo-resolve')
  undoResolve(
    @ConnectedSocket() { data }: AgentSocket,
    @MessageBody({ schema: undoResolve }) { conversationId }: z.output<typeof undoResolve>,
  ): Promise<ConversationItem> {
    return this.undoing.undo(data.agent, conversationId);
  }

  @SubscribeMessage('typing')
  async typing(
    @ConnectedSocket() { data }: AgentSocket,
    @MessageBody({ schema: agentTyping }) { conversationId, typing }: z.output<typeof agentTyping>,
  ): Promise<void> {
    await this.messages.typing(data.agent, conversationId, typing);
  }

  @SubscribeMessage('status:set')
  setStatus(
    @ConnectedSocket() { data }: AgentSocket,
    @MessageBody({ schema: setStatus }) { status }: z.output<typeof setStatus>,
  ): Promise<AgentView> {
    return this.presence.setStatus(data.agent, status);
  }

  @SubscribeMessage('chats:take')
  takeChats(
    @ConnectedSocket() { data }: AgentSocket,
    @MessageBody({ schema: takeChats }) { takesChats }: z.output<typeof takeChats>,
  ): Promise<AgentView> {
    return this.presence.takeChats(data.agent, takesChats);
  }

  /** Renews the agent's lease, or ends a socket whose sign-in is over: signed out, expired, or the user disabled. */
  private beat(socket: AgentSocket): Promise<void> {
    return this.attempt(async () => {
      try {
        const agent = await this.authentication.authenticate('agent', agentCredentials(socket));
        await this.presence.seen(agent);
      } catch (error) {
        if (!(error instanceof BatonError)) throw error;
        socket.disconnect(true);
      }
    });
  }

  /** What fails here (PostgreSQL away) is made good by the next heartbeat. */
  private async attempt(work: () => Promise<void>): Promise<void> {
    await work().catch((error: unknown) => this.logger.warn({ err: error }, 'agent presence'));
  }
}
