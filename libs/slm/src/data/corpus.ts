import { createTokenizer, type BaseModel } from '../encoder/index.js';
import type { Row } from './rows.js';

export type LabelledText = Pick<Row, 'text' | 'intent' | 'oos'>;

/**
 * A row to learn from. `isName`: its text is the name of its intent, not a message. `background`: the topic of an out-of-scope row that is not
 * the shop's own, but comes with the program.
 */
export type TrainingText = LabelledText & { isName?: true; background?: string };

/** The number of a row's intent; null for an out-of-scope row. */
export type Target = number | null;

/** Rows ready for training, [rows] each. */
export interface Corpus {
  rows: TrainingText[];
  /** Token ids of each row, at most 64. */
  messages: number[][];
  targets: Target[];
  /** Names by number, sorted. */
  intents: string[];
  /** Token ids of any text, at most 64. */
  encode: (text: string) => number[];
}

export function makeCorpus(rows: TrainingText[], base: BaseModel): Corpus {
  const tokenizer = createTokenizer(JSON.parse(base.tokenizerJson) as object, base.config.prefix);
  const encode = (text: string) => tokenizer.encode(text);
  return corpusOf(
    rows,
    rows.map(({ text }) => encode(text)),
    encode,
  );
}

/** Numbers of the shop's own rows. */
export function ownRows({ rows }: Pick<Corpus, 'rows'>): number[] {
  return [...rows.keys()].filter((row) => rows[row]!.background === undefined);
}

/** With less support than this an intent has few rows. See docs/confidence.md. */
export const enoughSupport = 30;

/** How many of the shop's own rows there are for an intent, on average; those out of scope count, too. */
export function supportOf(corpus: Pick<Corpus, 'rows' | 'intents'>): number {
  return ownRows(corpus).length / corpus.intents.length;
}

/** The chosen rows of a corpus. The intents that occur in them are numbered anew. */
export function subset({ rows, messages, encode }: Corpus, chosen: number[]): Corpus {
  return corpusOf(
    chosen.map((row) => rows[row]!),
    chosen.map((row) => messages[row]!),
    encode,
  );
}

function corpusOf(rows: TrainingText[], messages: number[][], encode: Corpus['encode']): Corpus {
  const intents = [...new Set(rows.filter(({ oos }) => !oos).map(({ intent }) => intent))].sort();
  const numbers = new Map(intents.map((intent, i) => [intent, i]));
  const targets = rows.map(({ intent, oos }) => (oos ? null : numbers.get(intent)!));
  return { rows, messages, intents, targets, encode };
}
