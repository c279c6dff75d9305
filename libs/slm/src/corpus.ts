import type { BaseModel } from './base-model.js';
import type { TrainingText } from './intent-names.js';
import type { Target } from './logistic-regression.js';
import type { Row } from './rows.js';
import { createTokenizer } from './tokenizer.js';

export type LabelledText = Pick<Row, 'text' | 'intent' | 'oos'>;

/** Rows ready for training: token ids, and the number of each row's intent (null = out of scope). */
export interface Corpus {
  rows: TrainingText[];
  messages: number[][];
  targets: Target[];
  /** Names by number. */
  intents: string[];
}

export function makeCorpus(rows: TrainingText[], base: BaseModel): Corpus {
  const tokenizer = createTokenizer(JSON.parse(base.tokenizerJson) as object, base.config.prefix);
  return corpusOf(
    rows,
    rows.map(({ text }) => tokenizer.encode(text)),
  );
}

/** Part of a corpus, with the intents that occur in it numbered anew. */
export function subset({ rows, messages }: Corpus, chosen: number[]): Corpus {
  return corpusOf(
    chosen.map((row) => rows[row]!),
    chosen.map((row) => messages[row]!),
  );
}

function corpusOf(rows: TrainingText[], messages: number[][]): Corpus {
  const intents = [...new Set(rows.filter(({ oos }) => !oos).map(({ intent }) => intent))].sort();
  const numbers = new Map(intents.map((intent, i) => [intent, i]));
  return { rows, messages, intents, targets: rows.map(({ intent, oos }) => (oos ? null : numbers.get(intent)!)) };
}
