import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, UseGuards } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Labels, type SettingsActor } from '#administration';
import { labelList, labelSettings, labelView, type LabelSettings, type LabelView } from '#contracts';
import { Realtime } from '#realtime';
import { AgentGuard, AllowedRoles, CurrentActor, CurrentAgent, maySee } from '../agent/agent.guard.js';
import type { Agent } from '../authentication/authenticate.js';

/** Every agent puts labels on conversations; supervisors say which there are. */
@ApiTags('conversations')
@Controller('api/labels')
@UseGuards(AgentGuard)
export class LabelsController {
  constructor(
    private readonly labels: Labels,
    private readonly realtime: Realtime,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: labelList })
  async list(@CurrentAgent() { workspaceId }: Agent): Promise<{ labels: LabelView[] }> {
    return { labels: await this.labels.list(workspaceId) };
  }

  @Post()
  @AllowedRoles(maySee)
  @ApiCreatedResponse({ standardSchema: labelView })
  create(
    @CurrentActor() actor: SettingsActor,
    @Body({ schema: labelSettings }) settings: LabelSettings,
  ): Promise<LabelView> {
    return this.told(actor, this.labels.create(actor, settings));
  }

  @Put(':id')
  @AllowedRoles(maySee)
  @ApiOkResponse({ standardSchema: labelView })
  change(
    @CurrentActor() actor: SettingsActor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: labelSettings }) settings: LabelSettings,
  ): Promise<LabelView> {
    return this.told(actor, this.labels.change(actor, id, settings));
  }

  @Delete(':id')
  @HttpCode(204)
  @AllowedRoles(maySee)
  @ApiNoContentResponse()
  remove(@CurrentActor() actor: SettingsActor, @Param('id', { schema: z.uuid() }) id: string): Promise<void> {
    return this.told(actor, this.labels.remove(actor, id));
  }

  private async told<T>({ workspaceId }: SettingsActor, change: Promise<T>): Promise<T> {
    const changed = await change;
    this.realtime.labelsChanged(workspaceId);
    return changed;
  }
}
