import { Module } from '@nestjs/common';
import { ConversationModule } from '#conversation';
import { answers, DATABASE, DatabaseModule, Pulse, type Database } from '#database';
import { ModelArtifactsModule } from '#model-artifacts';
import { ModelRegistryModule } from '#model-registry';
import { HealthModule } from '#observability';
import { Certifier } from './certification/certifier.js';
import { Datasets } from './dataset/snapshot.js';
import { Reviewer } from './review/reviewer.js';
import { Reviews } from './review/reviews.js';
import { Retention } from './retention/retention.js';
import { RunInputs } from './run/inputs.js';
import { RunProcessor } from './run/processor.js';
import { RunStarter } from './run/starter.js';

/** A whole model is written in one statement, ms. */
const statementMs = 600_000;

@Module({
  imports: [
    DatabaseModule.withStatementDeadline(statementMs),
    ConversationModule,
    ModelRegistryModule,
    ModelArtifactsModule,
    HealthModule.register({
      inject: [DATABASE, Pulse],
      useFactory: (db: Database, pulse: Pulse) => ({
        live: { database: () => pulse.beats() },
        ready: { database: () => answers(db) },
      }),
    }),
  ],
  providers: [Certifier, Datasets, Retention, Reviewer, Reviews, RunInputs, RunProcessor, RunStarter],
})
export class TrainerModule {}
