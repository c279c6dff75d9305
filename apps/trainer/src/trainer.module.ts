import { Module } from '@nestjs/common';
import { ConversationModule } from '#conversation';
import { answers, DATABASE, DatabaseModule, type Database } from '#database';
import { ModelRegistryModule } from '#model-registry';
import { HealthModule } from '#observability';
import { Datasets } from './dataset/snapshot.js';
import { RunStarter } from './run/run-starter.js';
import { TrainingProcessor } from './run/training.processor.js';

@Module({
  imports: [
    DatabaseModule,
    ConversationModule,
    ModelRegistryModule,
    HealthModule.register({
      inject: [DATABASE],
      useFactory: (db: Database) => ({
        database: () => answers(db),
      }),
    }),
  ],
  providers: [Datasets, RunStarter, TrainingProcessor],
})
export class TrainerModule {}
