import { Realtime } from '#realtime';
import { type RunProgress, TrainingRuns } from '#model-registry';
import type { TrainingRun } from '#database';

const everyMs = 500;

/** Writes a run's progress while it goes on, tells consoles, and aborts `signal` when the run has been cancelled. */
export class RunReport {
  private readonly controller = new AbortController();
  private readonly losses: NonNullable<RunProgress['loss']>[] = [];
  private latest: RunProgress = { phase: 'dataset', progress: 0.01 };
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly run: TrainingRun,
    private readonly runs: TrainingRuns,
    private readonly realtime: Realtime,
  ) {
    this.timer = setInterval(() => void this.write(), everyMs);
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  abort(why: string): void {
    this.controller.abort(new Error(why));
  }

  set(progress: RunProgress): void {
    this.latest = progress;
    if (progress.loss) this.losses.push(progress.loss);
  }

  /** A new phase is told at once; throws when the run has been cancelled meanwhile. */
  async phase(progress: RunProgress): Promise<void> {
    this.set(progress);
    await this.write();
    this.signal.throwIfAborted();
  }

  close(): void {
    clearInterval(this.timer);
  }

  private async write(): Promise<void> {
    try {
      if (!(await this.runs.report(this.run, this.latest, this.losses))) this.abort('The run was cancelled');
      this.realtime.trainingProgress(this.run.workspaceId, this.run.id);
    } catch {
      // PostgreSQL is away: the next report tells the same
    }
  }
}
