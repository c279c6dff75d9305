import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, UseGuards } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import {
  savedFilterList,
  savedFilterSettings,
  savedFilterView,
  type SavedFilterSettings,
  type SavedFilterView,
} from '#contracts';
import { SavedFilters } from '#conversation';
import { AgentGuard, CurrentAgent, maySee } from './agent.guard.js';
import type { Agent } from '../authentication/authenticate.js';

const mayShare = ({ role }: Agent) => maySee.includes(role);

@ApiTags('conversations')
@Controller('api/saved-filters')
@UseGuards(AgentGuard)
export class SavedFiltersController {
  constructor(private readonly filters: SavedFilters) {}

  @Get()
  @ApiOkResponse({ standardSchema: savedFilterList })
  async list(@CurrentAgent() agent: Agent): Promise<{ savedFilters: SavedFilterView[] }> {
    return { savedFilters: await this.filters.list(agent) };
  }

  @Post()
  @ApiCreatedResponse({ standardSchema: savedFilterView })
  create(
    @CurrentAgent() agent: Agent,
    @Body({ schema: savedFilterSettings }) settings: SavedFilterSettings,
  ): Promise<SavedFilterView> {
    return this.filters.create(agent, mayShare(agent), settings);
  }

  @Put(':id')
  @ApiOkResponse({ standardSchema: savedFilterView })
  change(
    @CurrentAgent() agent: Agent,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: savedFilterSettings }) settings: SavedFilterSettings,
  ): Promise<SavedFilterView> {
    return this.filters.change(agent, mayShare(agent), id, settings);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(@CurrentAgent() agent: Agent, @Param('id', { schema: z.uuid() }) id: string): Promise<void> {
    return this.filters.remove(agent, mayShare(agent), id);
  }
}
