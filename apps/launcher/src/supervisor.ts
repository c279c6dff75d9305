import type { Writable } from 'node:stream';
import { createConcurrently, LogError, LogOutput, Logger, type Command } from 'concurrently';
import pTimeout from 'p-timeout';
import { backoff } from './backoff.js';
import { spawnProgram, type Program } from '#local-services';

/** What a stopping process gets to finish in, before it is killed. */
const STOP_DEADLINE = 10_000;

export interface Supervised {
  stop(): Promise<void>;
}

/** Runs the programs, their output to `log`; one that ends unasked is started again, ever later while it keeps failing. */
export function supervise(programs: Program[], log: Writable, report: (line: string) => void): Supervised {
  const byName = new Map(programs.map((program) => [program.name, program]));
  const restarts = new Restarts(report);
  const logger = new Logger({ prefixFormat: 'name' });
  logger.toggleColors(false);
  const { commands, result } = createConcurrently(
    programs.map(({ name }) => ({ command: name, name })),
    {
      spawn: (name) => spawnProgram(byName.get(name)!),
      kill: (pid, signal) => process.kill(pid, signal),
      controllers: [new LogError({ logger }), new LogOutput({ logger }), restarts],
      logger,
      outputStream: log,
    },
  );
  result.catch(() => undefined); // each end is reported where it happens
  const stop = async (command: Command) => {
    if (!command.process) return;
    const closed = new Promise<void>((resolve) => command.close.subscribe(() => resolve()));
    command.kill(byName.get(command.name)!.stopSignal);
    await pTimeout(closed, { milliseconds: STOP_DEADLINE, fallback: () => command.kill('SIGKILL') });
    await closed;
  };
  return {
    stop: async () => {
      restarts.end();
      await Promise.all(commands.map(stop));
    },
  };
}

/**
 * concurrently's own RestartProcess takes an exit code of 0 for success and doubles its delay without limit;
 * a service is never done, and one that failed long ago should be back within seconds.
 */
class Restarts {
  private ended = false;
  private readonly timers = new Set<NodeJS.Timeout>();

  constructor(private readonly report: (line: string) => void) {}

  handle(commands: Command[]): { commands: Command[] } {
    for (const command of commands) {
      let failures = 0;
      command.close.subscribe(({ exitCode, timings }) => {
        if (this.ended) return;
        const next = backoff(failures, timings.durationSeconds * 1000);
        failures = next.failures;
        this.report(`${command.name} ended (${exitCode}); starting it again in ${next.wait / 1000} s`);
        const timer = setTimeout(() => {
          this.timers.delete(timer);
          command.start();
        }, next.wait);
        this.timers.add(timer);
      });
    }
    return { commands };
  }

  end(): void {
    this.ended = true;
    this.timers.forEach(clearTimeout);
  }
}
