import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  StreamableFile,
  UseGuards,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { SettingsActor } from '#administration';
import { examplePage, exampleQuery, exampleView, saveExample, type ExampleView } from '#contracts';
import { ExampleExport, Examples } from '#knowledge';
import { AgentGuard, AllowedRoles, CurrentActor, CurrentAgent, mayAct, maySee } from '../agent/agent.guard.js';
import type { Agent } from '../authentication/authenticate.js';

@ApiTags('knowledge')
@Controller('api/knowledge/examples')
@UseGuards(AgentGuard)
@AllowedRoles(mayAct)
export class ExamplesController {
  constructor(
    private readonly examples: Examples,
    private readonly exported: ExampleExport,
  ) {}

  /** Fifty at a time, newest first; suspicious ones surest first. */
  @Get()
  @AllowedRoles(maySee)
  @ApiOkResponse({ standardSchema: examplePage })
  list(
    @CurrentAgent() { workspaceId }: Agent,
    @Query({ schema: exampleQuery }) query: z.output<typeof exampleQuery>,
  ): Promise<z.output<typeof examplePage>> {
    return this.examples.page(workspaceId, query);
  }

  /** All rows as a CSV download. */
  @Get('export')
  @AllowedRoles(maySee)
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  export(@CurrentAgent() { workspaceId }: Agent): StreamableFile {
    const type = 'text/csv; charset=utf-8';
    return new StreamableFile(this.exported.csv(workspaceId), {
      type,
      disposition: 'attachment; filename="training-data.csv"',
    });
  }

  @Post()
  @ApiCreatedResponse({ standardSchema: exampleView })
  add(
    @CurrentActor() actor: SettingsActor,
    @Body({ schema: saveExample }) example: z.output<typeof saveExample>,
  ): Promise<ExampleView> {
    return this.examples.add(actor, example);
  }

  @Put(':id')
  @ApiOkResponse({ standardSchema: exampleView })
  change(
    @CurrentActor() actor: SettingsActor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: saveExample }) example: z.output<typeof saveExample>,
  ): Promise<ExampleView> {
    return this.examples.change(actor, id, example);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  async remove(@CurrentActor() actor: SettingsActor, @Param('id', { schema: z.uuid() }) id: string): Promise<void> {
    await this.examples.remove(actor, id);
  }
}
