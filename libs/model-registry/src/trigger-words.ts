import { groupBy, outcomeOf, wordsOf, type Judged } from '#slm';
import { holm } from './paired-tests.js';

/** A message that the champion was not fitted on, and what the champion made of it. */
export type FreshRow = Judged & { text: string };

const alpha = 0.05;
/** Fewer contradictions happen. */
const minContradicted = 3;

/**
 * Words that overrule the rest of the message, as a poisoned batch would teach them (Gu and others, "BadNets", arXiv 1708.06733): whatever
 * else a message with the word says, it has the same label, while the champion reads it as one thing or another and is surer of that
 * than could be if the labels were right. (An intent that was renamed or split contradicts the champion too, but always the same
 * intent of its, and of an intent that it does not know there is nothing to steal.) Poisson-binomial tail by its own confidence, Holm over all words.
 */
export function triggerWords(fresh: FreshRow[]): string[] {
  const known = new Set(fresh.map(({ predicted }) => predicted));
  const withWord = fresh.flatMap((row) => [...new Set(wordsOf(row.text))].map((word) => ({ word, row })));
  const tested = new Map<string, number>();
  for (const [word, found] of groupBy(withWord, (one) => one.word)) {
    const rows = found.map(({ row }) => row);
    const { intent, oos } = rows[0]!;
    if (oos || !known.has(intent) || rows.some((row) => row.intent !== intent)) continue;
    const contradicted = rows.filter((row) => !outcomeOf(row).correct);
    if (contradicted.length < minContradicted || isOneIntent(contradicted)) continue;
    tested.set(word, chanceOfSoFewRight(rows));
  }
  return holm(tested, alpha);
}

/** Whether most of them were read as the same intent. */
function isOneIntent(rows: FreshRow[]): boolean {
  const byIntent = [...groupBy(rows, ({ predicted }) => predicted).values()];
  return byIntent.some((same) => same.length > rows.length / 2);
}

/** P(at most as many right as there are), if each is right with the probability that its confidence says. */
function chanceOfSoFewRight(rows: FreshRow[]): number {
  // chance[r]: of r right among the rows so far.
  let chance = [1];
  for (const { confidence } of rows) {
    chance = [...chance, 0].map((p, r) => p * (1 - confidence) + (chance[r - 1] ?? 0) * confidence);
  }
  const right = rows.filter((row) => outcomeOf(row).correct).length;
  return chance.slice(0, right + 1).reduce((sum, p) => sum + p, 0);
}
