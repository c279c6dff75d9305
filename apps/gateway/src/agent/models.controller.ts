import { Body, Controller, Get, HttpCode, Param, Post, Put, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import {
  BatonError,
  modelList,
  modelOutlook,
  modelReport,
  modelVersionView,
  riskLimits,
  thresholdPolicyView,
  type ModelOutlook,
  type ModelReport,
  type ModelVersionView,
  type RiskLimits,
  type ThresholdPolicyView,
} from '#contracts';
import { ModelRegistry, ModelReports, ThresholdPolicies, TrainingRuns, TrainingSchedules } from '#model-registry';
import { AgentGuard, AllowedRoles, CurrentAgent, mayAct, maySee } from './agent.guard.js';
import type { Agent } from '../authentication/authenticate.js';

@ApiTags('models')
@Controller('api/models')
@UseGuards(AgentGuard)
export class ModelsController {
  constructor(
    private readonly registry: ModelRegistry,
    private readonly runs: TrainingRuns,
    private readonly schedules: TrainingSchedules,
    private readonly policies: ThresholdPolicies,
    private readonly reports: ModelReports,
  ) {}

  /** Versions and training runs, newest first, when the next run is due, and from which confidence the bot answers. */
  @Get()
  @AllowedRoles(maySee)
  @ApiOkResponse({ standardSchema: modelList })
  async list(@CurrentAgent() { workspaceId }: Agent): Promise<z.output<typeof modelList>> {
    const [models, runs, schedule, policy] = await Promise.all([
      this.registry.list(workspaceId),
      this.runs.list(workspaceId),
      this.schedules.find(workspaceId),
      this.policies.view(workspaceId),
    ]);
    return { models, runs, schedule, policy };
  }

  /** What the active version would do with a hundred messages like those that it was tested on; nothing before one was tested. */
  @Get('report')
  @AllowedRoles(maySee)
  @ApiOkResponse({ standardSchema: modelReport.nullable() })
  report(@CurrentAgent() { workspaceId }: Agent): Promise<ModelReport | null> {
    return this.reports.ofActive(workspaceId);
  }

  /** What the active version is worth on messages like those of the last month, and what a next one could learn. */
  @Get('outlook')
  @AllowedRoles(maySee)
  @ApiOkResponse({ standardSchema: modelOutlook.nullable() })
  outlook(@CurrentAgent() { workspaceId }: Agent): Promise<ModelOutlook | null> {
    return this.reports.outlook(workspaceId);
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

  /** Sets the risk limit. The trainer then certifies the active version's threshold anew; `certification` is `pending` meanwhile. */
  @Put('threshold-policy')
  @AllowedRoles(mayAct)
  @ApiOkResponse({ standardSchema: thresholdPolicyView })
  limit(
    @CurrentAgent() { workspaceId, userId }: Agent,
    @Body({ schema: riskLimits }) limits: RiskLimits,
  ): Promise<ThresholdPolicyView> {
    return this.policies.save(workspaceId, limits, userId);
  }
}
