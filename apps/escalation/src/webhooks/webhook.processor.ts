import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import type { Queue, Worker } from 'bullmq';
import { ActionProblem, HttpClient } from '#actions';
import { loadConfig } from '#config';
import { webhookJob, webhookProblem, type QueueName, type WebhookJob } from '#contracts';
import { addJobs, QUEUES, startWorker, stopWorker } from '#messaging';
import { repeat, type Repetition } from '#observability';
import { DueDeliveries, signatureHeaders, signingSecrets, type AttemptResult, type DueDelivery } from '#webhooks';
import { Payloads } from './payload.js';

/** Attempts at a time: many wait for slow receivers. */
const concurrency = 50;
/** To one webhook at a time, so that a slow one leaves room for the others. */
const perWebhook = 5;
/** From the call to the last byte of the answer, ms. */
const timeoutMs = 15_000;
/** As much of an answer is kept, characters. */
const keptOfAnswer = 1000;
/** A job must not come before its time in the database, ms. */
const slackMs = 100;
const lostEveryMs = 2000;
const tidyEveryMs = 3_600_000;

/** The `webhook` queue: each job is one attempt at one delivery. When the next one is due stands in PostgreSQL. */
@Injectable()
export class WebhookProcessor implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly logger = new Logger('webhooks');
  private readonly http = new HttpClient(loadConfig().actionAllowedNetworks);
  private readonly underWay = new Map<string, number>();
  private worker?: Worker;
  private repetitions: Repetition[] = [];

  constructor(
    @Inject(QUEUES) private readonly queues: Record<QueueName, Queue>,
    private readonly due: DueDeliveries,
    private readonly payloads: Payloads,
  ) {}

  onApplicationBootstrap(): void {
    this.worker = startWorker('webhook', webhookJob, (job) => this.attempt(job), concurrency);
    const every = (work: () => Promise<void>, ms: number) => this.repetitions.push(repeat(work, () => ms, this.logger));
    every(() => this.findLost(), lostEveryMs);
    every(() => this.due.forgetOld(), tidyEveryMs);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.repetitions.map((repetition) => repetition.stop()));
    if (this.worker) await stopWorker(this.worker);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.http.close();
  }

  private async findLost(): Promise<void> {
    for (const job of await this.due.lost()) await this.add(job, 0);
  }

  private async attempt(job: WebhookJob): Promise<void> {
    const delivery = await this.due.claim(job, (webhookId) => (this.underWay.get(webhookId) ?? 0) < perWebhook);
    if (!delivery) return;
    const { id } = delivery.webhook;
    this.underWay.set(id, (this.underWay.get(id) ?? 0) + 1);
    try {
      await this.deliver(delivery);
    } finally {
      const rest = this.underWay.get(id)! - 1;
      if (rest === 0) this.underWay.delete(id);
      else this.underWay.set(id, rest);
    }
  }

  private async deliver(delivery: DueDelivery): Promise<void> {
    const body = delivery.body ?? (await this.payloads.of(delivery));
    if (body === null) return this.due.drop(delivery);
    if (delivery.body === null) await this.due.keepBody(delivery, body);
    const retrySeconds = await this.due.settle(delivery, await this.send(delivery, body));
    if (retrySeconds === null) return;
    const { workspaceId, id: deliveryId } = delivery;
    await this.add({ workspaceId, deliveryId }, retrySeconds * 1000 + slackMs);
  }

  private async send({ id, webhook }: DueDelivery, body: string): Promise<AttemptResult> {
    const startedAt = performance.now();
    const took = () => Math.round(performance.now() - startedAt);
    try {
      const now = new Date();
      const headers = signatureHeaders(id, now, body, secretsOf(webhook, now));
      const request = { method: 'POST', url: webhook.url, body, headers, keepsMethod: true } as const;
      const answer = await this.http.send(request, null, timeoutMs);
      const responseBody = answer.body.slice(0, keptOfAnswer).replaceAll('\0', '').toWellFormed();
      return { durationMs: took(), status: answer.status, problem: null, responseBody };
    } catch (error) {
      if (!(error instanceof ActionProblem)) throw error;
      const problem = webhookProblem.catch('unreachable').parse(error.code);
      return { durationMs: took(), status: null, problem, responseBody: '' };
    }
  }

  /** A job a time at which an attempt is due: what is there twice is claimed once. */
  private async add(job: WebhookJob, delay: number): Promise<void> {
    const id = `${job.deliveryId}-${Math.round(Date.now() + delay)}`;
    await addJobs(this.queues.webhook, [{ id, data: job, delay }]);
  }
}

function secretsOf(webhook: DueDelivery['webhook'], now: Date): string[] {
  try {
    return signingSecrets(webhook, now);
  } catch {
    throw new ActionProblem('secret_unreadable');
  }
}
