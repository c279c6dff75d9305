import type { Corpus } from './corpus.js';
import type { Proof } from './proof.js';
import { signalsOf, type Stage } from './stage.js';

/**
 * What shows how good `stage` is: rows kept for validation, with the stand-ins of `rehearsal` for out-of-scope messages; without such
 * rows, the rehearsal.
 */
export async function validate(
  stage: Stage,
  validation: Corpus,
  rehearsal: Proof,
  onDone: (done: number, total: number) => void,
): Promise<Proof> {
  const { rows } = validation;
  if (rows.length === 0) return rehearsal;
  const signals = await signalsOf(stage, validation, onDone);
  const strangers = rehearsal.map((trial) => ({ ...trial, rows: [], signals: [] }));
  return [{ intents: stage.intents, rows, signals, leftOut: [] }, ...strangers];
}
