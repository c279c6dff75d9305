import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { QueueName } from '#contracts';
import { AgentMessages } from './agent-messages.js';
import { BotTurns } from './bot-turns.js';
import { ContactMessages } from './contact-messages.js';
import { Handoff } from './handoff.js';
import { Inbox } from './inbox.js';
import { OutboxRelay } from './outbox.js';
import { Presence } from './presence.js';
import { createQueues, createRedis, QUEUES } from './queues.js';
import { Realtime } from './realtime.js';
import { Resolutions } from './resolutions.js';

const services = [
  AgentMessages,
  BotTurns,
  ContactMessages,
  Handoff,
  Inbox,
  OutboxRelay,
  Presence,
  Realtime,
  Resolutions,
];

const QUEUE_CONNECTION = Symbol('QUEUE_CONNECTION');

/** Needs DatabaseModule beside it. */
@Global()
@Module({
  providers: [
    ...services,
    { provide: QUEUE_CONNECTION, useFactory: () => createRedis() },
    { provide: QUEUES, useFactory: createQueues, inject: [QUEUE_CONNECTION] },
  ],
  exports: [...services, QUEUES],
})
export class ConversationModule implements OnApplicationShutdown {
  constructor(
    @Inject(QUEUES) private readonly queues: Record<QueueName, Queue>,
    @Inject(QUEUE_CONNECTION) private readonly connection: Redis,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(Object.values(this.queues).map((queue) => queue.close()));
    this.connection.disconnect(); // BullMQ leaves a connection that was given to it open
  }
}
