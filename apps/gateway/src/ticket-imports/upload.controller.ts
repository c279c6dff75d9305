import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { z } from 'zod';
import {
  BatonError,
  beginImport,
  begunImport,
  importPreview,
  receivedContent,
  type BegunImport,
  type ImportPreview,
} from '#contracts';
import { DATABASE, type Database } from '#database';
import { importView, previewView, receivePart, TicketImports } from '#ticket-staging';
import { AgentGuard, AllowedRoles, CurrentAgent, mayAct } from '../agent/agent.guard.js';
import type { Agent } from '../authentication/authenticate.js';
import { lookInto } from './first-look.js';
import { partBody } from './part-body.js';

/** A file of tickets on its way here, in parts; what has arrived need not be sent again. */
@ApiTags('ticket imports')
@Controller('api/ticket-imports')
@UseGuards(AgentGuard)
@AllowedRoles(mayAct)
export class TicketUploadController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly imports: TicketImports,
  ) {}

  /** Begins an import. A file of the same content that has not been added yet goes on where it was. */
  @Post()
  @ApiCreatedResponse({ standardSchema: begunImport })
  async begin(
    @CurrentAgent() agent: Agent,
    @Body({ schema: beginImport }) file: z.output<typeof beginImport>,
  ): Promise<BegunImport> {
    const row = await this.imports.begin(agent, file);
    return { import: importView(row), received: row.status === 'uploading' ? row.received : row.bytes };
  }

  /** The next part of the file, at most 8 MB. */
  @Put(':id/content')
  @ApiOkResponse({ standardSchema: receivedContent })
  async receive(
    @CurrentAgent() { workspaceId }: Agent,
    @Param('id', { schema: z.uuid() }) id: string,
    @Query('offset', { schema: z.coerce.number().int().min(0).max(2_147_483_647) }) offset: number,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<{ received: number }> {
    return { received: await receivePart(this.db, workspaceId, id, offset, await partBody(request, response)) };
  }

  /** Says that the file is whole, and shows what is in it. */
  @Post(':id/uploaded')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: importPreview })
  async uploaded(
    @CurrentAgent() { workspaceId }: Agent,
    @Param('id', { schema: z.uuid() }) id: string,
  ): Promise<ImportPreview> {
    const row = await this.imports.find(workspaceId, id);
    if (row.status === 'uploaded') return previewView(row);
    if (row.status !== 'uploading') throw new BatonError('TICKETS_STATE');
    if (row.received < row.bytes) throw new BatonError('TICKETS_OFFSET');
    try {
      const { source, ...preview } = await lookInto(this.db, row);
      return previewView(await this.imports.uploaded(workspaceId, id, source, preview));
    } catch (error) {
      if (error instanceof BatonError && error.code !== 'TICKETS_STATE') {
        await this.imports.refuse(workspaceId, id, error.code);
      }
      throw error;
    }
  }

  @Get(':id/preview')
  @ApiOkResponse({ standardSchema: importPreview })
  async preview(
    @CurrentAgent() { workspaceId }: Agent,
    @Param('id', { schema: z.uuid() }) id: string,
  ): Promise<ImportPreview> {
    return previewView(await this.imports.find(workspaceId, id));
  }
}
