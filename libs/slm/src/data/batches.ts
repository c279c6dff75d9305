import { groupBy, seededRandom, type Random } from '#statistics';
import type { Target } from './corpus.js';

export interface Batch {
  /** Row numbers. Rows 2i and 2i + 1 are of one intent, as the contrastive loss needs. */
  rows: number[];
  /** Tokens of the longest row, rounded up to a length for which a graph is kept. */
  tokens: number;
}

const defaultSize = 32;
/** Rows are sorted by length among this many batches. That leaves little padding, and every epoch still mixes rows. */
const window = 8;
/** Few lengths, because the graph of each keeps its activations in memory: 8 MB at 32 messages, 6 layers and a width of 384. */
const tokenLengths = [12, 20, 32, 44, 64];

/**
 * The batches of one epoch, the same for the same seed. Every row occurs once; a few occur twice, to complete pairs and the last batch.
 * `lengths`: tokens of each row, at most 64.
 */
export function epochBatches(targets: Target[], lengths: number[], seed: number, size = defaultSize): Batch[] {
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
      batches.push({ rows: chosen.flat(), tokens: tokenLengths.find((tokens) => tokens >= most)! });
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
