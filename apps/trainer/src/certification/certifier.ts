import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Certificates, type Certificate, type Uncertified } from '#model-registry';
import { repeat, type Repetition } from '#observability';

const lookEveryMs = 500;
/** What could not be certified for a fault is tried again after this long, ms. */
const retryMs = 60_000;

/**
 * Gives active versions certificates where they lack those for the present limits: an admin has saved others than the usual ones, or an
 * older version was activated by hand. It looks for work in the database, as runs are found, and not in the training queue, where a run of minutes would be before it.
 * Several trainers may do the same work; the first result is stored.
 */
@Injectable()
export class Certifier implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('certification');
  private readonly failedAt = new Map<string, number>();
  private looking?: Repetition;

  constructor(private readonly certificates: Certificates) {}

  onApplicationBootstrap(): void {
    this.looking = repeat(
      () => this.look(),
      () => lookEveryMs,
      this.logger,
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.looking?.stop();
  }

  private async look(): Promise<void> {
    for (const due of await this.certificates.due()) {
      const key = JSON.stringify(due);
      if (Date.now() - (this.failedAt.get(key) ?? -Infinity) < retryMs) continue;
      try {
        await this.certificates.keep(due, await this.certify(due));
        this.failedAt.delete(key);
      } catch (error) {
        this.failedAt.set(key, Date.now());
        this.logger.error(`Version ${due.modelVersionId} is not certified: ${String(error)}`);
      }
    }
  }

  private async certify(due: Uncertified): Promise<Certificate[]> {
    const workerData = { outcomes: await this.certificates.outcomes(due), limits: due.limits };
    const thread = new Worker(new URL('./certify-thread.js', import.meta.url), { workerData });
    const [limitTable] = (await once(thread, 'message')) as [Certificate[]];
    return limitTable;
  }
}
