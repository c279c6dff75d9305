import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put, UseGuards } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Promises, Teams, type SettingsActor } from '#administration';
import {
  routingSettings,
  routingView,
  skills,
  slaPolicy,
  teamSettings,
  teamView,
  transferTargets as transferTargetsView,
  type RoutingSettings,
  type RoutingView,
  type Skills,
  type SlaPolicy,
  type TeamSettings,
  type TeamView,
  type TransferTargets,
} from '#contracts';
import { transferTargets } from '#conversation';
import { DATABASE, type Database } from '#database';
import { AgentGuard, AllowedRoles, CurrentActor, CurrentAgent, mayAct, maySee } from '../agent/agent.guard.js';
import type { Agent } from '../authentication/authenticate.js';

/** Who gets what: teams, skills, rules, and what is promised to customers. */
@ApiTags('routing')
@Controller('api')
@UseGuards(AgentGuard)
@AllowedRoles(mayAct)
export class RoutingController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly teams: Teams,
    private readonly promises: Promises,
  ) {}

  @Get('routing')
  @AllowedRoles(maySee)
  @ApiOkResponse({ standardSchema: routingView })
  view(@CurrentAgent() { workspaceId }: Agent): Promise<RoutingView> {
    return this.teams.view(workspaceId);
  }

  @Put('routing')
  @ApiOkResponse({ standardSchema: routingView })
  save(
    @CurrentActor() actor: SettingsActor,
    @Body({ schema: routingSettings }) settings: RoutingSettings,
  ): Promise<RoutingView> {
    return this.teams.save(actor, settings);
  }

  @Post('teams')
  @ApiCreatedResponse({ standardSchema: teamView })
  create(@CurrentActor() actor: SettingsActor, @Body({ schema: teamSettings }) team: TeamSettings): Promise<TeamView> {
    return this.teams.create(actor, team);
  }

  @Put('teams/:id')
  @ApiOkResponse({ standardSchema: teamView })
  change(
    @CurrentActor() actor: SettingsActor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: teamSettings }) team: TeamSettings,
  ): Promise<TeamView> {
    return this.teams.change(actor, id, team);
  }

  /** What waits for it becomes anybody's. */
  @Delete('teams/:id')
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(@CurrentActor() actor: SettingsActor, @Param('id', { schema: z.uuid() }) id: string): Promise<void> {
    return this.teams.remove(actor, id);
  }

  @Put('people/:id/skills')
  @ApiOkResponse({ standardSchema: skills })
  saveSkills(
    @CurrentActor() actor: SettingsActor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: skills }) after: Skills,
  ): Promise<Skills> {
    return this.teams.saveSkills(actor, id, after);
  }

  @Get('transfer-targets')
  @AllowedRoles([...maySee, 'agent'])
  @ApiOkResponse({ standardSchema: transferTargetsView })
  targets(@CurrentAgent() agent: Agent): Promise<TransferTargets> {
    return transferTargets(this.db, agent);
  }

  @Get('sla-policy')
  @AllowedRoles(maySee)
  @ApiOkResponse({ standardSchema: slaPolicy })
  slaPolicy(@CurrentAgent() { workspaceId }: Agent): Promise<SlaPolicy> {
    return this.promises.view(workspaceId);
  }

  @Put('sla-policy')
  @ApiOkResponse({ standardSchema: slaPolicy })
  saveSlaPolicy(
    @CurrentActor() actor: SettingsActor,
    @Body({ schema: slaPolicy }) policy: SlaPolicy,
  ): Promise<SlaPolicy> {
    return this.promises.save(actor, policy);
  }
}
