import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { Queue } from 'bullmq';
import type { QueueName } from '#contracts';
import { AgentMessages } from './agent-messages.js';
import { BotTurns } from './bot-turns.js';
import { ContactMessages } from './contact-messages.js';
import { Handoff } from './handoff.js';
import { Inbox } from './inbox.js';
import { OutboxRelay } from './outbox.js';
import { createQueues, QUEUES } from './queues.js';
import { Realtime } from './realtime.js';
import { Resolutions } from './resolutions.js';

const services = [AgentMessages, BotTurns, ContactMessages, Handoff, Inbox, OutboxRelay, Realtime, Resolutions];

/** Needs DatabaseModule beside it. */
@Global()
@Module({
  providers: [...services, { provide: QUEUES, useFactory: createQueues }],
  exports: [...services, QUEUES],
})
export class ConversationModule implements OnApplicationShutdown {
  constructor(@Inject(QUEUES) private readonly queues: Record<QueueName, Queue>) {}

  async onApplicationShutdown(): Promise<void> {
    const connection = await this.queues.inference.client; // one for all three, see createQueues
    await Promise.all(Object.values(this.queues).map((queue) => queue.close()));
    connection.disconnect();
  }
}
