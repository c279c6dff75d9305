import { Module } from '@nestjs/common';
import { ModelRegistry } from './model-registry.js';
import { ThresholdPolicies } from './threshold-policies.js';
import { TrainingRuns } from './training-runs.js';

const providers = [ModelRegistry, ThresholdPolicies, TrainingRuns];

/** Needs DatabaseModule beside it. */
@Module({ providers, exports: providers })
export class ModelRegistryModule {}
