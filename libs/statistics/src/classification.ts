export interface Labelled {
  /** The right intent and the predicted one. */
  label: string;
  predicted: string;
}

/** Share of rows whose prediction is their label. NaN without rows. */
export function accuracy(rows: Labelled[]): number {
  return rows.filter(({ label, predicted }) => label === predicted).length / rows.length;
}

export interface IntentScore {
  intent: string;
  n: number;
  precision: number;
  recall: number;
  f1: number;
}

/** Precision, recall and F1 = 2 tp / (2 tp + fp + fn) of every intent that occurs as a label, sorted by name. */
export function intentScores(rows: Labelled[]): IntentScore[] {
  return [...new Set(rows.map(({ label }) => label))].sort().map((intent) => {
    const n = rows.filter(({ label }) => label === intent).length;
    const predicted = rows.filter((row) => row.predicted === intent).length;
    const right = rows.filter((row) => row.predicted === intent && row.label === intent).length;
    return {
      intent,
      n,
      precision: predicted ? right / predicted : 0,
      recall: right / n,
      f1: (2 * right) / (n + predicted),
    };
  });
}

/** The unweighted mean of the intents' F1. A rare intent counts as much as a common one. */
export function macroF1(rows: Labelled[]): number {
  const scores = intentScores(rows);
  return scores.reduce((sum, { f1 }) => sum + f1, 0) / scores.length;
}
