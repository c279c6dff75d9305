import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Queue, Worker } from 'bullmq';
import { escalationJob, type EscalationJob, type QueueName } from '#contracts';
import { Handoff } from '#conversation';
import { QUEUES, startWorker, stopWorker } from '#messaging';
import { Offers } from './offers.js';
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
  private timer?: NodeJS.Timeout;
  private lastJobAt = 0;

  constructor(
    @Inject(QUEUES) private readonly queues: Record<QueueName, Queue>,
    private readonly handoff: Handoff,
    private readonly offers: Offers,
    private readonly sweep: Sweep,
  ) {}

  onApplicationBootstrap(): void {
    this.worker = startWorker('escalation', escalationJob, (job) => this.process(job), concurrency);
    const template = { name: 'sweep', data: { type: 'sweep' }, opts: { attempts: 1, removeOnComplete: true } };
    this.queues.escalation
      .upsertJobScheduler('sweep', { every: sweepEveryMs }, template)
      .catch((error: Error) => this.logger.error(`The sweep is not scheduled: ${error.message}`));
    // Handoff never depends on Redis: without its jobs this process sweeps by its own clock.
    this.timer = setInterval(() => void this.sweep.runIfIdle(2 * sweepEveryMs), sweepEveryMs);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    if (this.worker) await stopWorker(this.worker);
  }

  working(): boolean {
    return Date.now() - this.lastJobAt < silenceMs;
  }

  private async process(job: EscalationJob): Promise<void> {
    switch (job.type) {
      case 'route':
        await this.offers.route(job.workspaceId);
        this.offers.queueMoved(job.workspaceId);
        break;
      case 'offer-timeout':
        await this.handoff.timeOut(job.workspaceId, job.assignmentId);
        break;
      case 'sweep':
        await this.sweep.run();
        break;
    }
    this.lastJobAt = Date.now();
  }
}
