import { Module } from '@nestjs/common';
import { ModelRegistry } from './model-registry.js';
import { TrainingRuns } from './training-runs.js';

/** Needs DatabaseModule beside it. */
@Module({ providers: [ModelRegistry, TrainingRuns], exports: [ModelRegistry, TrainingRuns] })
export class ModelRegistryModule {}
