import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DelayedError, type Job, type Worker } from 'bullmq';
import { inferenceJob, type InferenceJob } from '#contracts';
import { BotTurns } from '#conversation';
import { startWorker, stopWorker } from '#messaging';
import { MessageFailed, ModelUnavailable } from './model/live-model.js';
import { ModelWatcher } from './model/model-watcher.js';
import { nextStep } from './decision/next-step.js';
import { replyTo } from './decision/reply.js';
import { maxOrderCalls } from './order-api.js';
import { Shops } from './shop.js';
import { SimilarTickets } from './similar-tickets.js';

/** Jobs at a time: however many wait for shops' order APIs, 16 are left for all others. */
const concurrency = 16 + maxOrderCalls;
/** A message whose model is not live yet comes back after this time, ms, and takes no one's place meanwhile. */
const comeBackMs = 250;

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

  onApplicationBootstrap(): void {
    void this.models.tried.then(() => {
      this.worker = startWorker('inference', inferenceJob, (payload, job) => this.take(payload, job), concurrency);
      this.worker.on('failed', (job) => this.giveUp(job));
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.worker) await stopWorker(this.worker);
  }

  /** A message whose model is not live waits for it, until the sweep finds it overdue; one that the model fails over is for people. */
  private async take(payload: InferenceJob, job: Job): Promise<void> {
    try {
      await this.process(payload);
    } catch (error) {
      if (error instanceof MessageFailed) return void (await this.turns.fail(payload));
      if (!(error instanceof ModelUnavailable)) throw error;
      await job.moveToDelayed(Date.now() + comeBackMs, job.token);
      throw new DelayedError();
    }
  }

  private async process(job: InferenceJob): Promise<void> {
    const turn = await this.turns.load(job);
    if (!turn) return;
    const shop = await this.shops.of(turn.workspaceId);
    const model = this.models.serving(turn.workspaceId);
    if (!model && this.models.expected(turn.workspaceId)) throw new ModelUnavailable('No version is live');
    if (!model) return void (await this.turns.fail(job)); // this shop has no bot

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
