import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, UseGuards } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import {
  actionList,
  actionSettings,
  actionView,
  testAction,
  testedAction,
  type ActionSettings,
  type ActionView,
  type TestedAction,
} from '#contracts';
import { AgentGuard, AllowedRoles, CurrentAgent, mayAct, maySee } from '../agent/agent.guard.js';
import type { Agent } from '../authentication/authenticate.js';
import { RateLimits } from '../rate-limits.js';
import { Actions } from './actions.js';

@ApiTags('actions')
@Controller('api/actions')
@UseGuards(AgentGuard)
export class ActionsController {
  constructor(
    private readonly actions: Actions,
    private readonly limits: RateLimits,
  ) {}

  @Get()
  @AllowedRoles(maySee)
  @ApiOkResponse({ standardSchema: actionList })
  async list(@CurrentAgent() { workspaceId }: Agent): Promise<{ actions: ActionView[] }> {
    return { actions: await this.actions.list(workspaceId) };
  }

  @Post()
  @AllowedRoles(mayAct)
  @ApiCreatedResponse({ standardSchema: actionView })
  create(
    @CurrentAgent() agent: Agent,
    @Body({ schema: actionSettings }) settings: ActionSettings,
  ): Promise<ActionView> {
    return this.actions.create(agent, settings);
  }

  /** Calls the shop once with these settings, saved or not. */
  @Post('test')
  @HttpCode(200)
  @AllowedRoles(mayAct)
  @ApiOkResponse({ standardSchema: testedAction })
  async test(
    @CurrentAgent() { workspaceId }: Agent,
    @Body({ schema: testAction }) test: z.output<typeof testAction>,
  ): Promise<TestedAction> {
    await this.limits.spend('actionTest', { workspace: workspaceId });
    return this.actions.test(workspaceId, test);
  }

  /** The bot uses the new settings within two seconds. */
  @Put(':id')
  @AllowedRoles(mayAct)
  @ApiOkResponse({ standardSchema: actionView })
  save(
    @CurrentAgent() agent: Agent,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: actionSettings }) settings: ActionSettings,
  ): Promise<ActionView> {
    return this.actions.save(agent, id, settings);
  }

  @Delete(':id')
  @HttpCode(204)
  @AllowedRoles(mayAct)
  @ApiNoContentResponse()
  async remove(@CurrentAgent() agent: Agent, @Param('id', { schema: z.uuid() }) id: string): Promise<void> {
    await this.actions.remove(agent, id);
  }
}
