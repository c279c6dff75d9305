import { groupBy, type Random } from '#statistics';
import type { Corpus } from '../data/index.js';
import type { Vectors } from '../encoder/index.js';

/**
 * Training rows that messages are compared with: their numbers in the corpus, their vectors, and the numbers of their intents. After them stand
 * the shop's own out-of-scope rows, of intent -1.
 */
export interface NeighbourIndex {
  rows: number[];
  vectors: Vectors;
  intents: number[];
}

export const outOfScopeIntent = -1;

/** Neighbours that are found for a message. */
export const neighbourCount = 10;

/** Together 1.2 MB at a width of 384. More rows hardly change which intent is nearest, but slow every message down. */
const [mostInScope, mostOutOfScope] = [2_250, 750];

/** Row numbers for an index: all in-scope rows, or an even choice from every intent if there are more than 2,250; then out-of-scope ones. */
export function chooseIndexRows({ rows, targets }: Pick<Corpus, 'rows' | 'targets'>, random: Random): number[] {
  const all = [...targets.keys()];
  const inScope = all.filter((row) => targets[row] !== null);
  const outOfScope = all.filter((row) => targets[row] === null && rows[row]!.background === undefined);
  return [
    ...evenChoice(inScope, (row) => targets[row], mostInScope, random),
    ...evenChoice(outOfScope, () => null, mostOutOfScope, random),
  ];
}

function evenChoice(from: number[], kindOf: (row: number) => unknown, most: number, random: Random): number[] {
  if (from.length <= most) return from;
  const queues = [...groupBy(from, kindOf).values()].map((rows) => random.shuffle(rows));
  const chosen: number[] = [];
  for (let round = 0; chosen.length < most; round++) {
    for (const rows of queues) if (rows[round] !== undefined && chosen.length < most) chosen.push(rows[round]!);
  }
  return chosen.sort((a, b) => a - b);
}

/** How many rows of an index have an intent: they come first. */
export function inScopeRows(intents: readonly number[]): number {
  return intents.filter((intent) => intent !== outOfScopeIntent).length;
}
