import { Body, Controller, Get, Put, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Topics, type SettingsActor } from '#administration';
import { topicSettings, topicSettingsView, type TopicSettings, type TopicSettingsView } from '#contracts';
import { AgentGuard, AllowedRoles, CurrentActor, CurrentAgent, mayAct, maySee } from '../agent/agent.guard.js';
import type { Agent } from '../authentication/authenticate.js';

@ApiTags('workspace')
@Controller('api/topics')
@UseGuards(AgentGuard)
@AllowedRoles(mayAct)
export class TopicsController {
  constructor(private readonly topics: Topics) {}

  @Get()
  @AllowedRoles(maySee)
  @ApiOkResponse({ standardSchema: topicSettingsView })
  view(@CurrentAgent() { workspaceId }: Agent): Promise<TopicSettingsView> {
    return this.topics.view(workspaceId);
  }

  @Put()
  @ApiOkResponse({ standardSchema: topicSettingsView })
  save(
    @CurrentActor() actor: SettingsActor,
    @Body({ schema: topicSettings }) settings: TopicSettings,
  ): Promise<TopicSettingsView> {
    return this.topics.save(actor, settings);
  }
}
