import { Controller, Get, Inject, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { colleagueList, type Colleague } from '#contracts';
import { DATABASE, type Database } from '#database';
import { AgentGuard, CurrentAgent } from './agent.guard.js';
import type { Agent } from '../authentication/authenticate.js';

/** Whom agents can name and hand conversations to. */
@ApiTags('people')
@Controller('api/colleagues')
@UseGuards(AgentGuard)
export class ColleaguesController {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  @Get()
  @ApiOkResponse({ standardSchema: colleagueList })
  async list(@CurrentAgent() { workspaceId }: Agent): Promise<{ colleagues: Colleague[] }> {
    const colleagues = await this.db.user.findMany({
      where: { workspaceId, disabledAt: null },
      select: { id: true, name: true },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    });
    return { colleagues };
  }
}
