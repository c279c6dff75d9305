import { Controller, Get, Inject, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { intentList, type IntentView } from '#contracts';
import { DATABASE, type Database } from '#database';
import { AgentGuard, CurrentAgent } from './agent.guard.js';
import type { Agent } from '../authentication/authenticate.js';

@ApiTags('intents')
@Controller('api/intents')
@UseGuards(AgentGuard)
export class IntentsController {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /** What an agent can label a conversation with, by title. */
  @Get()
  @ApiOkResponse({ standardSchema: intentList })
  async list(@CurrentAgent() { workspaceId }: Agent): Promise<{ intents: IntentView[] }> {
    const intents = await this.db.intent.findMany({
      where: { workspaceId },
      select: { name: true, title: true, description: true, automate: true },
      orderBy: { title: 'asc' },
    });
    return { intents };
  }
}
