import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { searchPage, searchQuery, type SearchPage } from '#contracts';
import { Search } from '#conversation';
import { AgentGuard, CurrentAgent } from './agent.guard.js';
import type { Agent } from '../authentication/authenticate.js';

@ApiTags('conversations')
@Controller('api/search')
@UseGuards(AgentGuard)
export class SearchController {
  constructor(private readonly search: Search) {}

  /** Messages and contacts of the workspace with all of the words, by conversation. */
  @Get()
  @ApiOkResponse({ standardSchema: searchPage })
  find(
    @CurrentAgent() agent: Agent,
    @Query({ schema: searchQuery }) { q, before }: z.output<typeof searchQuery>,
  ): Promise<SearchPage> {
    return this.search.search(agent, q, before);
  }
}
