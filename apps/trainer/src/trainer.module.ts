import { Module } from '@nestjs/common';
import { ConversationModule } from '#conversation';
import { DATABASE, DatabaseModule, type Database } from '#database';
import { ModelRegistryModule } from '#model-registry';
import { HealthModule } from '#observability';
import { Datasets } from './dataset.js';
import { RunStarter } from './run-starter.js';
import { TrainingProcessor } from './training.processor.js';

@Module({
  imports: [
    DatabaseModule,
    ConversationModule,
    ModelRegistryModule,
    HealthModule.register({
      inject: [DATABASE],
      useFactory: (db: Database) => ({
        database: async () => (await db.$queryRaw<unknown[]>`SELECT 1`).length === 1,
      }),
    }),
  ],
  providers: [Datasets, RunStarter, TrainingProcessor],
})
export class TrainerModule {}
