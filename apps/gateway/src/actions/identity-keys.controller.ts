import { Body, Controller, Delete, Get, Param, Post, UseGuards } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import {
  createdIdentityKey,
  createIdentityKey,
  identityKeyList,
  identityKeyView,
  type IdentityKeyView,
} from '#contracts';
import { AgentGuard, AllowedRoles, CurrentAgent, mayAct } from '../agent/agent.guard.js';
import type { Agent } from '../authentication/authenticate.js';
import { IdentityKeys } from './identity-keys.js';

@ApiTags('identity keys')
@Controller('api/identity-keys')
@UseGuards(AgentGuard)
@AllowedRoles(mayAct)
export class IdentityKeysController {
  constructor(private readonly keys: IdentityKeys) {}

  /** Newest first. */
  @Get()
  @ApiOkResponse({ standardSchema: identityKeyList })
  async list(@CurrentAgent() { workspaceId }: Agent): Promise<{ keys: IdentityKeyView[] }> {
    return { keys: await this.keys.list(workspaceId) };
  }

  @Post()
  @ApiCreatedResponse({ standardSchema: createdIdentityKey })
  create(
    @CurrentAgent() agent: Agent,
    @Body({ schema: createIdentityKey }) input: z.output<typeof createIdentityKey>,
  ): Promise<z.input<typeof createdIdentityKey>> {
    return this.keys.create(agent, input);
  }

  /** Retires it; answers with the key. */
  @Delete(':id')
  @ApiOkResponse({ standardSchema: identityKeyView })
  retire(@CurrentAgent() agent: Agent, @Param('id', { schema: z.uuid() }) id: string): Promise<IdentityKeyView> {
    return this.keys.retire(agent, id);
  }
}
