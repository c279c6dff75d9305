import type { RunProgress } from '#model-registry';
import type { LabelledText, Metrics, ModelInput } from '#slm';
import type { Agreement, Judged } from '#statistics';

/** A row that versions are judged on: each meets it as it would when it serves. */
export type JudgedText = LabelledText & { asServed: ModelInput };

/** What the child process is asked to do. */
export interface TrainingOrder {
  /** A head on the frozen encoder, in seconds; or the whole recipe, which tunes the encoder too. */
  recipe: 'head' | 'whole';
  rows: LabelledText[];
  /** What the confidence is fitted on; empty: by cross-validation on `rows`. */
  val: LabelledText[];
  gold: JudgedText[];
  /** Live messages among `rows` that the version that serves now has not learned. */
  fresh: JudgedText[];
  outDir: string;
  baseDir: string;
  /** The folder of the version that serves now. */
  championDir: string | null;
}

export interface TrainingResult {
  method: string;
  /** On rows held out of training, by the trainer itself. */
  metrics: Metrics;
  /** Share of messages for which the served int8 model picks the intent that float arithmetic picks. */
  int8Agreement: Agreement;
  /** Both on the gold rows, in their order. */
  challenger: Judged[];
  champion: Judged[] | null;
  /** What the champion makes of the fresh rows. */
  fresh: Judged[];
}

export type ChildReply =
  | { type: 'progress'; progress: RunProgress }
  | { type: 'done'; result: TrainingResult }
  | { type: 'failed'; error: string };
