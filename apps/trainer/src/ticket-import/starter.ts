import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Queue } from 'bullmq';
import type { QueueName, TicketImportJob } from '#contracts';
import { DATABASE, type Database } from '#database';
import { QUEUES } from '#messaging';
import { repeat, type Repetition } from '#observability';
import { ImportStep } from '#ticket-staging';

const everyMs = 500;

/** Brings imports to the queue that have a step to carry out: those that people asked for, and those that a dead trainer left. */
@Injectable()
export class ImportStarter implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('ticket imports');
  private looking?: Repetition;

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(QUEUES) private readonly queues: Record<QueueName, Queue>,
  ) {}

  onApplicationBootstrap(): void {
    this.looking = repeat(
      () => this.look(),
      () => everyMs,
      this.logger,
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.looking?.stop();
  }

  /** The id makes adding an import again harmless; nothing is kept of a job, since the row says how it ended. */
  private async look(): Promise<void> {
    for (const { id: importId, workspaceId } of await ImportStep.due(this.db)) {
      const job: TicketImportJob = { workspaceId, importId };
      const options = { jobId: importId, attempts: 1, removeOnComplete: true, removeOnFail: true };
      await this.queues['ticket-import'].add('step', job, options);
    }
  }
}
