import { Realtime } from '#realtime';
import { TrainingRuns, type Loss, type RunProgress } from '#model-registry';
import type { TrainingRun } from '#database';

const everyMs = 500;
/** Less than this share of the work says nothing about how long the rest will take. */
const enoughToEstimate = 0.05;

/** Writes a run's progress while it goes on, tells consoles, and aborts `signal` when the run has been cancelled. */
export class RunReport {
  private readonly controller = new AbortController();
  private readonly began = Date.now();
  private losses: Loss[];
  private latest: RunProgress;
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly run: TrainingRun,
    private readonly runs: TrainingRuns,
    private readonly realtime: Realtime,
  ) {
    // An interrupted run has come further than its new child knows at first.
    this.latest = { phase: run.phase ?? 'dataset', progress: run.progress };
    this.losses = run.losses as unknown as Loss[];
    this.timer = setInterval(() => void this.write(), everyMs);
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  abort(why: string): void {
    this.controller.abort(new Error(why));
  }

  /** Progress never falls. A loss replaces those that an interrupted child has told of the same step and later ones. */
  set(progress: RunProgress, loss?: Loss): void {
    if (progress.progress >= this.latest.progress) this.latest = progress;
    if (loss) this.losses = [...this.losses.filter(({ step }) => step < loss.step), loss];
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

  private secondsLeft(): number | null {
    const { progress } = this.latest;
    const done = progress - this.run.progress;
    return done > enoughToEstimate ? ((Date.now() - this.began) / 1000 / done) * (1 - progress) : null;
  }

  private async write(): Promise<void> {
    const { run, latest, losses } = this;
    try {
      const goesOn = await this.runs.report(run.id, { ...latest, losses, secondsLeft: this.secondsLeft() });
      if (!goesOn) this.abort('The run was cancelled');
      this.realtime.trainingProgress(run.workspaceId, run.id);
    } catch {
      // PostgreSQL is away: the next report tells the same
    }
  }
}
