import { Module } from '@nestjs/common';
import { ConversationModule } from '#conversation';
import { answers, DATABASE, DatabaseModule, type Database } from '#database';
import { ModelArtifactsModule } from '#model-artifacts';
import { ModelRegistryModule } from '#model-registry';
import { HealthModule } from '#observability';
import { Certifier } from './certification/certifier.js';
import { Datasets } from './dataset/snapshot.js';
import { RunInputs } from './run/inputs.js';
import { RunProcessor } from './run/processor.js';
import { RunStarter } from './run/starter.js';

@Module({
  imports: [
    DatabaseModule,
    ConversationModule,
    ModelRegistryModule,
    ModelArtifactsModule,
    HealthModule.register({
      inject: [DATABASE],
      useFactory: (db: Database) => ({
        database: () => answers(db),
      }),
    }),
  ],
  providers: [Certifier, Datasets, RunInputs, RunProcessor, RunStarter],
})
export class TrainerModule {}
