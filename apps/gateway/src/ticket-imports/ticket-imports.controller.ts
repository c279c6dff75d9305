import { Readable } from 'node:stream';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, StreamableFile, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import {
  addCategories,
  columnMapping,
  importCategories,
  ticketImportList,
  ticketImportView,
  type AddCategories,
  type ColumnMapping,
  type ImportCategories,
  type ImportCategory,
  type TicketImportView,
} from '#contracts';
import { DATABASE, type Database } from '#database';
import { importView, rejectedRows, TicketImports } from '#ticket-staging';
import { AgentGuard, AllowedRoles, CurrentAgent, mayAct } from '../agent/agent.guard.js';
import type { Agent } from '../authentication/authenticate.js';

const importId = { schema: z.uuid() };

/** From a file of tickets to intents and training examples. Steps that take time are carried out by a trainer; their progress is in the view. */
@ApiTags('ticket imports')
@Controller('api/ticket-imports')
@UseGuards(AgentGuard)
@AllowedRoles(mayAct)
export class TicketImportsController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly imports: TicketImports,
  ) {}

  /** Newest first. */
  @Get()
  @ApiOkResponse({ standardSchema: ticketImportList })
  async list(@CurrentAgent() { workspaceId }: Agent): Promise<{ imports: TicketImportView[] }> {
    return { imports: (await this.imports.list(workspaceId)).map(importView) };
  }

  @Get(':id')
  @ApiOkResponse({ standardSchema: ticketImportView })
  async find(@CurrentAgent() { workspaceId }: Agent, @Param('id', importId) id: string): Promise<TicketImportView> {
    return importView(await this.imports.find(workspaceId, id));
  }

  /** Reads the file by these columns. */
  @Post(':id/read')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: ticketImportView })
  async read(
    @CurrentAgent() { workspaceId }: Agent,
    @Param('id', importId) id: string,
    @Body({ schema: columnMapping }) mapping: ColumnMapping,
  ): Promise<TicketImportView> {
    return importView(await this.imports.read(workspaceId, id, mapping));
  }

  /** The rows that were not taken, and why. */
  @Get(':id/rejected')
  @ApiProduces('text/csv')
  async rejected(@CurrentAgent() { workspaceId }: Agent, @Param('id', importId) id: string): Promise<StreamableFile> {
    await this.imports.find(workspaceId, id);
    return new StreamableFile(Readable.from(rejectedRows(this.db, workspaceId, id), { objectMode: false }), {
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="rejected-rows.csv"',
    });
  }

  /** What the tickets are about, most rows first. */
  @Get(':id/categories')
  @ApiOkResponse({ standardSchema: importCategories })
  async categories(
    @CurrentAgent() { workspaceId }: Agent,
    @Param('id', importId) id: string,
  ): Promise<ImportCategories> {
    const { categories, clustered, unclustered } = await this.imports.find(workspaceId, id);
    return { categories: categories as unknown as ImportCategory[], clustered, unclustered };
  }

  /** Groups tickets that have no categories. */
  @Post(':id/cluster')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: ticketImportView })
  async cluster(@CurrentAgent() { workspaceId }: Agent, @Param('id', importId) id: string): Promise<TicketImportView> {
    return importView(await this.imports.cluster(workspaceId, id));
  }

  /** Adds the rows of these categories to what the bot learns from. */
  @Post(':id/add')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: ticketImportView })
  async add(
    @CurrentAgent() agent: Agent,
    @Param('id', importId) id: string,
    @Body({ schema: addCategories }) chosen: AddCategories,
  ): Promise<TicketImportView> {
    return importView(await this.imports.add(agent, id, chosen));
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: ticketImportView })
  async cancel(@CurrentAgent() agent: Agent, @Param('id', importId) id: string): Promise<TicketImportView> {
    return importView(await this.imports.cancel(agent, id));
  }
}
