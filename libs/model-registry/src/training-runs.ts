import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import {
  BatonError,
  type TrainingPhase,
  type TrainingRunView,
  type TrainingSchedule,
  type TrainingTrigger,
} from '#contracts';
import { DATABASE, type Database, type TrainingRun } from '#database';
import { checkCron } from './cron.js';

/** Fewer intents cannot be told apart. */
const minIntents = 2;
const shownRuns = 50;
/** A curve needs no more points. */
const maxLosses = 300;

export interface RunProgress {
  phase: TrainingPhase;
  /** 0-1 over the whole run. */
  progress: number;
  loss?: { step: number; loss: number };
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
      await tx.$queryRaw`SELECT 1 FROM workspace WHERE id = ${workspaceId}::uuid FOR UPDATE`;
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

  /** Null when the run was cancelled or has ended; a run that was begun before, by a trainer that died, begins again. */
  async begin(id: string): Promise<TrainingRun | null> {
    const [run] = await this.db.trainingRun.updateManyAndReturn({
      where: { id, status: { in: ['queued', 'running'] } },
      data: { status: 'running', phase: 'dataset', progress: 0, losses: [], startedAt: new Date() },
    });
    return run ?? null;
  }

  /** False when the run has been cancelled. */
  async report(run: TrainingRun, { phase, progress }: RunProgress, losses: RunProgress['loss'][]): Promise<boolean> {
    const elapsed = (Date.now() - run.startedAt!.getTime()) / 1000;
    const { count } = await this.db.trainingRun.updateMany({
      where: { id: run.id, status: 'running' },
      data: {
        phase,
        progress,
        secondsLeft: progress > 0.05 ? (elapsed / progress) * (1 - progress) : null,
        losses: thinned(losses).map((point) => ({ ...point })),
      },
    });
    return count > 0;
  }

  async end(
    id: string,
    outcome: { status: 'succeeded' | 'failed'; error?: string; snapshotId?: string; modelVersionId?: string },
  ): Promise<void> {
    await this.db.trainingRun.updateMany({
      where: { id, status: 'running' },
      data: {
        ...outcome,
        ...(outcome.status === 'succeeded' ? { progress: 1 } : {}),
        secondsLeft: null,
        endedAt: new Date(),
      },
    });
  }

  async schedule(workspaceId: string): Promise<TrainingSchedule | null> {
    const schedule = await this.db.trainingSchedule.findUnique({ where: { workspaceId } });
    return schedule && { cron: schedule.cron, timeZone: schedule.timeZone, enabled: schedule.enabled };
  }

  /** Throws BAD_PAYLOAD for a cron line or a time zone that does not exist. */
  async saveSchedule(workspaceId: string, schedule: TrainingSchedule): Promise<TrainingSchedule> {
    checkCron(schedule);
    const create = { workspaceId, ...schedule };
    await this.db.trainingSchedule.upsert({ where: { workspaceId }, create, update: schedule });
    return schedule;
  }
}

function thinned<T>(points: T[]): T[] {
  const step = Math.ceil(points.length / maxLosses);
  return points.filter((_, index) => index % step === 0 || index === points.length - 1);
}

function runView(run: TrainingRun): TrainingRunView {
  const { id, trigger, status, phase, progress, secondsLeft, error, modelVersionId } = run;
  return {
    ...{ id, trigger, status, phase, progress, secondsLeft, error, modelVersionId },
    losses: run.losses as TrainingRunView['losses'],
    createdAt: run.createdAt.toISOString(),
    endedAt: run.endedAt?.toISOString() ?? null,
  };
}
