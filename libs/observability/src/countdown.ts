/** A countdown is exact to one of these shares. */
const shares = 20;

/**
 * A deadline for somebody else, counted in turns of this process's own event loop. While this process is paused (SIGSTOP, a
 * suspended machine, a long turn) nothing is counted, so that its own pause is never held against others.
 */
export class Countdown {
  private left = 0;
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly ms: number,
    private readonly onEnd: () => void,
  ) {}

  /** Starts, or starts again with the full time. */
  start(): this {
    this.left = shares;
    this.timer ??= setInterval(() => this.tick(), this.ms / shares);
    return this;
  }

  /** Gives the full time again, if it runs. */
  restart(): void {
    this.left = shares;
  }

  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private tick(): void {
    this.left -= 1;
    if (this.left > 0) return;
    this.stop();
    this.onEnd();
  }
}
