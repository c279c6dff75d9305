import { groupBy } from './group-by.js';
import type { Row } from './rows.js';
import type { Random } from './random.js';

/** Splits off about `share` of every intent's rows and of the out-of-scope rows, at least one row of an intent staying behind. */
export function stratifiedSplit(rows: Row[], share: number, random: Random): { kept: Row[]; held: Row[] } {
  const kept: Row[] = [];
  const held: Row[] = [];
  for (const group of groups(rows)) {
    const shuffled = random.shuffle(group);
    const n = Math.min(group.length - 1, Math.round(group.length * share));
    held.push(...shuffled.slice(0, n));
    kept.push(...shuffled.slice(n));
  }
  return { kept, held };
}

/** The fold, 0 to `folds` - 1, of each row; every intent is spread evenly over the folds. */
export function stratifiedFolds(rows: Row[], folds: number, random: Random): number[] {
  const foldOf = new Map<Row, number>();
  let next = 0;
  for (const group of groups(rows)) for (const row of random.shuffle(group)) foldOf.set(row, next++ % folds);
  return rows.map((row) => foldOf.get(row)!);
}

function groups(rows: Row[]): Row[][] {
  return [...groupBy(rows, ({ intent }) => intent).values()];
}
