import type { LabelledText } from '#slm';

/** Something else that learns from the same rows and answers the same messages. */
export interface Baseline {
  name: string;
  fit: (rows: LabelledText[]) => Promise<(text: string) => Promise<{ intent: string; confidence: number }>>;
}
