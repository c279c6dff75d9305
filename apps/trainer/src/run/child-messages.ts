import type { ModelMethod, TrainingFailure } from '#contracts';
import type { Loss, RunProgress, TestedLimits } from '#model-registry';
import type { ModelInput } from '#personal-data';
import type { LabelledText, Metrics } from '#slm';
import type { Evaluation, TestRow } from '../promotion/evaluation.js';

/** A row that versions are judged on: each meets it as it would when it serves. */
export type JudgedText = LabelledText & { asServed: ModelInput };

/** What the child process is asked to do. */
export interface TrainingInput {
  /** A head on the frozen encoder, in seconds; or the whole recipe, which tunes the encoder too. */
  recipe: 'head' | 'whole';
  rows: LabelledText[];
  /** What the confidence is fitted on; empty: on rows that are held out in turn. */
  val: LabelledText[];
  test: (TestRow & JudgedText)[];
  /** Live messages among `rows` that the version that serves now was not fitted on. */
  fresh: JudgedText[];
  /** What thresholds are certified at. */
  limits: TestedLimits;
  outDir: string;
  baseDir: string;
  /** The folder of the version that serves now. */
  championDir: string | null;
}

export interface TrainingResult {
  method: ModelMethod;
  metrics: Metrics;
  evaluation: Evaluation;
}

export type ChildReply =
  | { type: 'progress'; progress: RunProgress; loss?: Loss }
  | { type: 'done'; result: TrainingResult }
  | { type: 'failed'; failure: TrainingFailure };
