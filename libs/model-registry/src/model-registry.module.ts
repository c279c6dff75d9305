import { Module } from '@nestjs/common';
import { ModelRegistry } from './model-registry.js';

/** Needs DatabaseModule beside it. */
@Module({ providers: [ModelRegistry], exports: [ModelRegistry] })
export class ModelRegistryModule {}
