import { Module } from '@nestjs/common';
import { ConversationModule } from '#conversation';
import { answers, DATABASE, DatabaseModule, Pulse, type Database } from '#database';
import { MailModule } from '#mail';
import { HealthModule } from '#observability';
import { WebhooksModule } from '#webhooks';
import { EscalationProcessor } from './escalation.processor.js';
import { MailPump } from './mail-pump.js';
import { Router } from './router.js';
import { Sweep } from './sweep.js';
import { Payloads } from './webhooks/payload.js';
import { WebhookProcessor } from './webhooks/webhook.processor.js';

@Module({
  imports: [DatabaseModule, ConversationModule, MailModule, WebhooksModule],
  providers: [EscalationProcessor, MailPump, Payloads, Router, Sweep, WebhookProcessor],
  exports: [EscalationProcessor],
})
class WorkModule {}

@Module({
  imports: [
    WorkModule,
    HealthModule.register({
      imports: [WorkModule],
      inject: [DATABASE, Pulse, EscalationProcessor],
      useFactory: (db: Database, pulse: Pulse, processor: EscalationProcessor) => ({
        live: { database: () => pulse.beats() },
        ready: { database: () => answers(db), queue: async () => processor.working() },
      }),
    }),
  ],
})
export class EscalationModule {}
