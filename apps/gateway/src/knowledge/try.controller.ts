import { Body, Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Checklists } from '#administration';
import { triedMessage, tryMessage, type TriedMessage } from '#contracts';
import { AgentGuard, AllowedRoles, CurrentAgent, maySee } from '../agent/agent.guard.js';
import type { Agent } from '../authentication/authenticate.js';
import { RateLimits } from '../rate-limits.js';
import { Trials } from './trials.js';

@ApiTags('knowledge')
@Controller('api/try')
@UseGuards(AgentGuard)
export class TryController {
  constructor(
    private readonly trials: Trials,
    private readonly limits: RateLimits,
    private readonly checklists: Checklists,
  ) {}

  /** What the bot would do with a message. Nothing is sent, and no action is called. */
  @Post()
  @HttpCode(200)
  @AllowedRoles(maySee)
  @ApiOkResponse({ standardSchema: triedMessage })
  async try(
    @CurrentAgent() { workspaceId, userId }: Agent,
    @Body({ schema: tryMessage }) message: z.output<typeof tryMessage>,
  ): Promise<TriedMessage> {
    await this.limits.spend('trial', { user: userId });
    const tried = await this.trials.try(workspaceId, message);
    await this.checklists.tried(workspaceId);
    return tried;
  }
}
