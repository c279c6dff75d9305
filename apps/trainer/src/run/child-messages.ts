import type { TrainingFailure } from '#contracts';
import type { Loss, RunProgress, TestedLimits } from '#model-registry';
import type { ModelInput } from '#personal-data';
import type { LabelledText, Trained } from '#slm';
import type { Evaluation, TestRow } from '../promotion/evaluation.js';

/** A row that versions are judged on: each meets it as it would when it serves. */
export type JudgedText = LabelledText & { asServed: ModelInput };

/** What the child process is asked to do. */
export interface TrainingInput {
  /**
   * A head on the frozen encoder, in seconds; the whole recipe, which tunes the encoder too, or adapters of it; or the model that comes with
   * the program, which was trained on these rows before.
   */
  recipe: 'head' | 'whole' | 'adapters' | 'shipped';
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

export interface TrainingResult extends Pick<Trained, 'method' | 'metrics' | 'int8Agreement'> {
  evaluation: Evaluation;
}

export type ChildReply =
  | { type: 'progress'; progress: RunProgress; loss?: Loss }
  | { type: 'done'; result: TrainingResult }
  | { type: 'failed'; failure: TrainingFailure };
