/**
 * Mulberry32 (Tommy Ettinger, public domain): uniform numbers from 32 bits of state. That is enough to shuffle rows and to draw dropout
 * masks, and gives the same stream on every machine. The state can be saved and given to a new generator, which then goes on alike.
 */
export class Random {
  constructor(public state: number) {}

  /** Uniform in [0, 1), a multiple of 2^-32. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A shuffled copy (Fisher-Yates). */
  shuffle<T>(items: readonly T[]): T[] {
    const out = [...items];
    for (let i = out.length - 1; i > 0; i--) {
      const j = Math.floor(this.next() * (i + 1));
      [out[i], out[j]] = [out[j]!, out[i]!];
    }
    return out;
  }
}

export function seededRandom(seed: number): Random {
  return new Random(seed);
}
