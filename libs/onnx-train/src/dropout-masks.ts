import { Random } from './random.js';

/** Elements of a pool: 16 MB of float32. */
const poolSize = 2 ** 22;
/** Elements of a cache line. Each mask starts at one. */
const alignment = 16;

/**
 * Dropout masks for `Tape.mask`. A mask is a window at a random place of a pool, which holds 0 and 1 / (1 - p) for one drop
 * probability p. Fresh numbers for every mask would cost a fifth of a step; a window costs nothing, and the graph reads it in place.
 */
export class DropoutMasks {
  private readonly pools = new Map<number, Float32Array>();
  /** Chooses the windows. A checkpoint saves its state. */
  readonly random: Random;

  constructor(private readonly seed: number) {
    this.random = new Random(seed);
  }

  /** A mask of `size` elements, not to be written to. Throws a RangeError where the pool is smaller. */
  window(size: number, dropProbability: number): Float32Array {
    const places = Math.floor((poolSize - size) / alignment) + 1;
    if (places < 1) throw new RangeError(`A dropout mask of ${size} elements is larger than the pool of ${poolSize}.`);
    const start = Math.floor(this.random.next() * places) * alignment;
    return this.pool(dropProbability).subarray(start, start + size);
  }

  private pool(dropProbability: number): Float32Array {
    const known = this.pools.get(dropProbability);
    if (known) return known;
    const random = new Random(this.seed ^ 0x5bd1e995);
    const kept = 1 / (1 - dropProbability);
    const pool = new Float32Array(poolSize).map(() => (random.next() < dropProbability ? 0 : kept));
    this.pools.set(dropProbability, pool);
    return pool;
  }
}
