import type { Audited } from './confidence.js';
import type { LabelledText } from './corpus.js';
import { argmax, featuresOf, intentShares, type Signal } from './signal.js';

/** What a stage made of messages that it was not trained on, and of stand-ins for out-of-scope messages. */
export interface Trial {
  /** The stage's intents, by number. */
  intents: string[];
  rows: LabelledText[];
  /** One for each row. */
  signals: Signal[];
  leftOut: Signal[];
}

/** Stages that each were trained without some of the rows, or one stage and rows that were kept for validation. */
export type Proof = Trial[];

export type Judgement = Audited & { intent: string; predicted: string };

export function judgements(proof: Proof, wordShare: number): Judgement[] {
  return proof.flatMap(({ intents, rows, signals }) =>
    signals.map((signal, i) => judgement(signal, rows[i]!, intents, wordShare)),
  );
}

export function standIns(proof: Proof, wordShare: number): Judgement[] {
  const outOfScope = { intent: '', oos: true };
  return proof.flatMap(({ intents, leftOut }) =>
    leftOut.map((signal) => judgement(signal, outOfScope, intents, wordShare)),
  );
}

function judgement(
  signal: Signal,
  { intent, oos }: Omit<LabelledText, 'text'>,
  intents: string[],
  wordShare: number,
): Judgement {
  const shares = intentShares(signal, wordShare);
  const predicted = intents[argmax(shares)]!;
  return { features: featuresOf(signal, shares), intent, predicted, correct: !oos && intent === predicted, oos };
}
