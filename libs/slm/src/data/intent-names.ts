import type { LabelledText, TrainingText } from './corpus.js';

/**
 * The rows, followed by the name of each intent as a row of its own, because a name says what the intent is about (compare Luo and others,
 * "Don't miss the labels", ACL 2021). With 10 rows an intent this is worth about a point of accuracy, with hundreds nothing: docs/quality.md.
 */
export function withNames(rows: LabelledText[]): TrainingText[] {
  const intents = new Set(rows.filter(({ oos }) => !oos).map(({ intent }) => intent));
  const names = [...intents].map((intent): TrainingText => ({
    text: inWords(intent),
    intent,
    oos: false,
    isName: true,
  }));
  return [...rows, ...names.filter(({ text }) => /\p{L}/u.test(text))];
}

/** `order_status`, `orderStatus`, `Order/Status` -> `order status`. */
function inWords(name: string): string {
  const spaced = name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ');
  return spaced.trim().toLowerCase();
}
