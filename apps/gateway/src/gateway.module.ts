import { Module } from '@nestjs/common';
import type { Queue } from 'bullmq';
import type { QueueName } from '#contracts';
import { ConversationModule } from '#conversation';
import { OutboxRelay, QUEUES } from '#messaging';
import { answers, DATABASE, DatabaseModule, Pulse, type Database } from '#database';
import { ModelRegistryModule } from '#model-registry';
import { HealthModule } from '#observability';
import { AgentGateway } from './agent/agent.gateway.js';
import { AuthController } from './agent/auth.controller.js';
import { Authentication } from './authentication/authenticate.js';
import { ConversationsController } from './agent/conversations.controller.js';
import { IntentsController } from './agent/intents.controller.js';
import { logger, LOGGER } from './logging.js';
import { ModelsController } from './agent/models.controller.js';
import { RateLimits } from './rate-limits.js';
import { TicketImports } from '#ticket-staging';
import { TicketImportsController } from './ticket-imports/ticket-imports.controller.js';
import { TicketUploadController } from './ticket-imports/upload.controller.js';
import { SignIn } from './authentication/sign-in.js';
import { TrainingController } from './agent/training.controller.js';
import { VisitorSessionsController } from './visitor/visitor-sessions.controller.js';
import { VisitorGateway } from './visitor/visitor.gateway.js';

@Module({
  imports: [
    DatabaseModule,
    ConversationModule,
    ModelRegistryModule,
    HealthModule.register({
      inject: [DATABASE, Pulse, QUEUES, OutboxRelay],
      useFactory: (db: Database, pulse: Pulse, queues: Record<QueueName, Queue>, relay: OutboxRelay) => ({
        live: { database: () => pulse.beats() },
        ready: {
          database: () => answers(db),
          redis: async () => (await queues.inference.getWaitingCount()) >= 0,
          relay: () => relay.keepsUp(),
        },
      }),
    }),
  ],
  controllers: [
    AuthController,
    ConversationsController,
    IntentsController,
    ModelsController,
    TicketImportsController,
    TicketUploadController,
    TrainingController,
    VisitorSessionsController,
  ],
  providers: [
    AgentGateway,
    Authentication,
    RateLimits,
    SignIn,
    TicketImports,
    VisitorGateway,
    { provide: LOGGER, useValue: logger },
  ],
})
export class GatewayModule {}
