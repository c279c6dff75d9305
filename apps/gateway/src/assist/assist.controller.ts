import { Controller, Get, Param, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import {
  conversationExport,
  conversationSummary,
  lookUpList,
  suggestion,
  type ConversationExport,
  type ConversationSummary,
} from '#contracts';
import { AgentGuard, CurrentActor, CurrentAgent } from '../agent/agent.guard.js';
import type { Agent } from '../authentication/authenticate.js';
import { RateLimits } from '../rate-limits.js';
import type { SettingsActor } from '#administration';
import { ConversationExports } from './exports.js';
import { ShopLookUps } from './look-ups.js';
import { Summaries } from './summaries.js';
import { Suggestions } from './suggestions.js';

/** What helps an agent to answer. */
@ApiTags('conversations')
@Controller('api/conversations/:id')
@UseGuards(AgentGuard)
export class AssistController {
  constructor(
    private readonly lookUps: ShopLookUps,
    private readonly suggestions: Suggestions,
    private readonly summaries: Summaries,
    private readonly exports: ConversationExports,
    private readonly limits: RateLimits,
  ) {}

  @Get('look-ups')
  @ApiOkResponse({ standardSchema: lookUpList })
  async lookUp(
    @CurrentAgent() { workspaceId, userId }: Agent,
    @Param('id', { schema: z.uuid() }) id: string,
  ): Promise<z.output<typeof lookUpList>> {
    await this.limits.spend('lookUp', { user: userId });
    return { lookUps: await this.lookUps.ofConversation(workspaceId, id) };
  }

  @Get('suggestion')
  @ApiOkResponse({ standardSchema: suggestion })
  async suggest(
    @CurrentAgent() { workspaceId, userId }: Agent,
    @Param('id', { schema: z.uuid() }) id: string,
  ): Promise<z.output<typeof suggestion>> {
    await this.limits.spend('lookUp', { user: userId });
    return { suggestion: await this.suggestions.ofConversation(workspaceId, id) };
  }

  @Get('summary')
  @ApiOkResponse({ standardSchema: conversationSummary })
  summary(
    @CurrentAgent() { workspaceId }: Agent,
    @Param('id', { schema: z.uuid() }) id: string,
  ): Promise<ConversationSummary> {
    return this.summaries.ofConversation(workspaceId, id);
  }

  @Get('export')
  @ApiOkResponse({ standardSchema: conversationExport })
  export(
    @CurrentActor() actor: SettingsActor,
    @Param('id', { schema: z.uuid() }) id: string,
  ): Promise<ConversationExport> {
    return this.exports.of(actor, id);
  }
}
