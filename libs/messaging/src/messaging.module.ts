import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { QueueName } from '#contracts';
import { createRedis } from '#redis';
import { createQueues, QUEUES } from './job-queues.js';
import { OutboxRelay } from './outbox-relay.js';

const QUEUE_CONNECTION = Symbol('QUEUE_CONNECTION');

/** Needs DatabaseModule beside it. */
@Global()
@Module({
  providers: [
    OutboxRelay,
    { provide: QUEUE_CONNECTION, useFactory: () => createRedis() },
    { provide: QUEUES, useFactory: createQueues, inject: [QUEUE_CONNECTION] },
  ],
  exports: [OutboxRelay, QUEUES],
})
export class MessagingModule implements OnApplicationShutdown {
  constructor(
    @Inject(QUEUES) private readonly queues: Record<QueueName, Queue>,
    @Inject(QUEUE_CONNECTION) private readonly connection: Redis,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(Object.values(this.queues).map((queue) => queue.close()));
    this.connection.disconnect(); // BullMQ leaves a connection that was given to it open
  }
}
