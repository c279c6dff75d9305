import { groupBy, type Random } from '#statistics';
import type { Target } from '../data/index.js';
import type { Vectors } from '../encoder/index.js';

/** Training rows that messages are compared with: their numbers in the corpus, their vectors, and the numbers of their intents. */
export interface NeighbourIndex {
  rows: number[];
  vectors: Vectors;
  intents: number[];
}

/** Neighbours that are found for a message. */
export const neighbourCount = 10;

/** 1.2 MB at a width of 384. More rows hardly change which intent is nearest, but slow every message down. */
const maxRows = 3_000;

/** Row numbers for an index: all in-scope rows, or an even choice from every intent if there are more than 3,000. */
export function chooseIndexRows(targets: Target[], random: Random): number[] {
  const inScope = [...targets.keys()].filter((row) => targets[row] !== null);
  if (inScope.length <= maxRows) return inScope;
  const queues = [...groupBy(inScope, (row) => targets[row]).values()].map((rows) => random.shuffle(rows));
  const chosen: number[] = [];
  for (let round = 0; chosen.length < maxRows; round++) {
    for (const rows of queues) if (rows[round] !== undefined && chosen.length < maxRows) chosen.push(rows[round]!);
  }
  return chosen.sort((a, b) => a - b);
}
