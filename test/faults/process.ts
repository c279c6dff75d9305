import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { spawnProgram, type Program } from '#local-services';

/** What the launcher waits at first before it starts again what has died, ms. */
const restartAfterMs = 100;
const keptOutput = 20_000;

/** A program under test. One that ends unasked is started again, as the launcher does it. */
export class Process {
  private child: ChildProcess;
  private stopped = false;
  private timer?: NodeJS.Timeout;
  /** What it wrote lately, both streams. */
  output = '';

  constructor(private program: Program) {
    this.child = this.spawn();
  }

  get pid(): number {
    return this.child.pid!;
  }

  /** Sends a signal to it and does not wait. */
  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Ends it and waits until it is gone; it stays away until `start`. */
  async stop(signal: NodeJS.Signals = this.program.stopSignal): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exit = once(this.child, 'exit');
    this.child.kill(signal);
    await exit;
  }

  /** Starts it again after a stop, with more or other environment. */
  start(env: Record<string, string> = {}): void {
    this.program = { ...this.program, env: { ...this.program.env, ...env } };
    this.stopped = false;
    this.child = this.spawn();
  }

  private spawn(): ChildProcess {
    const child = spawnProgram(this.program);
    const keep = (chunk: Buffer) => (this.output = (this.output + chunk.toString()).slice(-keptOutput));
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('exit', () => {
      if (this.stopped) return;
      this.timer = setTimeout(() => !this.stopped && (this.child = this.spawn()), restartAfterMs);
    });
    return child;
  }
}
