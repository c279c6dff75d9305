import { join } from 'node:path';
import { rm } from 'node:fs/promises';
import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { Worker } from 'bullmq';
import { BatonError, trainingJob, type TrainingJob } from '#contracts';
import { loadConfig } from '#config';
import { startWorker, stopWorker } from '#messaging';
import { Realtime } from '#realtime';
import type { TrainingRun } from '#database';
import { testSetOutcome, judgePromotion, ModelRegistry, TrainingRuns, type TestSetRow } from '#model-registry';
import { summarise, wordsOf } from '#slm';
import type { Judged } from '#statistics';
import { Datasets } from '../dataset/snapshot.js';
import { isFresh, textKey, type Split } from '../dataset/gold.js';
import { RunReport } from './run-report.js';
import { trainInChild } from './train-in-child.js';
import type { TrainingOrder } from './training-order.js';

/** Training fills the machine: one run at a time. */
const concurrency = 1;
/** Figures of fewer gold rows say little; then those of the rows held out in turn are shown. */
const minGold = 50;

/** The `training` queue: dataset -> train -> calibrate -> evaluate -> register -> promote, if the gate says so. */
@Injectable()
export class TrainingProcessor implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('training');
  private worker?: Worker;
  private current?: RunReport;
  private stopping = false;

  constructor(
    private readonly runs: TrainingRuns,
    private readonly datasets: Datasets,
    private readonly registry: ModelRegistry,
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
      if (this.stopping) throw error;
      const sentence = error instanceof Error ? error.message : String(error);
      this.logger.error(`Run ${run.id}: ${sentence}`);
      await this.runs.end(run.id, { status: 'failed', error: sentence });
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
    const { dataDir, baseModelDir: baseDir } = loadConfig();
    const outDir = join(dataDir, 'training', run.id);
    try {
      await report.phase({ phase: 'dataset', progress: 0.01 });
      const { snapshotId, split } = await this.datasets.snapshot(workspaceId);
      const [champion] = await this.registry.activeVersions(workspaceId);
      const championDir = champion ? await this.registry.fetch(champion) : null;

      const recipe = champion ? 'whole' : 'head'; // the first model is wanted now, a better one later
      const { train: rows, audited: val, gold } = split;
      const fitted = champion ? await this.datasets.fittedTexts(workspaceId, champion.id) : new Set<string>();
      const fresh = rows.filter((row) => isFresh(row, fitted));
      const order: TrainingOrder = { recipe, rows, val, gold, fresh, outDir, baseDir, championDir };
      const result = await trainInChild(order, report.signal, (progress) => report.set(progress));

      const judgedByChampion = [...gold, ...fresh];
      const verdict = judgePromotion({
        champion: result.champion && goldRows(split, result.champion),
        challenger: goldRows(split, result.challenger),
        fresh: [...(result.champion ?? []), ...result.fresh].flatMap((judged, at) => {
          const example = judgedByChampion[at]!;
          return isFresh(example, fitted) ? [{ ...judged, words: wordsOf(example.text) }] : [];
        }),
        int8Agreement: result.int8Agreement,
      });
      await report.phase({ phase: 'register', progress: 0.96 });
      const version = await this.registry.register({
        ...{ workspaceId, dir: outDir, snapshotId, method: result.method, gate: verdict.checks },
        nExamples: split.train.length,
        metrics: split.gold.length >= minGold ? summarise(result.challenger) : result.metrics,
        outcomes: result.challenger.map(testSetOutcome),
        parentId: champion?.id ?? null,
      });
      if (champion && result.champion) {
        // There is more gold than when it was made; only what it was never fitted on tells how sure it may be.
        const unseen = result.champion.filter((_, row) => !fitted.has(textKey(gold[row]!.text)));
        await this.registry.judgedAgain(workspaceId, champion.id, unseen.map(testSetOutcome));
      }
      await report.phase({ phase: 'promote', progress: 0.99 });
      if (verdict.promote) {
        await this.registry.keep(version, outDir);
        await this.promote(workspaceId, version.id, champion?.id);
      }
      await this.runs.end(run.id, { status: 'succeeded', snapshotId, modelVersionId: version.id });
      this.logger.log(`Version ${version.version} ${verdict.promote ? 'is active' : 'stays a candidate'}`);
    } finally {
      await rm(outDir, { recursive: true, force: true });
      if (!this.stopping) await rm(`${outDir}.unfinished`, { recursive: true, force: true });
    }
  }

  /** The verdict holds against the champion that was judged; if people have activated another meanwhile, theirs stays. */
  private async promote(workspaceId: string, id: string, judgedAgainst: string | undefined): Promise<void> {
    const [active] = await this.registry.activeVersions(workspaceId);
    if (active?.id === judgedAgainst) await this.registry.activate(workspaceId, id, { type: 'system' });
  }
}

function goldRows(split: Split, judged: Judged[]): TestSetRow[] {
  return judged.map((row, index) => ({ ...row, recent: split.gold[index]!.recent }));
}
