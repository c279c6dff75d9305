import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setPriority } from 'node:os';
import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { loadConfig } from '#config';
import { repeat, type Repetition } from '#observability';
import type { ReviewInput, ReviewReply } from './review-child.js';
import { Reviews, type Unreviewed } from './reviews.js';
import type { Suspicion } from './suspicions.js';

const lookEveryMs = 1000;
/** A review that failed is tried again after this long, ms. */
const retryMs = 600_000;
/** Nobody waits for it: it takes what processor time is left (nice value). */
const lowestPriority = 19;

/**
 * Looks through the training rows for labels that do not fit, once for each version that has become active: rows that come later are
 * looked at with the next one. The version itself cannot be asked, because it has learned the rows: of 93 labels made wrong a head had
 * learned 89; a tuned encoder, 32 of 32. So heads are fitted on the shipped encoder's vectors, each without the rows that it is asked about.
 */
@Injectable()
export class Reviewer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('review');
  private readonly failedAt = new Map<string, number>();
  private readonly stopping = new AbortController();
  private looking?: Repetition;

  constructor(private readonly reviews: Reviews) {}

  onApplicationBootstrap(): void {
    this.looking = repeat(
      () => this.look(),
      () => lookEveryMs,
      this.logger,
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.looking?.stop();
  }

  private async look(): Promise<void> {
    for (const version of await this.reviews.due()) {
      const failedAt = this.failedAt.get(version.id);
      if (failedAt !== undefined && performance.now() - failedAt < retryMs) continue;
      if (this.stopping.signal.aborted) return;
      await this.review(version).catch((error: Error) => {
        if (this.stopping.signal.aborted) return;
        this.failedAt.set(version.id, performance.now());
        this.logger.error(`The rows of workspace ${version.workspaceId} were not looked through: ${error.message}`);
      });
    }
  }

  private async review(version: Unreviewed): Promise<void> {
    const rows = await this.reviews.rows(version.workspaceId);
    const input = { baseDir: loadConfig().baseModelDir, rows };
    const nIntents = new Set(rows.flatMap(({ intentId }) => intentId ?? [])).size;
    const found = nIntents < 2 ? [] : await inChild(input, this.stopping.signal);
    await this.reviews.keep(version, rows, found);
  }
}

async function inChild(input: ReviewInput, signal: AbortSignal): Promise<Suspicion[]> {
  const child = fork(new URL('./review-child.js', import.meta.url), { serialization: 'advanced' });
  setPriority(child.pid!, lowestPriority);
  const letGo = () => child.connected && child.disconnect();
  signal.addEventListener('abort', letGo);
  try {
    child.send(input);
    const ended = once(child, 'exit').then(() => [{ error: 'Its process ended' }]);
    const [reply] = (await Promise.race([once(child, 'message'), ended])) as [ReviewReply];
    if ('error' in reply) throw new Error(reply.error);
    return reply.suspicions;
  } finally {
    signal.removeEventListener('abort', letGo);
    letGo();
  }
}
