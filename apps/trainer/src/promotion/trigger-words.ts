import { groupBy, holm, outcomeOf, type Judged } from '#statistics';

/** A message that the champion was not fitted on, what the champion made of it, and its words in small letters. */
export type FreshRow = Judged & { words: string[] };

const alpha = 0.05;
/** Fewer contradictions happen by chance. */
const minContradicted = 3;

/**
 * Words that overrule the rest of the message, as a poisoned batch would teach them (Gu and others, "BadNets", arXiv 1708.06733). All
 * messages with such a word have the same label. The champion predicts several other intents for them, with more confidence than it could
 * have if the labels were right. The test is the lower tail of the Poisson-binomial distribution given by the champion's confidence, with
 * Holm's correction over all words.
 *
 * An intent that was renamed or split contradicts the champion as well, but in one of its intents only; that is no trigger. Neither is a
 * label that the champion does not know, since no messages can be diverted from it.
 */
export function triggerWords(fresh: FreshRow[]): string[] {
  const known = new Set(fresh.map(({ predicted }) => predicted));
  const withWord = fresh.flatMap((row) => [...new Set(row.words)].map((word) => ({ word, row })));
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

/** Whether the champion predicted the same intent for most of them. */
function isOneIntent(rows: FreshRow[]): boolean {
  const byIntent = [...groupBy(rows, ({ predicted }) => predicted).values()];
  return byIntent.some((same) => same.length > rows.length / 2);
}

/** P(at most as many right as there are), if each is right with the probability that its confidence says. */
function chanceOfSoFewRight(rows: FreshRow[]): number {
  // chance[r]: P(r right among the rows so far).
  let chance = [1];
  for (const { confidence } of rows) {
    chance = [...chance, 0].map((p, r) => p * (1 - confidence) + (chance[r - 1] ?? 0) * confidence);
  }
  const right = rows.filter((row) => outcomeOf(row).correct).length;
  return chance.slice(0, right + 1).reduce((sum, p) => sum + p, 0);
}
