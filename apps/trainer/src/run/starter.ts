import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Queue } from 'bullmq';
import { BatonError, type QueueName, type TrainingJob } from '#contracts';
import { loadConfig } from '#config';
import { keepSchedule, QUEUES, scheduleEveryMs } from '#messaging';
import { DATABASE, type Database } from '#database';
import { TrainingRuns } from '#model-registry';
import { repeat, type Repetition } from '#observability';
import { folderFormat } from '#slm';

const everyMs = 1000;
/** A first training that failed is tried again after this long, minutes. */
const retryMinutes = 10;

/** Brings rows to the queue: runs that people asked for, the first run of a new workspace, and schedules. */
@Injectable()
export class RunStarter implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('runs');
  /** Schedules as last given to the queue, by workspace. Forgotten now and then, since Redis may lose its own. */
  private readonly scheduled = new Map<string, string>();
  private forgottenAt = performance.now();
  private looking?: Repetition;

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(QUEUES) private readonly queues: Record<QueueName, Queue>,
    private readonly runs: TrainingRuns,
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

  private async look(): Promise<void> {
    await this.requestFirstRuns();
    for (const run of await this.runs.unfinished()) {
      const job: TrainingJob = { workspaceId: run.workspaceId, runId: run.id, trigger: run.trigger };
      await this.add(job, run.id);
    }
    await this.followSchedules();
  }

  /** The id makes adding a run again harmless; nothing is kept of a job, since the row says how it ended. */
  private async add(job: TrainingJob, jobId: string): Promise<void> {
    await this.queues.training.add('run', job, { jobId, removeOnComplete: true, removeOnFail: true });
  }

  /**
   * A workspace with examples and without a model that this version of the program can read gets one in seconds; then, in the background,
   * one with a tuned encoder, which serves if the gate finds it better.
   */
  private async requestFirstRuns(): Promise<void> {
    const workspaces = await this.db.$queryRaw<{ id: string }[]>`
      SELECT id FROM workspace w
      WHERE NOT EXISTS (SELECT FROM model_version WHERE "workspaceId" = w.id AND stage = 'active'
          AND NOT EXISTS (SELECT FROM model_artifact WHERE "modelVersionId" = model_version.id AND path = 'labels.json'
            AND substring(encode(content, 'escape') FROM '"format": *([0-9]+)') <> ${String(folderFormat)}))
        AND NOT EXISTS (SELECT FROM training_run WHERE "workspaceId" = w.id
          AND (status IN ('queued', 'running') OR "createdAt" > now() - make_interval(mins => ${retryMinutes})))
        AND EXISTS (SELECT FROM training_example WHERE "workspaceId" = w.id)
      UNION
      SELECT "workspaceId" FROM training_run run WHERE ${loadConfig().backgroundTraining}
        AND EXISTS (SELECT FROM model_version WHERE "workspaceId" = run."workspaceId" AND stage = 'active'
          AND method IN ('tfidf', 'head'))
      GROUP BY "workspaceId" HAVING count(*) = 1 AND bool_and(trigger = 'first_start' AND status = 'succeeded')`;
    for (const { id } of workspaces) {
      await this.runs.request(id, 'first_start').catch((error: unknown) => {
        if (!(error instanceof BatonError)) throw error; // too few examples yet, or somebody was faster
      });
    }
  }

  private async followSchedules(): Promise<void> {
    if (performance.now() - this.forgottenAt >= scheduleEveryMs) {
      this.scheduled.clear();
      this.forgottenAt = performance.now();
    }
    for (const { workspaceId, cron, timeZone, enabled } of await this.db.trainingSchedule.findMany()) {
      const schedule = enabled ? `${cron} ${timeZone}` : '';
      if (this.scheduled.get(workspaceId) === schedule) continue;
      const id = `schedule-${workspaceId}`;
      const data: TrainingJob = { workspaceId, runId: null, trigger: 'schedule' };
      if (enabled) {
        await keepSchedule(this.queues.training, id, { pattern: cron, tz: timeZone }, { name: 'schedule', data });
      } else await this.queues.training.removeJobScheduler(id);
      this.scheduled.set(workspaceId, schedule);
    }
  }
}
