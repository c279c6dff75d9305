import { Body, Controller, Get, HttpCode, Param, Post, Put, UseGuards } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Inboxes, Sightings, type SettingsActor } from '#administration';
import { loadConfig } from '#config';
import { inboxDetail, inboxList, inboxSettings, sightingList, type InboxDetail, type InboxSettings } from '#contracts';
import { Realtime } from '#realtime';
import { AgentGuard, AllowedRoles, CurrentActor, CurrentAgent, mayAct, maySee } from '../agent/agent.guard.js';
import type { Agent } from '../authentication/authenticate.js';

@ApiTags('inboxes')
@Controller('api/inboxes')
@UseGuards(AgentGuard)
@AllowedRoles(mayAct)
export class InboxesController {
  constructor(
    private readonly inboxes: Inboxes,
    private readonly sightings: Sightings,
    private readonly realtime: Realtime,
  ) {}

  @Get()
  @AllowedRoles(maySee)
  @ApiOkResponse({ standardSchema: inboxList })
  async list(@CurrentAgent() { workspaceId }: Agent): Promise<z.output<typeof inboxList>> {
    return { inboxes: await this.inboxes.list(workspaceId), publicUrl: loadConfig().publicUrl };
  }

  @Post()
  @ApiCreatedResponse({ standardSchema: inboxDetail })
  create(
    @CurrentActor() actor: SettingsActor,
    @Body({ schema: inboxSettings }) settings: InboxSettings,
  ): Promise<InboxDetail> {
    return this.inboxes.create(actor, settings);
  }

  /** Visitors on sites that are no longer allowed are cut off. */
  @Put(':id')
  @ApiOkResponse({ standardSchema: inboxDetail })
  async change(
    @CurrentActor() actor: SettingsActor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: inboxSettings }) settings: InboxSettings,
  ): Promise<InboxDetail> {
    const { inbox, otherOrigins } = await this.inboxes.change(actor, id, settings);
    if (otherOrigins) this.realtime.endInbox(id);
    return inbox;
  }

  /** Its visitors are cut off, and told that the chat is switched off. */
  @Post(':id/disable')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: inboxDetail })
  async disable(
    @CurrentActor() actor: SettingsActor,
    @Param('id', { schema: z.uuid() }) id: string,
  ): Promise<InboxDetail> {
    const inbox = await this.inboxes.disable(actor, id);
    this.realtime.endInbox(id);
    return inbox;
  }

  @Post(':id/enable')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: inboxDetail })
  enable(@CurrentActor() actor: SettingsActor, @Param('id', { schema: z.uuid() }) id: string): Promise<InboxDetail> {
    return this.inboxes.enable(actor, id);
  }

  /** From which sites the widget asked for this inbox, newest first. */
  @Get(':id/sightings')
  @AllowedRoles(maySee)
  @ApiOkResponse({ standardSchema: sightingList })
  async seen(
    @CurrentAgent() { workspaceId }: Agent,
    @Param('id', { schema: z.uuid() }) id: string,
  ): Promise<z.output<typeof sightingList>> {
    return { sightings: await this.sightings.list(workspaceId, id) };
  }
}
