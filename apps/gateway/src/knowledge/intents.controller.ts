import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, UseGuards } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { SettingsActor } from '#administration';
import {
  changeIntent,
  createIntent,
  intentDetail,
  intentRow,
  intentTable,
  mergeIntent,
  movedRows,
  removedRows,
  splitIntent,
  type IntentDetail,
  type IntentRow,
} from '#contracts';
import { Intents, IntentTable } from '#knowledge';
import { Realtime } from '#realtime';
import { AgentGuard, AllowedRoles, CurrentActor, CurrentAgent, mayAct, maySee } from '../agent/agent.guard.js';
import type { Agent } from '../authentication/authenticate.js';

const idParam = { schema: z.uuid() };

@ApiTags('knowledge')
@Controller('api/knowledge/intents')
@UseGuards(AgentGuard)
@AllowedRoles(mayAct)
export class KnowledgeIntentsController {
  constructor(
    private readonly intents: Intents,
    private readonly table: IntentTable,
    private readonly realtime: Realtime,
  ) {}

  /** With what became of the messages about each, the most asked first. */
  @Get()
  @AllowedRoles(maySee)
  @ApiOkResponse({ standardSchema: intentTable })
  async list(@CurrentAgent() { workspaceId }: Agent): Promise<{ intents: IntentRow[] }> {
    return { intents: await this.table.rows(workspaceId) };
  }

  /** With all versions of its answers, and what agents usually reply. */
  @Get(':id')
  @AllowedRoles(maySee)
  @ApiOkResponse({ standardSchema: intentDetail })
  find(@CurrentAgent() { workspaceId }: Agent, @Param('id', idParam) id: string): Promise<IntentDetail> {
    return this.table.detail(workspaceId, id);
  }

  @Post()
  @ApiCreatedResponse({ standardSchema: intentRow })
  async create(
    @CurrentActor() actor: SettingsActor,
    @Body({ schema: createIntent }) intent: z.output<typeof createIntent>,
  ): Promise<IntentRow> {
    const id = await this.tell(actor, this.intents.create(actor, intent));
    return this.table.row(actor.workspaceId, id);
  }

  @Put(':id')
  @ApiOkResponse({ standardSchema: intentRow })
  async change(
    @CurrentActor() actor: SettingsActor,
    @Param('id', idParam) id: string,
    @Body({ schema: changeIntent }) change: z.output<typeof changeIntent>,
  ): Promise<IntentRow> {
    await this.tell(actor, this.intents.change(actor, id, change));
    return this.table.row(actor.workspaceId, id);
  }

  /** Its rows and answers go with it. */
  @Delete(':id')
  @ApiOkResponse({ standardSchema: removedRows })
  async remove(
    @CurrentActor() actor: SettingsActor,
    @Param('id', idParam) id: string,
  ): Promise<z.output<typeof removedRows>> {
    return { removed: await this.tell(actor, this.intents.remove(actor, id)) };
  }

  /** Its rows become the other's, its answers go. */
  @Post(':id/merge')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: movedRows })
  merge(
    @CurrentActor() actor: SettingsActor,
    @Param('id', idParam) id: string,
    @Body({ schema: mergeIntent }) { into }: z.output<typeof mergeIntent>,
  ): Promise<z.output<typeof movedRows>> {
    return this.tell(actor, this.intents.merge(actor, id, into));
  }

  /** Some of its rows become a new intent. */
  @Post(':id/split')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: movedRows })
  split(
    @CurrentActor() actor: SettingsActor,
    @Param('id', idParam) id: string,
    @Body({ schema: splitIntent }) split: z.output<typeof splitIntent>,
  ): Promise<z.output<typeof movedRows>> {
    return this.tell(actor, this.intents.split(actor, id, split));
  }

  /** Open consoles read the list of labels again. */
  private async tell<T>({ workspaceId }: SettingsActor, change: Promise<T>): Promise<T> {
    const result = await change;
    this.realtime.intentsChanged(workspaceId);
    return result;
  }
}
