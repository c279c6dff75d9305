import { Body, Controller, Delete, Get, Param, Post, UseGuards } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ApiKeys, type SettingsActor } from '#administration';
import { apiKeyList, apiKeyView, createApiKey, createdApiKey, type ApiKeyView } from '#contracts';
import { AgentGuard, AllowedRoles, CurrentActor, mayAct } from '../agent/agent.guard.js';

@ApiTags('API keys')
@Controller('api/api-keys')
@UseGuards(AgentGuard)
@AllowedRoles(mayAct)
export class ApiKeysController {
  constructor(private readonly keys: ApiKeys) {}

  /** Newest first, revoked ones too. */
  @Get()
  @ApiOkResponse({ standardSchema: apiKeyList })
  async list(@CurrentActor() { workspaceId }: SettingsActor): Promise<{ keys: ApiKeyView[] }> {
    return { keys: await this.keys.list(workspaceId) };
  }

  @Post()
  @ApiCreatedResponse({ standardSchema: createdApiKey })
  create(
    @CurrentActor() actor: SettingsActor,
    @Body({ schema: createApiKey }) input: z.output<typeof createApiKey>,
  ): Promise<z.input<typeof createdApiKey>> {
    return this.keys.create(actor, input);
  }

  /** Revokes it; answers with the key. Conversations that it owns go back to the waiting line. */
  @Delete(':id')
  @ApiOkResponse({ standardSchema: apiKeyView })
  revoke(@CurrentActor() actor: SettingsActor, @Param('id', { schema: z.uuid() }) id: string): Promise<ApiKeyView> {
    return this.keys.revoke(actor, id);
  }
}
