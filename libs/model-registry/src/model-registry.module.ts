import { Module } from '@nestjs/common';
import { Certificates } from './limits/certificates.js';
import { ThresholdPolicies } from './limits/threshold-policies.js';
import { TrainingRuns } from './runs/training-runs.js';
import { TrainingSchedules } from './runs/training-schedules.js';
import { ModelRegistry } from './versions/model-registry.js';

const providers = [ModelRegistry, Certificates, ThresholdPolicies, TrainingRuns, TrainingSchedules];

/** Needs DatabaseModule beside it. */
@Module({ providers, exports: providers })
export class ModelRegistryModule {}
