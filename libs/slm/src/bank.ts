import { groupBy } from './group-by.js';
import type { Random } from './random.js';

/** 1.2 MB at 384 wide; more rows than this no longer change which intent is nearest, but would slow every message down. */
const maxRows = 3_000;

/** Rows (indices) that messages are compared with: all in-scope ones, or an even choice from every intent. */
export function chooseBank(targets: (number | null)[], random: Random): number[] {
  const inScope = [...targets.keys()].filter((row) => targets[row] !== null);
  if (inScope.length <= maxRows) return inScope;
  const queues = [...groupBy(inScope, (row) => targets[row]).values()].map((rows) => random.shuffle(rows));
  const chosen: number[] = [];
  for (let round = 0; chosen.length < maxRows; round++) {
    for (const rows of queues) if (rows[round] !== undefined && chosen.length < maxRows) chosen.push(rows[round]!);
  }
  return chosen.sort((a, b) => a - b);
}
