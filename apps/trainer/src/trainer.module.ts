import { Module } from '@nestjs/common';
import { AttachmentsModule } from '#attachments';
import { ConversationModule } from '#conversation';
import { answers, DATABASE, DatabaseModule, Pulse, type Database } from '#database';
import { ModelArtifactsModule } from '#model-artifacts';
import { ModelRegistryModule } from '#model-registry';
import { HealthModule } from '#observability';
import { TicketImports } from '#ticket-staging';
import { Certifier } from './certification/certifier.js';
import { Datasets } from './dataset/snapshot.js';
import { Reviewer } from './review/reviewer.js';
import { Reviews } from './review/reviews.js';
import { Retention } from './retention/retention.js';
import { RunInputs } from './run/inputs.js';
import { RunProcessor } from './run/processor.js';
import { RunStarter } from './run/starter.js';
import { ImportProcessor } from './ticket-import/processor.js';
import { ImportStarter } from './ticket-import/starter.js';

/** A whole model is written in one statement, ms. */
const statementMs = 600_000;

@Module({
  imports: [
    DatabaseModule.withStatementDeadline(statementMs),
    ConversationModule,
    AttachmentsModule,
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
  providers: [
    Certifier,
    Datasets,
    ImportProcessor,
    ImportStarter,
    Retention,
    Reviewer,
    Reviews,
    RunInputs,
    RunProcessor,
    RunStarter,
    TicketImports,
  ],
})
export class TrainerModule {}
