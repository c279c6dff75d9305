import { groupBy } from './group-by.js';
import type { Random } from './random.js';
import type { Neighbours } from './similarity.js';
import type { Signal } from './signal.js';

/** 1.5 MB at 384 wide; more rows than this no longer change which intent is nearest, but would slow every message down. */
const maxRows = 4_000;

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

/** The signal of a message from its logits and its neighbours in a bank whose rows carry `intents`. */
export function signalOf(logits: ArrayLike<number>, neighbours: Neighbours, intents: number[]): Signal {
  return { logits, similarity: neighbours.similarity, neighbours: neighbours.index.map((row) => intents[row]!) };
}
