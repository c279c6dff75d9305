import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, UseGuards } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CannedResponses, type CannedResponseActor } from '#canned-responses';
import {
  cannedResponseDraft,
  cannedResponseList,
  cannedResponseView,
  type CannedResponseDraft,
  type CannedResponseView,
} from '#contracts';
import { AgentGuard, CurrentAgent } from '../agent/agent.guard.js';
import type { Agent } from '../authentication/authenticate.js';

const anId = { schema: z.uuid() };

@ApiTags('canned responses')
@Controller('api/canned-responses')
@UseGuards(AgentGuard)
export class CannedResponsesController {
  constructor(private readonly cannedResponses: CannedResponses) {}

  @Get()
  @ApiOkResponse({ standardSchema: cannedResponseList })
  async list(@CurrentAgent() agent: Agent): Promise<z.output<typeof cannedResponseList>> {
    return { cannedResponses: await this.cannedResponses.list(actor(agent)) };
  }

  @Post()
  @ApiCreatedResponse({ standardSchema: cannedResponseView })
  create(
    @CurrentAgent() agent: Agent,
    @Body({ schema: cannedResponseDraft }) draft: CannedResponseDraft,
  ): Promise<CannedResponseView> {
    return this.cannedResponses.create(actor(agent), draft);
  }

  @Put(':id')
  @ApiOkResponse({ standardSchema: cannedResponseView })
  change(
    @CurrentAgent() agent: Agent,
    @Param('id', anId) id: string,
    @Body({ schema: cannedResponseDraft }) draft: CannedResponseDraft,
  ): Promise<CannedResponseView> {
    return this.cannedResponses.change(actor(agent), id, draft);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(@CurrentAgent() agent: Agent, @Param('id', anId) id: string): Promise<void> {
    return this.cannedResponses.remove(actor(agent), id);
  }

  @Post(':id/used')
  @HttpCode(204)
  @ApiNoContentResponse()
  used(@CurrentAgent() agent: Agent, @Param('id', anId) id: string): Promise<void> {
    return this.cannedResponses.used(actor(agent), id);
  }
}

function actor({ userId, workspaceId, role }: Agent): CannedResponseActor {
  return { type: 'user', userId, workspaceId, role };
}
