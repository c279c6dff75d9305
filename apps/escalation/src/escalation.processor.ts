import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Queue, Worker } from 'bullmq';
import { escalationJob, type EscalationJob, type QueueName } from '#contracts';
import { Offers } from '#conversation';
import { keepSchedule, QUEUES, scheduleEveryMs, startWorker, stopWorker } from '#messaging';
import { repeat, type Repetition } from '#observability';
import { Router } from './router.js';
import { Sweep } from './sweep.js';

const concurrency = 4;
const sweepEveryMs = 1000;
/** The sweep job runs every second: without one for this long, the queue is not being worked on, ms. */
const silenceMs = 15_000;

/** The `escalation` queue. Its sweep job doubles as the canary that the queue is alive. */
@Injectable()
export class EscalationProcessor implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('escalation');
  private worker?: Worker;
  private scheduling?: Repetition;
  private timer?: NodeJS.Timeout;
  private lastJobAt = -Infinity;

  constructor(
    @Inject(QUEUES) private readonly queues: Record<QueueName, Queue>,
    private readonly offers: Offers,
    private readonly router: Router,
    private readonly sweep: Sweep,
  ) {}

  onApplicationBootstrap(): void {
    this.worker = startWorker('escalation', escalationJob, (job) => this.process(job), concurrency);
    this.scheduling = repeat(
      () => this.schedule(),
      () => scheduleEveryMs,
      this.logger,
    );
    // Handoff never depends on Redis: without its jobs this process sweeps by its own clock.
    this.timer = setInterval(() => void this.sweep.runIfIdle(2 * sweepEveryMs), sweepEveryMs);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.scheduling?.stop();
    if (this.worker) await stopWorker(this.worker);
  }

  working(): boolean {
    return performance.now() - this.lastJobAt < silenceMs;
  }

  private async schedule(): Promise<void> {
    const job: EscalationJob = { type: 'sweep' };
    const template = { name: job.type, data: job, opts: { attempts: 1, removeOnComplete: true } };
    await keepSchedule(this.queues.escalation, job.type, { every: sweepEveryMs }, template);
  }

  private async process(job: EscalationJob): Promise<void> {
    switch (job.type) {
      case 'route':
        await this.router.route(job.workspaceId);
        this.router.queueMoved(job.workspaceId);
        break;
      case 'offer-timeout':
        await this.offers.timeOut(job.workspaceId, job.assignmentId);
        break;
      case 'sweep':
        await this.sweep.run();
        break;
    }
    this.lastJobAt = performance.now();
  }
}
