import { Presets, SingleBar } from 'cli-progress';

export interface Progress {
  /** `loss` where something is being learned. */
  update(phase: string, done: number, total: number, loss?: number): void;
  stop(): void;
}

/** A bar with the time left on a terminal's standard error; nothing elsewhere. */
export function progressBar(): Progress {
  const bar = new SingleBar(
    { format: '{phase} {bar} {percentage} % | {eta_formatted} left', stopOnComplete: false, hideCursor: true },
    Presets.shades_classic,
  );
  let current = '';
  return {
    update(phase, done, total) {
      if (!process.stderr.isTTY) return;
      if (phase !== current) {
        bar.stop();
        bar.start(total, done, { phase: phase.padEnd(10) });
        current = phase;
      } else {
        bar.update(done);
      }
    },
    stop: () => bar.stop(),
  };
}

/** One JSON object a line on standard output, at most one a percent and phase. */
export function progressLines(): Progress {
  let last = '';
  return {
    update(phase, done, total, loss) {
      const percent = Math.floor((100 * done) / total);
      if (`${phase} ${percent}` === last) return;
      last = `${phase} ${percent}`;
      printJson({ event: 'progress', phase, done, total, ...(loss !== undefined && { loss }) });
    },
    stop() {},
  };
}

export function printJson(value: object): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

/** Where they disturb nothing: on standard error, or as lines of their own among JSON. */
export function printWarnings(messages: string[], json?: boolean): void {
  for (const message of messages) {
    if (json) printJson({ event: 'warning', message });
    else process.stderr.write(`Warning: ${message}\n`);
  }
}
