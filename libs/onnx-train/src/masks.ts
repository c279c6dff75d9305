import { Random } from './random.js';

const poolSize = 2 ** 22;
/** Windows start at cache lines. */
const alignment = 16;

/**
 * Dropout masks as windows, at random places, into one pool of zeros and 1 / (1 - rate) for each rate. Drawing fresh numbers
 * for every mask would cost JavaScript a fifth of a step; a window costs nothing, and is read by the graph in place.
 */
export class DropoutMasks {
  private readonly pools = new Map<number, Float32Array>();
  readonly random: Random;

  constructor(private readonly seed: number) {
    this.random = new Random(seed);
  }

  window(size: number, rate: number): Float32Array {
    const places = Math.floor((poolSize - size) / alignment) + 1;
    if (places < 1) throw new RangeError(`A dropout mask of ${size} elements is larger than the pool of ${poolSize}.`);
    const start = Math.floor(this.random.next() * places) * alignment;
    return this.pool(rate).subarray(start, start + size);
  }

  private pool(rate: number): Float32Array {
    const known = this.pools.get(rate);
    if (known) return known;
    const random = new Random(this.seed ^ 0x5bd1e995);
    const pool = Float32Array.from({ length: poolSize }, () => (random.next() < rate ? 0 : 1 / (1 - rate)));
    this.pools.set(rate, pool);
    return pool;
  }
}
