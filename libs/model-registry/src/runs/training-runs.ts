import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import {
  BatonError,
  type TrainingFailure,
  type TrainingPhase,
  type TrainingRunView,
  type TrainingTrigger,
} from '#contracts';
import { DATABASE, lockWorkspace, type Database, type TrainingRun } from '#database';

/** Fewer intents cannot be told apart. */
export const minIntents = 2;
const shownRuns = 50;
/** A curve needs no more points. */
const maxLosses = 300;

export type Loss = TrainingRunView['losses'][number];

export interface RunProgress {
  phase: TrainingPhase;
  /** 0-1 over the whole run. */
  progress: number;
}

/**
 * Training runs as rows: who wants one adds a queued row, the trainer picks it up, and cancelling is a change of the row that the
 * trainer notices. So asking for a run needs PostgreSQL alone.
 */
@Injectable()
export class TrainingRuns {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  /** Queues a run. Throws RUN_IN_PROGRESS, or TOO_FEW_EXAMPLES without two intents to tell apart. */
  async request(workspaceId: string, trigger: TrainingTrigger): Promise<TrainingRunView> {
    const run = await this.db.$transaction(async (tx) => {
      await lockWorkspace(tx, workspaceId);
      const underWay = await tx.trainingRun.count({ where: { workspaceId, status: { in: ['queued', 'running'] } } });
      if (underWay > 0) throw new BatonError('RUN_IN_PROGRESS');
      const intents = await tx.trainingExample.groupBy({
        by: ['intentId'],
        where: { workspaceId, intentId: { not: null } },
      });
      if (intents.length < minIntents) throw new BatonError('TOO_FEW_EXAMPLES');
      return tx.trainingRun.create({ data: { id: uuidv7(), workspaceId, trigger, status: 'queued' } });
    });
    return runView(run);
  }

  /** Throws NOT_FOUND; a run that has ended stays as it is. */
  async cancel(workspaceId: string, id: string): Promise<TrainingRunView> {
    await this.db.trainingRun.updateMany({
      where: { id, workspaceId, status: { in: ['queued', 'running'] } },
      data: { status: 'cancelled', secondsLeft: null, endedAt: new Date() },
    });
    return this.find(workspaceId, id);
  }

  async find(workspaceId: string, id: string): Promise<TrainingRunView> {
    const run = await this.db.trainingRun.findFirst({ where: { id, workspaceId } });
    if (!run) throw new BatonError('NOT_FOUND');
    return runView(run);
  }

  /** Newest first. */
  async list(workspaceId: string): Promise<TrainingRunView[]> {
    const runs = await this.db.trainingRun.findMany({
      where: { workspaceId },
      orderBy: { createdAt: 'desc' },
      take: shownRuns,
    });
    return runs.map(runView);
  }

  /** Runs that wait or are under way, oldest first. */
  unfinished(): Promise<TrainingRun[]> {
    return this.db.trainingRun.findMany({
      where: { status: { in: ['queued', 'running'] } },
      orderBy: { createdAt: 'asc' },
    });
  }

  /**
   * Null when the run was cancelled or has ended. A run that was begun before, by a trainer that died, goes on: it keeps its progress, and
   * `startedAt`, up to which its examples count. That is the database's time, or the newest example's where a writer's clock is ahead of it.
   */
  async begin(id: string): Promise<TrainingRun | null> {
    const [run] = await this.db.$queryRaw<TrainingRun[]>`
      UPDATE training_run run SET status = 'running', phase = coalesce(phase, 'dataset'), attempts = attempts + 1,
        "startedAt" = coalesce("startedAt", greatest(now(), (SELECT max(example."createdAt") FROM training_example example
          WHERE example."workspaceId" = run."workspaceId")))
      WHERE id = ${id}::uuid AND status IN ('queued', 'running') RETURNING *`;
    return run ?? null;
  }

  /** False when the run has been cancelled. */
  async report(id: string, progress: RunProgress & { secondsLeft: number | null; losses: Loss[] }): Promise<boolean> {
    const losses = thinned(progress.losses).map((point) => ({ ...point }));
    const { count } = await this.db.trainingRun.updateMany({
      where: { id, status: 'running' },
      data: { ...progress, losses },
    });
    return count > 0;
  }

  async end(
    id: string,
    outcome:
      | { status: 'succeeded'; snapshotId: string; modelVersionId: string }
      | { status: 'failed'; failure: TrainingFailure },
  ): Promise<void> {
    await this.db.trainingRun.updateMany({
      where: { id, status: 'running' },
      data: {
        ...(outcome.status === 'succeeded'
          ? { ...outcome, progress: 1 }
          : { status: outcome.status, error: outcome.failure.code, errorText: outcome.failure.text }),
        secondsLeft: null,
        endedAt: new Date(),
      },
    });
  }
}

function thinned<T>(points: T[]): T[] {
  const step = Math.ceil(points.length / maxLosses);
  return points.filter((_, index) => index % step === 0 || index === points.length - 1);
}

function runView(run: TrainingRun): TrainingRunView {
  const { id, trigger, status, phase, progress, secondsLeft, modelVersionId } = run;
  return {
    ...{ id, trigger, status, phase, progress, secondsLeft, modelVersionId },
    error: run.error && { code: run.error, text: run.errorText },
    losses: run.losses as unknown as Loss[],
    createdAt: run.createdAt.toISOString(),
    endedAt: run.endedAt?.toISOString() ?? null,
  };
}
