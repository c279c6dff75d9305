import { Module } from '@nestjs/common';
import { Certificates } from './limits/certificates.js';
import { ThresholdPolicies } from './limits/threshold-policies.js';
import { ModelReports } from './report/model-reports.js';
import { TrainingRuns } from './runs/training-runs.js';
import { TrainingSchedules } from './runs/training-schedules.js';
import { ModelRegistry } from './versions/model-registry.js';

const providers = [ModelRegistry, Certificates, ModelReports, ThresholdPolicies, TrainingRuns, TrainingSchedules];

/** Needs DatabaseModule beside it. */
@Module({ providers, exports: providers })
export class ModelRegistryModule {}
