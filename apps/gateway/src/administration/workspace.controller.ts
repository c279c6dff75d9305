import { Body, Controller, Get, Put, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Checklists, Workspaces, type SettingsActor } from '#administration';
import {
  businessHours,
  checklist,
  dismissChecklist,
  workspaceSettings,
  type BusinessHours,
  type Checklist,
  type WorkspaceSettings,
} from '#contracts';
import { AgentGuard, AllowedRoles, CurrentActor, CurrentAgent, mayAct, maySee } from '../agent/agent.guard.js';
import type { Agent } from '../authentication/authenticate.js';

@ApiTags('workspace')
@Controller('api')
@UseGuards(AgentGuard)
@AllowedRoles(mayAct)
export class WorkspaceController {
  constructor(
    private readonly workspaces: Workspaces,
    private readonly checklists: Checklists,
  ) {}

  @Get('workspace')
  @AllowedRoles(maySee)
  @ApiOkResponse({ standardSchema: workspaceSettings })
  settings(@CurrentAgent() { workspaceId }: Agent): Promise<WorkspaceSettings> {
    return this.workspaces.settings(workspaceId);
  }

  @Put('workspace')
  @ApiOkResponse({ standardSchema: workspaceSettings })
  saveSettings(
    @CurrentActor() actor: SettingsActor,
    @Body({ schema: workspaceSettings }) settings: WorkspaceSettings,
  ): Promise<WorkspaceSettings> {
    return this.workspaces.saveSettings(actor, settings);
  }

  @Get('business-hours')
  @AllowedRoles(maySee)
  @ApiOkResponse({ standardSchema: businessHours })
  hours(@CurrentAgent() { workspaceId }: Agent): Promise<BusinessHours> {
    return this.workspaces.hours(workspaceId);
  }

  @Put('business-hours')
  @ApiOkResponse({ standardSchema: businessHours })
  saveHours(
    @CurrentActor() actor: SettingsActor,
    @Body({ schema: businessHours }) hours: BusinessHours,
  ): Promise<BusinessHours> {
    return this.workspaces.saveHours(actor, hours);
  }

  /** What is missing before the bot can be left to work. */
  @Get('checklist')
  @AllowedRoles(maySee)
  @ApiOkResponse({ standardSchema: checklist })
  checklist(@CurrentAgent() { workspaceId }: Agent): Promise<Checklist> {
    return this.checklists.view(workspaceId);
  }

  @Put('checklist')
  @ApiOkResponse({ standardSchema: checklist })
  dismiss(
    @CurrentActor() actor: SettingsActor,
    @Body({ schema: dismissChecklist }) { dismissed }: z.output<typeof dismissChecklist>,
  ): Promise<Checklist> {
    return this.checklists.dismiss(actor, dismissed);
  }
}
