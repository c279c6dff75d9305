import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { Worker } from 'bullmq';
import { trialJob, type TrialJob, type TrialResult } from '#contracts';
import { loneTurn, around, type Knowledge, type Reading, type Shop, type Turn } from '#decision';
import { startWorker, stopWorker } from '#messaging';
import { modelInput } from '#personal-data';
import { MessageFailed, ModelUnavailable, type LiveModel } from '../model/live-model.js';
import type { Classified } from '../model/model-process.js';
import { ModelWatcher } from '../model/model-watcher.js';
import { Shops } from '../shop.js';
import { SimilarTickets } from '../similar-tickets.js';
import { triedDecision } from './tried-decision.js';

const concurrency = 4;
/** The gateway asks only where a version is active: one that is being loaded is waited for, ms. The gateway waits longer. */
const [patienceMs, lookEveryMs] = [4000, 100];

/** The `trial` queue: reads and decides as for a visitor's message, and carries nothing out. */
@Injectable()
export class TrialProcessor implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private worker?: Worker;

  constructor(
    private readonly shops: Shops,
    private readonly models: ModelWatcher,
    private readonly tickets: SimilarTickets,
  ) {}

  onApplicationBootstrap(): void {
    void this.models.tried.then(() => {
      this.worker = startWorker('trial', trialJob, (message) => this.try(message), concurrency);
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.worker) await stopWorker(this.worker);
  }

  private async try({ workspaceId, text, previousText }: TrialJob): Promise<TrialResult> {
    const earlier = previousText === null ? [] : [{ text: previousText, decision: null }];
    const turn: Turn = { ...loneTurn(text, new Date()), earlier };
    const model = await this.untilServing(workspaceId);
    const shop = await this.shops.of(workspaceId);
    const classified = model && (await classify(model, turn, shop));
    if (!classified) return { reading: null, decision: triedDecision(turn, null), nearest: [] };

    const { embedding, ...reading } = classified;
    const { versionId, policy } = model;
    const known: Knowledge = { reading, policy, shop, results: new Map(), similarities: null };
    return {
      reading: { ...read(reading), threshold: policy.threshold },
      decision: triedDecision(turn, known),
      nearest: this.tickets.nearestRows(workspaceId, versionId, embedding),
    };
  }

  private async untilServing(workspaceId: string): Promise<LiveModel | undefined> {
    const deadline = performance.now() + patienceMs;
    while (!this.models.serving(workspaceId) && performance.now() < deadline) await pause(lookEveryMs);
    return this.models.serving(workspaceId);
  }
}

function read({ intent, confidence, oosScore, topK }: Reading) {
  return { intent, confidence, oosScore, topK };
}

/** Null: no model reads it now. */
async function classify(model: LiveModel, turn: Turn, shop: Shop): Promise<Classified | null> {
  return model.classify(modelInput(turn.text, around(turn), shop)).catch((error: unknown) => {
    if (error instanceof MessageFailed || error instanceof ModelUnavailable) return null;
    throw error;
  });
}
