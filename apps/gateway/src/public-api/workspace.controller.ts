import { Controller, Get, Inject, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { apiAgentList, apiInboxList, apiLabelList, apiTeamList } from '#contracts';
import { Presence } from '#conversation';
import { DATABASE, type Database } from '#database';
import type { Integration } from '../authentication/authenticate.js';
import { CurrentIntegration, IntegrationGuard } from './integration.guard.js';
import { Operation } from './operation.js';

/** What ids of the other routes stand for. */
@ApiTags('Workspace')
@ApiBearerAuth()
@Controller('api/v1')
@UseGuards(IntegrationGuard)
export class PublicWorkspaceController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly presence: Presence,
  ) {}

  @Get('inboxes')
  @Operation('listInboxes', 'List inboxes', 'workspace:read')
  @ApiOkResponse({ standardSchema: apiInboxList })
  async inboxes(@CurrentIntegration() { workspaceId }: Integration): Promise<z.output<typeof apiInboxList>> {
    const inboxes = await this.db.inbox.findMany({ where: { workspaceId }, orderBy: { id: 'asc' } });
    return {
      items: inboxes.map(({ id, name, key, disabledAt }) => ({ id, name, key, disabled: disabledAt !== null })),
    };
  }

  @Get('teams')
  @Operation('listTeams', 'List teams', 'workspace:read')
  @ApiOkResponse({ standardSchema: apiTeamList })
  async teams(@CurrentIntegration() { workspaceId }: Integration): Promise<z.output<typeof apiTeamList>> {
    const select = { id: true, name: true };
    return { items: await this.db.team.findMany({ where: { workspaceId }, select, orderBy: { name: 'asc' } }) };
  }

  @Get('labels')
  @Operation('listLabels', 'List the labels that conversations may have', 'workspace:read')
  @ApiOkResponse({ standardSchema: apiLabelList })
  async labels(@CurrentIntegration() { workspaceId }: Integration): Promise<z.output<typeof apiLabelList>> {
    const select = { id: true, name: true, colour: true };
    return { items: await this.db.label.findMany({ where: { workspaceId }, select, orderBy: { name: 'asc' } }) };
  }

  /** Those who can sign in. */
  @Get('agents')
  @Operation('listAgents', 'List agents and whether they are there', 'workspace:read')
  @ApiOkResponse({ standardSchema: apiAgentList })
  async agents(@CurrentIntegration() { workspaceId }: Integration): Promise<z.output<typeof apiAgentList>> {
    return { items: await this.presence.agents(workspaceId) };
  }
}
