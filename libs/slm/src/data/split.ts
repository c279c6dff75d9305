import { groupBy, type Random } from '#statistics';
import type { LabelledText } from './corpus.js';

/**
 * Row numbers of a random split. About `share` (0 to 1) of the rows of every intent, and of the out-of-scope rows, are held out; at least
 * one row of each stays in `kept`.
 */
export function stratifiedSplit(
  rows: LabelledText[],
  share: number,
  random: Random,
): { kept: number[]; held: number[] } {
  const kept: number[] = [];
  const held: number[] = [];
  for (const group of groups(rows)) {
    const shuffled = random.shuffle(group);
    const n = Math.min(group.length - 1, Math.round(group.length * share));
    held.push(...shuffled.slice(0, n));
    kept.push(...shuffled.slice(n));
  }
  return { kept, held };
}

/** The fold of each row, 0 to `folds` - 1. Every intent is spread evenly over the folds. */
export function stratifiedFolds(rows: LabelledText[], folds: number, random: Random): number[] {
  const foldOf = new Map<number, number>();
  let next = 0;
  for (const group of groups(rows)) for (const row of random.shuffle(group)) foldOf.set(row, next++ % folds);
  return [...rows.keys()].map((row) => foldOf.get(row)!);
}

/** Row numbers by intent. Out-of-scope rows are a group of their own. */
function groups(rows: LabelledText[]): number[][] {
  return [...groupBy(rows.keys(), (row) => (rows[row]!.oos ? null : rows[row]!.intent)).values()];
}
