import { Injectable } from '@nestjs/common';
import { loadConfig } from '#config';
import type { TrainingRun } from '#database';
import { ModelArtifacts } from '#model-artifacts';
import { minIntents, ModelRegistry, ThresholdPolicies, type ActiveVersion } from '#model-registry';
import { isOfOtherFormat } from '#slm';
import { Datasets } from '../dataset/snapshot.js';
import { isFresh, textKey } from '../dataset/test-set.js';
import { isShippedFor } from '../shipped/shipped-model.js';
import type { TrainingInput } from './child-messages.js';
import { RunFailed } from './failure.js';
import { runFolder } from './run-folder.js';

export interface RunInput {
  input: TrainingInput;
  snapshotId: string;
  /** The version that serves now; null: none does. */
  champion: ActiveVersion | null;
}

/** What a run learns from, and what its result is compared with. The same each time it is asked, while nobody changes labels or activates. */
@Injectable()
export class RunInputs {
  constructor(
    private readonly datasets: Datasets,
    private readonly registry: ModelRegistry,
    private readonly artifacts: ModelArtifacts,
    private readonly policies: ThresholdPolicies,
  ) {}

  /** `run` has been begun. Throws RunFailed when there is too little to learn from. */
  async make({ id, workspaceId, startedAt }: TrainingRun): Promise<RunInput> {
    const { snapshotId, split } = await this.datasets.snapshot(workspaceId, startedAt!);
    const learnt = new Set(split.train.filter(({ oos }) => !oos).map(({ intent }) => intent));
    if (learnt.size < minIntents) throw new RunFailed({ code: 'too_few_examples', text: null });
    const champion = (await this.registry.activeVersions(workspaceId))[0] ?? null;
    const fitted = champion ? await this.datasets.fittedTexts(workspaceId, champion.id) : new Set<string>();
    const championDir = champion && (await this.artifacts.fetch(champion));
    // One of an older program's can neither serve nor be compared with: the new one takes its place.
    const compared = championDir !== null && !(await isOfOtherFormat(championDir)) ? championDir : null;
    const { riskLimit, confidenceLevel } = await this.policies.limits(workspaceId);
    const { baseModelDir: baseDir } = loadConfig();
    const input: TrainingInput = {
      recipe: compared ? 'whole' : await firstRecipe(split.train, baseDir),
      rows: split.train,
      val: split.audited,
      test: split.test.map((row) => ({ ...row, fresh: isFresh(row, fitted), fitted: fitted.has(textKey(row.text)) })),
      fresh: split.train.filter((row) => isFresh(row, fitted)),
      limits: { riskLimit, confidenceLevel },
      outDir: runFolder(id),
      baseDir,
      championDir: compared,
    };
    return { input, snapshotId, champion };
  }
}

/** The first model is wanted now, a better one later. */
async function firstRecipe(rows: TrainingInput['rows'], baseDir: string): Promise<TrainingInput['recipe']> {
  return (await isShippedFor(rows, baseDir)) ? 'shipped' : 'head';
}
