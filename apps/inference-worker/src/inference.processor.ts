import type { ActionResult } from '#actions';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DelayedError, type Job, type Worker } from 'bullmq';
import { inferenceJob, type InferenceJob, type Similarity } from '#contracts';
import { maxCalls } from '#actions';
import { BotTurns, type BotTurn, type TurnResult } from '#conversation';
import { callKey, decide, around, type Compare, type Shop } from '#decision';
import { startWorker, stopWorker } from '#messaging';
import { modelInput } from '#personal-data';
import { InTurn } from './in-turn.js';
import { MessageFailed, ModelUnavailable, type LiveModel } from './model/live-model.js';
import type { Classified } from './model/model-process.js';
import { ModelWatcher } from './model/model-watcher.js';
import { LookUps } from './look-ups.js';
import { Shops } from './shop.js';
import { SimilarTickets } from './similar-tickets.js';

/** Jobs at a time: however many wait for shops' own servers, 16 are left for all others. */
const concurrency = 16 + maxCalls;
/** A message whose model is not live yet comes back after this time, ms, and takes no one's place meanwhile. */
const comeBackMs = 250;

/** The `inference` queue: load, classify, decide, carry out. */
@Injectable()
export class InferenceProcessor implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private worker?: Worker;
  private readonly conversations = new InTurn();

  constructor(
    private readonly turns: BotTurns,
    private readonly shops: Shops,
    private readonly models: ModelWatcher,
    private readonly lookUps: LookUps,
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

  /** A message whose model is not live waits for it, until the sweep finds it overdue. */
  private async take(payload: InferenceJob, job: Job): Promise<void> {
    try {
      await this.process(payload);
    } catch (error) {
      if (!(error instanceof ModelUnavailable)) throw error;
      await job.moveToDelayed(Date.now() + comeBackMs, job.token);
      throw new DelayedError();
    }
  }

  /** The conversation's messages up to the job's own, oldest first: those before it may still be undecided, here or in another worker. */
  private process(job: InferenceJob): Promise<void> {
    return this.conversations.run(job.conversationId, async () => {
      for (let turn = await this.turns.load(job); turn; turn = await this.turns.load(job)) {
        const result = await this.carryOut(turn);
        if (result === 'applied' && turn.messageId === job.messageId) return;
      }
    });
  }

  private async carryOut(turn: BotTurn): Promise<TurnResult> {
    const shop = await this.shops.of(turn.workspaceId);
    const model = this.models.serving(turn.workspaceId);
    if (!model && this.models.expected(turn.workspaceId)) throw new ModelUnavailable('No version is live');
    // Without a version the shop has no bot; a message that the model fails over is for people.
    const classified = model && (await classify(model, turn, shop));
    if (!classified) return this.turns.apply(turn, { prediction: null, decision: decide(turn, null) });

    const { embedding, ...reading } = classified;
    const { policy } = model;
    const results = new Map<string, ActionResult>();
    const similarities = new Map<string, Similarity>();
    const known = { reading, policy, shop, results, similarities };
    let outcome = decide(turn, known);
    while (outcome.kind === 'act' || outcome.kind === 'compare') {
      if (outcome.kind === 'act') results.set(callKey(outcome), await this.lookUps.of(turn, outcome));
      else await compare(model, turn, outcome, shop, similarities);
      outcome = decide(turn, known);
    }
    const decision = outcome;
    const similar =
      decision.kind === 'escalate' ? this.tickets.nearest(turn.workspaceId, model.versionId, embedding) : [];
    const { confidence, oosScore, topK } = reading;
    const { threshold } = policy;
    const prediction = { modelVersionId: model.versionId, threshold, confidence, oosScore, topK, similar };
    return this.turns.apply(turn, { prediction, decision });
  }

  /** A job that failed for good, one that crashed its worker each time included, is a message for people. */
  private giveUp(job: Job<InferenceJob> | undefined): void {
    if (job?.finishedOn) this.turns.fail(job.data).catch(() => undefined); // else the sweep does it
  }
}

/** Null: the model fails over this very message. */
async function classify(model: LiveModel, turn: BotTurn, shop: Shop): Promise<Classified | null> {
  return model.classify(modelInput(turn.text, around(turn), shop)).catch((error: unknown) => {
    if (error instanceof MessageFailed) return null;
    throw error;
  });
}

/** Where the model fails over a text, nothing is near. */
const far: Similarity = { message: 0, question: 0, together: 0, tuned: 0, selected: 0 };

/** Adds how near the message is to each text. */
async function compare(
  model: LiveModel,
  turn: BotTurn,
  { question, texts }: Compare,
  shop: Shop,
  similarities: Map<string, Similarity>,
): Promise<void> {
  const masked = (text: string) => modelInput(text, {}, shop).text;
  const compared = { question: masked(question), texts: texts.map(masked) };
  const found = await model.similarities(masked(turn.text), compared).catch((error: unknown) => {
    if (error instanceof MessageFailed) return texts.map(() => far);
    throw error;
  });
  texts.forEach((text, i) => similarities.set(text, found[i]!));
}
