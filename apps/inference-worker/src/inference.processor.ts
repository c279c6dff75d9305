import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { Job, Worker } from 'bullmq';
import { inferenceJob, type InferenceJob } from '#contracts';
import { BotTurns, type BotTurn, type TurnResult } from '#conversation';
import { decide, type Outcome } from '#decision';
import { startWorker, stopWorker } from '#messaging';
import { modelInput } from '#slm';
import { ModelWatcher } from './model/model-watcher.js';
import { InTurn } from './in-turn.js';
import { orderResult } from './order-result.js';
import { Shops } from './shop.js';
import { SimilarTickets } from './similar-tickets.js';

/** Jobs that wait for PostgreSQL, the order API or an earlier message of their conversation leave the model to others. */
const concurrency = 16;

/** The `inference` queue: load, classify, decide, carry out. */
@Injectable()
export class InferenceProcessor implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private worker?: Worker;
  private readonly conversations = new InTurn();

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

  /** The conversation's messages up to the job's own, oldest first: those before it may still be undecided, here or in another worker. */
  private process(job: InferenceJob): Promise<void> {
    return this.conversations.run(job.conversationId, async () => {
      for (let turn = await this.turns.load(job); turn; turn = await this.turns.load(job)) {
        const result = await this.take(turn);
        if (result === 'applied' && turn.messageId === job.messageId) return;
      }
    });
  }

  private async take(turn: BotTurn): Promise<TurnResult> {
    const shop = await this.shops.of(turn.workspaceId);
    const model = this.models.serving(turn.workspaceId);
    if (!model) return this.turns.apply(turn, { prediction: null, decision: decide(turn, null) });

    const { text, previous } = modelInput(turn.text, turn.previousText);
    const { embedding, ...reading } = await model.classify(text, previous);
    const known = { reading, policy: model.policy, shop };
    let outcome: Outcome = decide(turn, known);
    while (outcome.kind === 'act') outcome = decide(turn, { ...known, order: await orderResult(outcome, shop) });

    const { reply, ...decision } = { reply: undefined, ...outcome };
    const similar =
      decision.kind === 'escalate' ? this.tickets.nearest(turn.workspaceId, model.versionId, embedding) : [];
    const { confidence, oosScore, topK } = reading;
    const prediction = { modelVersionId: model.versionId, confidence, oosScore, topK, similar };
    return this.turns.apply(turn, { prediction, decision, reply });
  }

  /** A job that failed for good, one that crashed its worker each time included, is a message for people. */
  private giveUp(job: Job<InferenceJob> | undefined): void {
    if (job?.finishedOn) this.turns.fail(job.data).catch(() => undefined); // else the sweep does it
  }
}
