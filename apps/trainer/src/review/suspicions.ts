import type { HeldOutProbabilities } from '#slm';

export interface LabelledRow {
  id: string;
  /** Null: out of scope. */
  intentId: string | null;
}

export interface Suspicion {
  id: string;
  suspectedIntentId: string;
  /** By how much the other intent is likelier than the row's own: 0 to 1. */
  suspicion: number;
}

/**
 * Less is mere likeness. Of the demo shop's 1,860 tickets with 93 labels made wrong this names 123, with 75 of the wrong ones among them, and
 * 45 among the first 50.
 */
const leastMargin = 0.5;
/** Of an intent of fewer rows a fifth less says too little. */
const fewestRows = 5;

/**
 * Rows whose label a model of the other rows finds unlikely. `intents` are ids. That something is out of scope is not suspected: a model
 * of intents has no probability of it.
 */
export function suspicions(rows: LabelledRow[], { intents, probabilities }: HeldOutProbabilities): Suspicion[] {
  const rowsOf = new Map<string | null, number>();
  for (const { intentId } of rows) rowsOf.set(intentId, (rowsOf.get(intentId) ?? 0) + 1);
  return rows.flatMap(({ id, intentId }, row) => {
    if (intentId !== null && rowsOf.get(intentId)! < fewestRows) return [];
    const likely = probabilities[row]!;
    const best = likely.indexOf(Math.max(...likely));
    const own = intentId === null ? 0 : likely[intents.indexOf(intentId)]!;
    const suspicion = likely[best]! - own;
    return suspicion >= leastMargin ? [{ id, suspectedIntentId: intents[best]!, suspicion }] : [];
  });
}
