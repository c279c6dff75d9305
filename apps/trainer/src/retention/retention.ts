import { join } from 'node:path';
import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Queue } from 'bullmq';
import pTimeout from 'p-timeout';
import { Attachments } from '#attachments';
import { loadConfig } from '#config';
import type { QueueName } from '#contracts';
import { DATABASE, type Database } from '#database';
import { QUEUES } from '#messaging';
import { dropSuperseded, modelCache, storedChecksums } from '#model-artifacts';
import { TrainingRuns } from '#model-registry';
import { repeat, type Repetition } from '#observability';
import { dropOldEvents } from '#realtime';
import { importFolder, TicketImports } from '#ticket-staging';
import { removeFolders } from './folders.js';

const everyMs = 3_600_000;
/** A session that has ended, and what else only a bug or a long outage leaves behind, is kept this long, days. */
const leftoverDays = 1;
/** BullMQ ends old jobs when new ones finish; a queue at rest keeps its last ones. Ages in ms; jobs of one queue ended in one go. */
const jobAges = { completed: 60_000, failed: 86_400_000 } as const;
const jobsAtOnce = 10_000;
/** A step that is not done by then is cut off with the process, and done by the next one, ms. */
const stopMs = 3000;

/** Ends, every hour, what nobody needs any more and what would otherwise grow for ever. */
@Injectable()
export class Retention implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('retention');
  private readonly steps: Record<string, () => Promise<number>> = {
    'model versions lost their files': () => dropSuperseded(this.db, loadConfig().keptModelVersions),
    'cached models removed': () => this.cachedModels(),
    'training folders removed': () => this.trainingFolders(),
    'visitor sessions ended': () => this.db.$executeRaw`
      DELETE FROM contact_session WHERE "expiresAt" < now() - make_interval(days => ${leftoverDays})`,
    'agent sessions ended': () => this.db.$executeRaw`
      DELETE FROM user_session WHERE "expiresAt" < now() - make_interval(days => ${leftoverDays})`,
    'outbox rows dropped that nobody relayed': () => this.db.$executeRaw`
      DELETE FROM outbox WHERE "createdAt" < now() - make_interval(days => ${leftoverDays})`,
    'gateways forgotten': () => this.db.$executeRaw`
      DELETE FROM gateway_heartbeat WHERE "seenAt" < now() - make_interval(days => ${leftoverDays})`,
    'ticket imports cancelled that nobody went on with': () => this.imports.forget(),
    'files of ticket imports removed': () => removeFolders(importFolder(), () => false),
    'attachments removed that no message has': () => this.attachments.removeLeftovers(),
    'finished jobs removed': () => this.finishedJobs(),
    'events dropped': () => dropOldEvents(),
  };
  private repetition?: Repetition;

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(QUEUES) private readonly queues: Record<QueueName, Queue>,
    private readonly runs: TrainingRuns,
    private readonly imports: TicketImports,
    private readonly attachments: Attachments,
  ) {}

  onApplicationBootstrap(): void {
    this.repetition = repeat(
      () => this.run(),
      () => everyMs,
      this.logger,
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.repetition) await pTimeout(this.repetition.stop(), { milliseconds: stopMs, fallback: () => undefined });
  }

  /** What one step cannot do waits for the next hour; the others go on. */
  private async run(): Promise<void> {
    const done: string[] = [];
    for (const [what, step] of Object.entries(this.steps)) {
      try {
        const count = await step();
        if (count > 0) done.push(`${count} ${what}`);
      } catch (error) {
        this.logger.warn(`${what}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    if (done.length > 0) this.logger.log(done.join(', '));
  }

  private async cachedModels(): Promise<number> {
    const stored = await storedChecksums(this.db);
    return removeFolders(modelCache(), (name) => stored.has(name));
  }

  /** Of runs that have ended; one that was cut off goes on from its folder. */
  private async trainingFolders(): Promise<number> {
    const unfinished = (await this.runs.unfinished()).map(({ id }) => id);
    return removeFolders(join(loadConfig().dataDir, 'training'), (name) =>
      unfinished.some((id) => name.startsWith(id)),
    );
  }

  private async finishedJobs(): Promise<number> {
    let removed = 0;
    for (const queue of Object.values(this.queues)) {
      for (const state of ['completed', 'failed'] as const) {
        removed += (await queue.clean(jobAges[state], jobsAtOnce, state)).length;
      }
    }
    return removed;
  }
}
