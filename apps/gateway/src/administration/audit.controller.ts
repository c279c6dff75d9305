import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { AuditLog } from '#administration';
import { auditPage, auditQuery } from '#contracts';
import { AgentGuard, AllowedRoles, CurrentAgent, mayAct } from '../agent/agent.guard.js';
import type { Agent } from '../authentication/authenticate.js';

@ApiTags('audit')
@Controller('api/audit')
@UseGuards(AgentGuard)
export class AuditController {
  constructor(private readonly log: AuditLog) {}

  /** Who changed what, newest first. `before` is the last id of the page before. */
  @Get()
  @AllowedRoles(mayAct)
  @ApiOkResponse({ standardSchema: auditPage })
  page(
    @CurrentAgent() { workspaceId }: Agent,
    @Query({ schema: auditQuery }) query: z.output<typeof auditQuery>,
  ): Promise<z.output<typeof auditPage>> {
    return this.log.page(workspaceId, query);
  }
}
