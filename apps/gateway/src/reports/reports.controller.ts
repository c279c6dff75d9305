import { Controller, Get, Query, StreamableFile, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  agreement,
  csatComments,
  report,
  reportExportQuery,
  reportQuery,
  reportRange,
  wallboard,
  type Agreement,
  type CsatComments,
  type Report,
  type Wallboard,
} from '#contracts';
import { agreementCsv, Agreements, Comments, groupsCsv, Reports, Wallboards } from '#reports';
import { AgentGuard, AllowedRoles, CurrentAgent, maySee } from '../agent/agent.guard.js';
import type { Agent } from '../authentication/authenticate.js';

/** What becomes of conversations, in numbers. */
@ApiTags('reports')
@Controller('api/reports')
@UseGuards(AgentGuard)
@AllowedRoles(maySee)
export class ReportsController {
  constructor(
    private readonly reports: Reports,
    private readonly agreements: Agreements,
    private readonly comments: Comments,
    private readonly wallboards: Wallboards,
  ) {}

  /** Figures of the episodes opened in a range of days, by day, intent, agent or hour of the day. */
  @Get()
  @ApiOkResponse({ standardSchema: report })
  report(
    @CurrentAgent() { workspaceId }: Agent,
    @Query({ schema: reportQuery }) query: z.output<typeof reportQuery>,
  ): Promise<Report> {
    return this.reports.report(workspaceId, query);
  }

  /** How often the labels of that time agree with the model's guesses, and with one another. */
  @Get('agreement')
  @ApiOkResponse({ standardSchema: agreement })
  agreement(
    @CurrentAgent() { workspaceId }: Agent,
    @Query({ schema: reportRange }) range: z.output<typeof reportRange>,
  ): Promise<Agreement> {
    return this.agreements.agreement(workspaceId, range);
  }

  /** What customers wrote beside their score in that time. */
  @Get('comments')
  @ApiOkResponse({ standardSchema: csatComments })
  written(
    @CurrentAgent() { workspaceId }: Agent,
    @Query({ schema: reportRange }) range: z.output<typeof reportRange>,
  ): Promise<CsatComments> {
    return this.comments.comments(workspaceId, range);
  }

  /** One table as a CSV download. */
  @Get('export')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async export(
    @CurrentAgent() { workspaceId }: Agent,
    @Query({ schema: reportExportQuery }) { table, by, ...range }: z.output<typeof reportExportQuery>,
  ): Promise<StreamableFile> {
    const csv =
      table === 'agreement'
        ? agreementCsv(await this.agreements.agreement(workspaceId, range))
        : groupsCsv(table, by, await this.reports.report(workspaceId, { ...range, by }));
    return new StreamableFile(Buffer.from(csv), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="${table}-${range.from}-${range.to}.csv"`,
    });
  }

  /** How things stand now. */
  @Get('wallboard')
  @ApiOkResponse({ standardSchema: wallboard })
  wallboard(@CurrentAgent() { workspaceId }: Agent): Promise<Wallboard> {
    return this.wallboards.wallboard(workspaceId);
  }
}
