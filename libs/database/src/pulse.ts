import type pg from 'pg';

const everyMs = 5000;
/** Longer than a restart of PostgreSQL takes, shorter than people wait, ms. */
const deadAfterMs = 30_000;

/** Asks the pool a question every few seconds, so that liveness knows a pool that is dead from one that has nothing to do. */
export class Pulse {
  private answeredAt = performance.now();
  /** One question at a time: a dead pool must not fill with them. */
  private asking?: Promise<void>;
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly pool: pg.Pool) {
    this.timer = setInterval(() => void this.ask(), everyMs);
  }

  /** False once no question was answered for 30 s. A process that was itself stopped that long is asked anew. */
  async beats(): Promise<boolean> {
    if (!this.fresh()) await this.ask();
    return this.fresh();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private fresh(): boolean {
    return performance.now() - this.answeredAt < deadAfterMs;
  }

  private ask(): Promise<void> {
    this.asking ??= this.pool
      .query('SELECT 1')
      .then(() => void (this.answeredAt = performance.now()))
      .catch(() => undefined)
      .finally(() => (this.asking = undefined));
    return this.asking;
  }
}
