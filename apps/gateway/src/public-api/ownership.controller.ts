import { Body, Controller, HttpCode, Param, Post, UseGuards, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { apiAssign, apiConversation, apiResolve, type ApiConversation, type ConversationItem } from '#contracts';
import { Assigning, Handoff, Inbox, PublicConversations, Resolutions } from '#conversation';
import type { Integration } from '../authentication/authenticate.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';
import { CurrentIntegration, IntegrationGuard, requireScope } from './integration.guard.js';
import { IdempotentOperation } from './operation.js';

const idParam = { schema: z.uuid() };
const scope = 'conversations:write';

/** Who has a conversation, and its end. A program owns one as an agent does. */
@ApiTags('Conversations')
@ApiBearerAuth()
@Controller('api/v1/conversations/:id')
@UseGuards(IntegrationGuard)
@UseInterceptors(IdempotencyInterceptor)
export class OwnershipController {
  constructor(
    private readonly conversations: PublicConversations,
    private readonly inbox: Inbox,
    private readonly handoff: Handoff,
    private readonly assigning: Assigning,
    private readonly resolutions: Resolutions,
  ) {}

  /** From the bot, the waiting line or an agent. From then on the bot is silent. */
  @Post('take-over')
  @HttpCode(200)
  @IdempotentOperation(
    'takeOverConversation',
    'Take a conversation over',
    scope,
    'CONVERSATION_UNKNOWN',
    'ALREADY_RESOLVED',
  )
  @ApiOkResponse({ standardSchema: apiConversation })
  takeOver(@CurrentIntegration() by: Integration, @Param('id', idParam) id: string): Promise<ApiConversation> {
    return this.seen(by, this.handoff.takeOver(by, id));
  }

  @Post('hand-back')
  @HttpCode(200)
  @IdempotentOperation(
    ...(['handBackConversation', 'Give a conversation that the key owns back to the bot', scope] as const),
    ...(['CONVERSATION_UNKNOWN', 'NOT_OWNER', 'OWNER_CHANGED'] as const),
  )
  @ApiOkResponse({ standardSchema: apiConversation })
  async handBack(@CurrentIntegration() by: Integration, @Param('id', idParam) id: string): Promise<ApiConversation> {
    return this.seen(by, this.handoff.handBack(by, id, await this.inbox.ownerEpoch(by, id)));
  }

  /** To an agent, whether they have room or not; or to a team's waiting line, from which the conversation is offered to its agents. */
  @Post('assign')
  @HttpCode(200)
  @IdempotentOperation(
    ...(['assignConversation', 'Assign a conversation to an agent, or hand it over to a team', scope] as const),
    ...(['CONVERSATION_UNKNOWN', 'AGENT_UNKNOWN', 'TEAM_UNKNOWN', 'ALREADY_RESOLVED'] as const),
  )
  @ApiOkResponse({ standardSchema: apiConversation })
  assign(
    @CurrentIntegration() by: Integration,
    @Param('id', idParam) id: string,
    @Body({ schema: apiAssign }) to: z.output<typeof apiAssign>,
  ): Promise<ApiConversation> {
    const { workspaceId } = by;
    return this.seen(
      by,
      'agentId' in to
        ? this.assigning.toAgent(workspaceId, id, to.agentId)
        : this.assigning.toTeam(workspaceId, id, to),
    );
  }

  /** With an intent, or out of scope, it teaches the bot: that needs the scope knowledge:write too. */
  @Post('resolve')
  @HttpCode(200)
  @IdempotentOperation(
    ...(['resolveConversation', 'Resolve a conversation that the key owns', scope] as const),
    ...(['CONVERSATION_UNKNOWN', 'NOT_OWNER', 'OWNER_CHANGED', 'ALREADY_RESOLVED', 'INTENT_UNKNOWN'] as const),
  )
  @ApiOkResponse({ standardSchema: apiConversation })
  async resolve(
    @CurrentIntegration() by: Integration,
    @Param('id', idParam) conversationId: string,
    @Body({ schema: apiResolve }) { intent, outOfScope }: z.output<typeof apiResolve>,
  ): Promise<ApiConversation> {
    if (intent !== null || outOfScope) requireScope(by, 'knowledge:write');
    const ownerEpoch = await this.inbox.ownerEpoch(by, conversationId);
    return this.seen(by, this.resolutions.resolve(by, { conversationId, ownerEpoch, intent, outOfScope }));
  }

  private async seen({ workspaceId }: Integration, done: Promise<ConversationItem>): Promise<ApiConversation> {
    return this.conversations.find(workspaceId, (await done).id);
  }
}
