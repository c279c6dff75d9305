import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { Worker } from 'bullmq';
import { BatonError, trainingJob, type TrainingFailure, type TrainingJob } from '#contracts';
import { startWorker, stopWorker } from '#messaging';
import { Realtime } from '#realtime';
import { isUnavailable, type TrainingRun } from '#database';
import { ModelArtifacts } from '#model-artifacts';
import { Certificates, ModelRegistry, TrainingRuns } from '#model-registry';
import { trainInChild } from './child.js';
import { failureOf, Interrupted, RunFailed } from './failure.js';
import { RunInputs } from './inputs.js';
import { RunReport } from './report.js';
import { removeRunFolder } from './run-folder.js';

/** Training fills the machine: one run at a time. */
const concurrency = 1;
/** A run that is interrupted so often will not end. */
const mostAttempts = 5;

/** The `training` queue: dataset -> train -> calibrate -> evaluate -> register -> promote, if the gate says so. */
@Injectable()
export class RunProcessor implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('training');
  private worker?: Worker;
  private current?: RunReport;
  private stopping = false;

  constructor(
    private readonly runs: TrainingRuns,
    private readonly inputs: RunInputs,
    private readonly registry: ModelRegistry,
    private readonly artifacts: ModelArtifacts,
    private readonly certificates: Certificates,
    private readonly realtime: Realtime,
  ) {}

  onApplicationBootstrap(): void {
    this.worker = startWorker('training', trainingJob, (job) => this.process(job), concurrency);
  }

  /** A run that is cut off keeps its row and its checkpoint: the next trainer goes on with it. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.current?.abort('The trainer is stopping');
    if (this.worker) await stopWorker(this.worker);
  }

  private async process({ workspaceId, runId, trigger }: TrainingJob): Promise<void> {
    if (!runId) return this.queue(workspaceId, trigger);
    const run = await this.runs.begin(runId);
    if (!run) return;
    this.current = new RunReport(run, this.runs, this.realtime);
    try {
      await this.train(run, this.current);
    } catch (error) {
      if (this.stopping || (error instanceof Interrupted && run.attempts < mostAttempts)) throw error;
      const failure = explained(error);
      this.logger.error(`Run ${run.id}: ${failure.code} (${failure.text ?? 'no details'})`);
      await this.runs.end(run.id, { status: 'failed', failure });
      await removeRunFolder(run.id);
    } finally {
      this.current.close();
      this.realtime.trainingProgress(workspaceId, run.id);
    }
  }

  /** The schedule's turn; a run under way or too little to learn from is no failure. */
  private async queue(workspaceId: string, trigger: TrainingJob['trigger']): Promise<void> {
    await this.runs.request(workspaceId, trigger).catch((error: unknown) => {
      if (!(error instanceof BatonError)) throw error;
      this.logger.log(`Scheduled training skipped: ${error.message}`);
    });
  }

  private async train(run: TrainingRun, report: RunReport): Promise<void> {
    const { workspaceId } = run;
    if (run.attempts > mostAttempts) {
      throw new RunFailed({ code: 'interrupted_too_often', text: null });
    }
    await report.phase({ phase: 'dataset', progress: 0.01 });
    const { input, snapshotId, champion } = await this.inputs.make(run);
    const { method, metrics, evaluation } = await trainInChild(input, report.signal, (progress, loss) =>
      report.set(progress, loss),
    );

    await report.phase({ phase: 'register', progress: 0.96 });
    const version = await this.artifacts.register(input.outDir, {
      ...{ workspaceId, snapshotId, method },
      nExamples: input.rows.length,
      metrics: evaluation.metrics ?? metrics,
      gate: evaluation.checks,
      ...evaluation.challenger,
      parentId: champion?.id ?? null,
    });
    if (champion && evaluation.champion) {
      await this.certificates.judgedAgain(workspaceId, champion.id, evaluation.champion);
    }
    await report.phase({ phase: 'promote', progress: 0.99 });
    if (evaluation.promote) {
      await this.artifacts.keep(version, input.outDir);
      // The verdict holds against the champion that was judged, and no other.
      await this.registry.promote(workspaceId, version.id, champion?.id ?? null);
    }
    await this.runs.end(run.id, { status: 'succeeded', snapshotId, modelVersionId: version.id });
    await removeRunFolder(run.id);
    this.logger.log(`Version ${version.version} ${evaluation.promote ? 'is active' : 'stays a candidate'}`);
  }
}

function explained(error: unknown): TrainingFailure {
  const failure = failureOf(error);
  return failure.code === 'internal' && isUnavailable(error) ? { ...failure, code: 'database_unavailable' } : failure;
}
