import { Module } from '@nestjs/common';
import { ConversationModule } from '#conversation';
import { answers, DATABASE, DatabaseModule, Pulse, type Database } from '#database';
import { ModelArtifactsModule } from '#model-artifacts';
import { ModelRegistryModule } from '#model-registry';
import { HealthModule } from '#observability';
import { InferenceProcessor } from './inference.processor.js';
import { ModelWatcher } from './model/model-watcher.js';
import { LookUps } from './look-ups.js';
import { Shops } from './shop.js';
import { SimilarTickets } from './similar-tickets.js';
import { TrialProcessor } from './trial/trial.processor.js';

@Module({
  imports: [DatabaseModule, ConversationModule, ModelRegistryModule, ModelArtifactsModule],
  providers: [InferenceProcessor, LookUps, ModelWatcher, Shops, SimilarTickets, TrialProcessor],
  exports: [ModelWatcher],
})
class WorkModule {}

@Module({
  imports: [
    WorkModule,
    HealthModule.register({
      imports: [WorkModule],
      inject: [DATABASE, Pulse, ModelWatcher],
      useFactory: (db: Database, pulse: Pulse, models: ModelWatcher) => ({
        live: { database: () => pulse.beats() },
        ready: { database: () => answers(db), model: () => models.ready() },
      }),
    }),
  ],
})
export class InferenceWorkerModule {}
