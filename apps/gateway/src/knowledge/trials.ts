import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { QueueEvents, type Job, type Queue } from 'bullmq';
import pTimeout from 'p-timeout';
import type { z } from 'zod';
import {
  BatonError,
  trialResult,
  type QueueName,
  type TriedMessage,
  type TrialResult,
  type tryMessage,
} from '#contracts';
import { DATABASE, type Database } from '#database';
import { queuePrefix, QUEUES, redisDeadline } from '#messaging';
import { createRedis } from '#redis';

/** Somebody looks at the screen and waits; a worker with a live model answers within a tenth of that, ms. */
const answerMs = 6000;
/** Finished jobs hold what a colleague typed: they go at once, and those of a gateway that died, after this, s. */
const keptSeconds = 60;

/** What libs/decision says where no model reads a message. */
const silent = { kind: 'escalate', rule: 'model_silent', reason: 'system_failure', text: null };

/** Asks an inference worker what it would do with a message, and waits for the answer. */
@Injectable()
export class Trials implements OnApplicationShutdown {
  private readonly connection = createRedis(true);
  private readonly events = new QueueEvents('trial', { connection: this.connection, prefix: queuePrefix() });

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(QUEUES) private readonly queues: Record<QueueName, Queue>,
  ) {
    this.events.on('error', () => undefined); // its connection says so
  }

  /** Throws NO_MODEL_ANSWER. Before the first model there is nobody to ask. */
  async try(workspaceId: string, message: z.output<typeof tryMessage>): Promise<TriedMessage> {
    const model = await this.db.modelVersion.findFirst({ where: { workspaceId, stage: 'active' } });
    if (!model) return { reading: null, decision: silent, nearest: [] };
    const options = { attempts: 1, removeOnComplete: { age: keptSeconds }, removeOnFail: { age: keptSeconds } };
    const adding = this.queues.trial.add('trial', { ...message, workspaceId }, options);
    const job = await pTimeout(adding, redisDeadline).catch(unanswered);
    return this.told(workspaceId, await this.answerTo(job));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.events.close();
    this.connection.disconnect(); // BullMQ leaves a connection that was given to it open
  }

  private async answerTo(job: Job): Promise<TrialResult> {
    try {
      return trialResult.parse(await job.waitUntilFinished(this.events, answerMs).catch(unanswered));
    } finally {
      job.remove().catch(() => undefined); // a worker has it still, or Redis is away
    }
  }

  /** With titles and texts. A row that is gone meanwhile is left out. */
  private async told(workspaceId: string, { reading, decision, nearest }: TrialResult): Promise<TriedMessage> {
    const [intents, rows] = await Promise.all([
      this.db.intent.findMany({ where: { workspaceId }, select: { id: true, name: true, title: true } }),
      this.db.trainingExample.findMany({
        where: { workspaceId, id: { in: nearest.map(({ exampleId }) => exampleId) } },
        select: { id: true, text: true, intentId: true },
      }),
    ]);
    const titled = <T extends { intent: string }>(named: T) => ({
      ...named,
      title: intents.find(({ name }) => name === named.intent)?.title ?? named.intent,
    });
    return {
      reading: reading && { ...titled(reading), topK: reading.topK.map(titled) },
      decision,
      nearest: nearest.flatMap(({ exampleId, similarity }) => {
        const row = rows.find(({ id }) => id === exampleId);
        const intent = intents.find(({ id }) => id === row?.intentId)?.name ?? null;
        return row ? [{ exampleId, text: row.text, intent, similarity }] : [];
      }),
    };
  }
}

function unanswered(): never {
  throw new BatonError('NO_MODEL_ANSWER');
}
