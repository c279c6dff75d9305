import { Body, Controller, Get, HttpCode, Param, Post, Query, UseGuards, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import {
  apiConversation,
  apiConversationPage,
  apiConversationQuery,
  apiCreateConversation,
  apiCreateMessage,
  apiMessage,
  apiMessagePage,
  apiMessageQuery,
  type ApiConversation,
  type ApiMessage,
} from '#contracts';
import { AgentMessages, ContactMessages, PublicConversations } from '#conversation';
import type { Integration } from '../authentication/authenticate.js';
import { PublicContacts } from './contacts.js';
import { IdempotencyInterceptor, NewId } from './idempotency.interceptor.js';
import { CurrentIntegration, IntegrationGuard } from './integration.guard.js';
import { IdempotentOperation, Operation } from './operation.js';

@ApiTags('Conversations')
@ApiBearerAuth()
@Controller('api/v1/conversations')
@UseGuards(IntegrationGuard)
@UseInterceptors(IdempotencyInterceptor)
export class PublicConversationsController {
  constructor(
    private readonly conversations: PublicConversations,
    private readonly agentMessages: AgentMessages,
    private readonly contactMessages: ContactMessages,
    private readonly contacts: PublicContacts,
  ) {}

  @Get()
  @Operation('listConversations', 'List conversations, the latest message first', 'conversations:read')
  @ApiOkResponse({ standardSchema: apiConversationPage })
  list(
    @CurrentIntegration() { workspaceId }: Integration,
    @Query({ schema: apiConversationQuery }) query: z.output<typeof apiConversationQuery>,
  ): Promise<z.output<typeof apiConversationPage>> {
    return this.conversations.page(workspaceId, query);
  }

  @Get(':id')
  @Operation('getConversation', 'Read a conversation', 'conversations:read', 'CONVERSATION_UNKNOWN')
  @ApiOkResponse({ standardSchema: apiConversation })
  find(
    @CurrentIntegration() { workspaceId }: Integration,
    @Param('id', { schema: z.uuid() }) id: string,
  ): Promise<ApiConversation> {
    return this.conversations.find(workspaceId, id);
  }

  @Get(':id/messages')
  @Operation(
    'listMessages',
    'List the messages of a conversation, oldest first',
    'conversations:read',
    'CONVERSATION_UNKNOWN',
  )
  @ApiOkResponse({ standardSchema: apiMessagePage })
  messages(
    @CurrentIntegration() { workspaceId }: Integration,
    @Param('id', { schema: z.uuid() }) id: string,
    @Query({ schema: apiMessageQuery }) query: z.output<typeof apiMessageQuery>,
  ): Promise<z.output<typeof apiMessagePage>> {
    return this.conversations.messages(workspaceId, id, query);
  }

  /** A contact has one conversation in an inbox: the message goes on with it, and opens it again if it is resolved. */
  @Post()
  @IdempotentOperation(
    ...(['createConversation', 'Write on behalf of a contact, as if by the chat', 'conversations:write'] as const),
    ...(['NOT_FOUND', 'INBOX_DISABLED'] as const),
  )
  @ApiCreatedResponse({ standardSchema: apiConversation })
  async create(
    @CurrentIntegration() { workspaceId }: Integration,
    @NewId() newId: (what: string) => string,
    @Body({ schema: apiCreateConversation }) { inboxId, contact, text }: z.output<typeof apiCreateConversation>,
  ): Promise<ApiConversation> {
    await this.contacts.requireInbox(workspaceId, inboxId);
    const contactId = await this.contacts.known(workspaceId, contact, newId('contact'));
    const actor = { type: 'contact', workspaceId, contactId, inboxId } as const;
    const { conversationId } = await this.contactMessages.send(actor, { clientMessageId: newId('message'), text });
    return this.conversations.find(workspaceId, conversationId);
  }

  @Post(':id/messages')
  @IdempotentOperation(
    ...(['createMessage', 'Reply to the customer, or leave a note', 'conversations:write'] as const),
    ...(['CONVERSATION_UNKNOWN', 'NOT_OWNER', 'TEXT_EMPTY', 'TEXT_TOO_LONG'] as const),
  )
  @ApiCreatedResponse({ standardSchema: apiMessage })
  @HttpCode(201)
  async write(
    @CurrentIntegration() integration: Integration,
    @Param('id', { schema: z.uuid() }) conversationId: string,
    @NewId() newId: (what: string) => string,
    @Body({ schema: apiCreateMessage }) { kind, text }: z.output<typeof apiCreateMessage>,
  ): Promise<ApiMessage> {
    const input = { conversationId, clientMessageId: newId('message'), text };
    const { id } = await this.agentMessages[kind](integration, input);
    return this.conversations.message(integration.workspaceId, id);
  }
}
