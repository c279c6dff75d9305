import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { apiReport, apiReportQuery, type Report } from '#contracts';
import { Reports } from '#reports';
import type { Integration } from '../authentication/authenticate.js';
import { CurrentIntegration, IntegrationGuard } from './integration.guard.js';
import { Operation } from './operation.js';

@ApiTags('Reports')
@ApiBearerAuth()
@Controller('api/v1/reports')
@UseGuards(IntegrationGuard)
export class PublicReportsController {
  constructor(private readonly reports: Reports) {}

  /** As the console's reports, whose definitions are in docs/reports.md. */
  @Get()
  @Operation('getReport', 'Figures by day, intent, agent or hour', 'reports:read')
  @ApiOkResponse({ standardSchema: apiReport })
  report(
    @CurrentIntegration() { workspaceId }: Integration,
    @Query({ schema: apiReportQuery }) query: z.output<typeof apiReportQuery>,
  ): Promise<Report> {
    return this.reports.report(workspaceId, query);
  }
}
