import { Module } from '@nestjs/common';
import { ModelArtifacts } from './model-artifacts.js';

/** Needs DatabaseModule beside it. */
@Module({ providers: [ModelArtifacts], exports: [ModelArtifacts] })
export class ModelArtifactsModule {}
