import { Body, Controller, Get, HttpCode, Param, Post, Put, UseGuards } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { SettingsActor } from '#administration';
import { trainingRunView, trainingSchedule, type TrainingRunView, type TrainingSchedule } from '#contracts';
import { TrainingRuns, TrainingSchedules } from '#model-registry';
import { AgentGuard, AllowedRoles, CurrentActor, CurrentAgent, mayAct, maySee } from './agent.guard.js';
import type { Agent } from '../authentication/authenticate.js';

@ApiTags('training')
@Controller('api/training')
@UseGuards(AgentGuard)
export class TrainingController {
  constructor(
    private readonly runs: TrainingRuns,
    private readonly schedules: TrainingSchedules,
  ) {}

  /** Queues a run; the trainer picks it up within a second. */
  @Post('runs')
  @AllowedRoles(mayAct)
  @ApiCreatedResponse({ standardSchema: trainingRunView })
  start(@CurrentAgent() { workspaceId }: Agent): Promise<TrainingRunView> {
    return this.runs.request(workspaceId, 'on_demand');
  }

  @Get('runs/:id')
  @AllowedRoles(maySee)
  @ApiOkResponse({ standardSchema: trainingRunView })
  run(@CurrentAgent() { workspaceId }: Agent, @Param('id', { schema: z.uuid() }) id: string): Promise<TrainingRunView> {
    return this.runs.find(workspaceId, id);
  }

  /** A run that has ended stays as it is. */
  @Post('runs/:id/cancel')
  @HttpCode(200)
  @AllowedRoles(mayAct)
  @ApiOkResponse({ standardSchema: trainingRunView })
  cancel(
    @CurrentAgent() { workspaceId }: Agent,
    @Param('id', { schema: z.uuid() }) id: string,
  ): Promise<TrainingRunView> {
    return this.runs.cancel(workspaceId, id);
  }

  @Put('schedule')
  @AllowedRoles(mayAct)
  @ApiOkResponse({ standardSchema: trainingSchedule })
  schedule(
    @CurrentActor() actor: SettingsActor,
    @Body({ schema: trainingSchedule }) schedule: TrainingSchedule,
  ): Promise<TrainingSchedule> {
    return this.schedules.save(actor, schedule);
  }
}
