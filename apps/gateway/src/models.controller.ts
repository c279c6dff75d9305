import { Controller, Get, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { BatonError, modelList, modelVersionView, type ModelVersionView } from '#contracts';
import { ModelRegistry, TrainingRuns } from '#model-registry';
import { AgentGuard, AllowedRoles, CurrentAgent, mayAct, maySee } from './agent.guard.js';
import type { Agent } from './authenticate.js';

@ApiTags('models')
@Controller('api/models')
@UseGuards(AgentGuard)
export class ModelsController {
  constructor(
    private readonly registry: ModelRegistry,
    private readonly runs: TrainingRuns,
  ) {}

  /** Versions and training runs, newest first, and when the next run is due. */
  @Get()
  @AllowedRoles(maySee)
  @ApiOkResponse({ standardSchema: modelList })
  async list(@CurrentAgent() { workspaceId }: Agent): Promise<z.output<typeof modelList>> {
    const [models, runs, schedule] = await Promise.all([
      this.registry.list(workspaceId),
      this.runs.list(workspaceId),
      this.runs.schedule(workspaceId),
    ]);
    return { models, runs, schedule };
  }

  /** Makes a version the one that answers: a candidate by hand, or an earlier one to roll back. */
  @Post(':id/activate')
  @HttpCode(200)
  @AllowedRoles(mayAct)
  @ApiOkResponse({ standardSchema: modelVersionView })
  async activate(
    @CurrentAgent() { workspaceId, userId }: Agent,
    @Param('id', { schema: z.uuid() }) id: string,
  ): Promise<ModelVersionView> {
    await this.registry.activate(workspaceId, id, { type: 'user', userId });
    const active = (await this.registry.list(workspaceId)).find((version) => version.id === id);
    if (!active) throw new BatonError('MODEL_UNKNOWN');
    return active;
  }
}
