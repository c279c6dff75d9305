import { Module } from '@nestjs/common';
import { ConversationModule } from '#conversation';
import { answers, DATABASE, DatabaseModule, Pulse, type Database } from '#database';
import { ModelRegistryModule } from '#model-registry';
import { HealthModule } from '#observability';
import { Datasets } from './dataset/snapshot.js';
import { Retention } from './retention/retention.js';
import { RunStarter } from './run/run-starter.js';
import { TrainingProcessor } from './run/training.processor.js';

/** A whole model is written in one statement, ms. */
const statementMs = 600_000;

@Module({
  imports: [
    DatabaseModule.withStatementDeadline(statementMs),
    ConversationModule,
    ModelRegistryModule,
    HealthModule.register({
      inject: [DATABASE, Pulse],
      useFactory: (db: Database, pulse: Pulse) => ({
        live: { database: () => pulse.beats() },
        ready: { database: () => answers(db) },
      }),
    }),
  ],
  providers: [Datasets, Retention, RunStarter, TrainingProcessor],
})
export class TrainerModule {}
