import type { TrainingPhase } from '#contracts';
import type { Judged, Metrics } from '#slm';

export interface LabelledText {
  text: string;
  intent: string;
  oos: boolean;
}

/** What the child process is asked to do. */
export interface TrainingOrder {
  rows: LabelledText[];
  gold: LabelledText[];
  outDir: string;
  baseDir: string;
  /** The folder of the version that serves now. */
  championDir: string | null;
}

export interface TrainingResult {
  method: string;
  /** On training rows held out in turn. */
  metrics: Metrics;
  /** Both on the gold rows, in their order. */
  challenger: Judged[];
  champion: Judged[] | null;
}

export type ChildReply =
  | { type: 'progress'; phase: TrainingPhase; progress: number; loss?: { step: number; loss: number } }
  | { type: 'done'; result: TrainingResult }
  | { type: 'failed'; error: string };
