import { Module } from '@nestjs/common';
import { ConversationModule } from '#conversation';
import { DATABASE, DatabaseModule, type Database } from '#database';
import { HealthModule } from '#observability';
import { EscalationProcessor } from './escalation.processor.js';
import { Offers } from './offers.js';
import { Sweep } from './sweep.js';

@Module({
  imports: [DatabaseModule, ConversationModule],
  providers: [EscalationProcessor, Offers, Sweep],
  exports: [EscalationProcessor],
})
class WorkModule {}

@Module({
  imports: [
    WorkModule,
    HealthModule.register({
      imports: [WorkModule],
      inject: [DATABASE, EscalationProcessor],
      useFactory: (db: Database, processor: EscalationProcessor) => ({
        database: async () => (await db.$queryRaw<unknown[]>`SELECT 1`).length === 1,
        queue: async () => processor.working(),
      }),
    }),
  ],
})
export class EscalationModule {}
