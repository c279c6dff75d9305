import { Module } from '@nestjs/common';
import { ConversationModule } from '#conversation';
import { DATABASE, DatabaseModule, type Database } from '#database';
import { HealthModule } from '#observability';
import { AgentGateway } from './agent.gateway.js';
import { AuthController } from './auth.controller.js';
import { Authentication } from './authenticate.js';
import { IntentsController } from './intents.controller.js';
import { logger, LOGGER } from './logging.js';
import { RateLimits } from './rate-limits.js';
import { SignIn } from './sign-in.js';
import { VisitorSessionsController } from './visitor-sessions.controller.js';
import { VisitorGateway } from './visitor.gateway.js';

@Module({
  imports: [
    DatabaseModule,
    ConversationModule,
    HealthModule.register({
      inject: [DATABASE],
      useFactory: (db: Database) => ({ database: async () => (await db.$queryRaw<unknown[]>`SELECT 1`).length === 1 }),
    }),
  ],
  controllers: [AuthController, IntentsController, VisitorSessionsController],
  providers: [AgentGateway, Authentication, RateLimits, SignIn, VisitorGateway, { provide: LOGGER, useValue: logger }],
})
export class GatewayModule {}
