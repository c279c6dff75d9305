import { UseInterceptors } from '@nestjs/common';
import {
  ConnectedSocket,
  MessageBody,
  SubscribeMessage,
  WebSocketGateway,
  type OnGatewayConnection,
  type OnGatewayInit,
} from '@nestjs/websockets';
import type { DefaultEventsMap, Namespace, Socket } from 'socket.io';
import type { z } from 'zod';
import {
  leaveEmail,
  rateConversation,
  requestHuman,
  sendMessage,
  visitorEvents,
  visitorSeen,
  visitorSync,
  visitorTyping,
  type SendReceipt,
  type ServerToVisitor,
  type VisitorSyncPage,
  type VisitorToServer,
} from '#contracts';
import { ContactEmail, ContactMessages, Ratings, Receipts } from '#conversation';
import { rooms } from '#realtime';
import { clientAddress } from '../http/client-address.js';
import { RateLimits } from '../rate-limits.js';
import { AckInterceptor } from '../socket/ack.interceptor.js';
import { InOrderInterceptor } from '../socket/in-order.interceptor.js';
import { Authentication, type Visitor } from '../authentication/authenticate.js';
import { authenticated, requirePlace, visitorCredentials } from '../socket/socket-auth.js';
import { guardSocket } from '../socket/socket-guard.js';

type VisitorSocket = Socket<VisitorToServer, ServerToVisitor, DefaultEventsMap, { visitor: Visitor; address: string }>;

/** Visitors' sockets: each event is validated, written, and answered by its ack after the commit. */
@WebSocketGateway({ namespace: '/visitor' })
@UseInterceptors(AckInterceptor, InOrderInterceptor)
export class VisitorGateway implements OnGatewayInit<Namespace>, OnGatewayConnection<VisitorSocket> {
  constructor(
    private readonly authentication: Authentication,
    private readonly messages: ContactMessages,
    private readonly receipts: Receipts,
    private readonly ratings: Ratings,
    private readonly contactEmail: ContactEmail,
    private readonly limits: RateLimits,
  ) {}

  afterInit(namespace: Namespace): void {
    namespace.use(
      authenticated(async (socket: VisitorSocket) => {
        const visitor = await this.authentication.authenticate('visitor', visitorCredentials(socket));
        requirePlace(namespace, rooms.contact(visitor.contactId));
        socket.data = { visitor, address: clientAddress(socket.request) };
      }),
    );
  }

  handleConnection(socket: VisitorSocket): void {
    const { contactId, inboxId } = socket.data.visitor;
    guardSocket(socket, visitorEvents, contactId, this.limits);
    void socket.join([rooms.contact(contactId), rooms.inbox(inboxId)]);
  }

  @SubscribeMessage('message:send')
  async send(
    @ConnectedSocket() { data }: VisitorSocket,
    @MessageBody({ schema: sendMessage }) input: z.output<typeof sendMessage>,
  ): Promise<SendReceipt> {
    await this.limits.spend('message', budgetsOf(data));
    return this.messages.send(data.visitor, input);
  }

  @SubscribeMessage('human:request')
  async requestHuman(
    @ConnectedSocket() { data }: VisitorSocket,
    @MessageBody({ schema: requestHuman }) { clientMessageId }: z.output<typeof requestHuman>,
  ): Promise<SendReceipt> {
    await this.limits.spend('handOff', budgetsOf(data));
    return this.messages.requestHuman(data.visitor, clientMessageId);
  }

  @SubscribeMessage('typing')
  async typing(
    @ConnectedSocket() { data }: VisitorSocket,
    @MessageBody({ schema: visitorTyping }) { typing }: z.output<typeof visitorTyping>,
  ): Promise<void> {
    await this.messages.typing(data.visitor, typing);
  }

  @SubscribeMessage('sync')
  sync(
    @ConnectedSocket() { data }: VisitorSocket,
    @MessageBody({ schema: visitorSync }) { lastSeq }: z.output<typeof visitorSync>,
  ): Promise<VisitorSyncPage> {
    return this.messages.sync(data.visitor, lastSeq);
  }

  @SubscribeMessage('seen')
  async seen(
    @ConnectedSocket() { data }: VisitorSocket,
    @MessageBody({ schema: visitorSeen }) seen: z.output<typeof visitorSeen>,
  ): Promise<void> {
    await this.receipts.seenByContact(data.visitor, seen);
  }

  @SubscribeMessage('csat:rate')
  async rate(
    @ConnectedSocket() { data }: VisitorSocket,
    @MessageBody({ schema: rateConversation }) rating: z.output<typeof rateConversation>,
  ): Promise<void> {
    await this.limits.spend('visitorSays', { contact: data.visitor.contactId, address: data.address });
    await this.ratings.rate(data.visitor, rating);
  }

  @SubscribeMessage('email:leave')
  async leaveEmail(
    @ConnectedSocket() { data }: VisitorSocket,
    @MessageBody({ schema: leaveEmail }) { email }: z.output<typeof leaveEmail>,
  ): Promise<void> {
    await this.limits.spend('visitorSays', { contact: data.visitor.contactId, address: data.address });
    await this.contactEmail.leave(data.visitor, email);
  }
}

function budgetsOf({ visitor, address }: VisitorSocket['data']): Record<'contact' | 'address' | 'workspace', string> {
  return { contact: visitor.contactId, address, workspace: visitor.workspaceId };
}
