import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { Job, Worker } from 'bullmq';
import { inferenceJob, type InferenceJob } from '#contracts';
import { BotTurns } from '#conversation';
import { startWorker, stopWorker } from '#messaging';
import { ModelWatcher } from './model/model-watcher.js';
import { nextStep } from './decision/next-step.js';
import { replyTo } from './decision/reply.js';
import { Shops } from './shop.js';
import { SimilarTickets } from './similar-tickets.js';

/** Jobs that wait for PostgreSQL or the order API leave the model to others. */
const concurrency = 16;

/** The `inference` queue: load, classify, decide, then answer, clarify or escalate. */
@Injectable()
export class InferenceProcessor implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private worker?: Worker;

  constructor(
    private readonly turns: BotTurns,
    private readonly shops: Shops,
    private readonly models: ModelWatcher,
    private readonly tickets: SimilarTickets,
  ) {}

  /** Without any model messages stay in the queue until there is one; those that wait too long are the sweep's. */
  onApplicationBootstrap(): void {
    void this.models.first.then(() => {
      this.worker = startWorker('inference', inferenceJob, (job) => this.process(job), concurrency);
      this.worker.on('failed', (job) => this.giveUp(job));
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.worker) await stopWorker(this.worker);
  }

  private async process(job: InferenceJob): Promise<void> {
    const turn = await this.turns.load(job);
    if (!turn) return;
    const shop = await this.shops.of(turn.workspaceId);
    const model = this.models.serving(turn.workspaceId);
    if (!model) return void (await this.turns.fail(job));

    const classified = await model.classify(turn.text, turn.previousText ?? undefined);
    const { confidence, oosScore, topK, embedding } = classified;
    const decided = nextStep(turn, classified, shop, model.policy);
    const outcome = await replyTo(decided, turn, shop);
    const escalates = outcome.decision.kind === 'escalate';
    const similar = escalates ? this.tickets.nearest(turn.workspaceId, model.versionId, embedding) : [];
    const prediction = { modelVersionId: model.versionId, confidence, oosScore, topK, similar };
    await this.turns.apply(turn, { prediction, ...outcome });
  }

  /** A job that failed for good, one that crashed its worker each time included, is a message for people. */
  private giveUp(job: Job<InferenceJob> | undefined): void {
    if (job?.finishedOn) this.turns.fail(job.data).catch(() => undefined); // else the sweep does it
  }
}
