import { Controller, Get, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { addedKit, starterKitList } from '#contracts';
import { findKit, starterKits } from '#starter-kits';
import { AgentGuard, AllowedRoles, CurrentAgent, mayAct } from '../agent/agent.guard.js';
import type { Agent } from '../authentication/authenticate.js';
import { AddedKits } from './added-kits.js';

@ApiTags('knowledge')
@Controller('api/knowledge/starter-kits')
@UseGuards(AgentGuard)
@AllowedRoles(mayAct)
export class StarterKitsController {
  constructor(private readonly added: AddedKits) {}

  @Get()
  @ApiOkResponse({ standardSchema: starterKitList })
  list(): z.infer<typeof starterKitList> {
    const kits = starterKits().map(({ name, title, intents }) => ({
      name,
      title,
      nExamples: intents.reduce((sum, { examples }) => sum + examples.length, 0),
      intents: intents.map(({ examples, ...intent }) => ({
        name: intent.name,
        title: intent.title,
        nExamples: examples.length,
        answer: intent.answer,
      })),
    }));
    return { kits };
  }

  /** Adds what is not there yet, and answers with how much that was. */
  @Post(':name/add')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: addedKit })
  add(@CurrentAgent() agent: Agent, @Param('name') name: string): Promise<z.infer<typeof addedKit>> {
    const { userId, workspaceId } = agent;
    return this.added.add({ type: 'user', userId, workspaceId }, findKit(name));
  }
}
