import { groupBy } from './group-by.js';
import type { Target } from './logistic-regression.js';
import { seededRandom, type Random } from './random.js';

export interface Batch {
  /** Row numbers; even and odd neighbours are of one intent, as the contrastive term needs. */
  rows: number[];
  /** Pieces that the longest of them takes, rounded up to a size for which a graph is kept. */
  tokens: number;
}

export const batchSize = 32;
/** Batches among which messages are sorted by length: little padding, while every epoch still mixes. */
const window = 8;
/** Few shapes, because the graph of each holds its activations in memory: 8 MB a piece at 32 messages, 6 layers and 384 wide. */
const tokenSizes = [12, 20, 32, 64];

/** The batches of one epoch: every row once (a few twice, to fill pairs and the last batch), the same for the same seed. */
export function epochBatches(targets: Target[], lengths: number[], seed: number, size = batchSize): Batch[] {
  const random = seededRandom(seed);
  const pairs = random.shuffle(pairUp(targets, random));
  while ((pairs.length * 2) % size) pairs.push(pairs[Math.floor(random.next() * pairs.length)]!);
  const longest = (pair: [number, number]) => Math.max(lengths[pair[0]]!, lengths[pair[1]]!);
  const perBatch = size / 2;
  const batches: Batch[] = [];
  for (let from = 0; from < pairs.length; from += window * perBatch) {
    const sorted = pairs.slice(from, from + window * perBatch).sort((a, b) => longest(a) - longest(b));
    for (let b = 0; b < sorted.length; b += perBatch) {
      const chosen = sorted.slice(b, b + perBatch);
      const most = Math.max(...chosen.map(longest));
      batches.push({ rows: chosen.flat(), tokens: tokenSizes.find((tokens) => tokens >= most)! });
    }
  }
  return random.shuffle(batches);
}

function pairUp(targets: Target[], random: Random): [number, number][] {
  return [...groupBy(targets.keys(), (row) => targets[row]).values()].flatMap((rows) => {
    const order = random.shuffle(rows);
    if (order.length % 2) order.push(order[Math.floor(random.next() * (order.length - 1))] ?? order[0]!);
    return Array.from({ length: order.length / 2 }, (_, i): [number, number] => [order[2 * i]!, order[2 * i + 1]!]);
  });
}
