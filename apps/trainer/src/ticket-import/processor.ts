import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Worker } from 'bullmq';
import { ticketImportJob, type TicketImportJob } from '#contracts';
import { DATABASE, type Database } from '#database';
import { startWorker, stopWorker } from '#messaging';
import { addTickets, ImportStep } from '#ticket-staging';
import { stepInChild } from './child.js';

/** Reading and grouping take a processor each. */
const concurrency = 1;
/** A step that is interrupted so often will not end. */
const mostAttempts = 5;

/** The `ticket-import` queue: reads, groups and adds tickets. A step that is cut off keeps its row, and the next trainer begins it anew. */
@Injectable()
export class ImportProcessor implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('ticket import');
  private readonly stopping = new AbortController();
  private worker?: Worker;

  constructor(@Inject(DATABASE) private readonly db: Database) {}

  onApplicationBootstrap(): void {
    this.worker = startWorker('ticket-import', ticketImportJob, (job) => this.process(job), concurrency);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    if (this.worker) await stopWorker(this.worker);
  }

  private async process({ importId }: TicketImportJob): Promise<void> {
    const { status, attempts } = await this.db.ticketImport.findUniqueOrThrow({ where: { id: importId } });
    if (attempts < mostAttempts && status !== 'adding') return stepInChild(importId, this.stopping.signal);
    const step = await ImportStep.begin(this.db, importId);
    if (step && attempts >= mostAttempts) {
      this.logger.error(`Import ${importId} was interrupted ${mostAttempts} times while it was ${status}`);
      await step.refuse('TICKETS_INTERRUPTED');
    } else if (step) await addTickets(step);
  }
}
