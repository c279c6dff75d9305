import { once } from 'node:events';
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Writable } from 'node:stream';
import pTimeout from 'p-timeout';
import { spawnProgram, type Program } from '#local-services';
import { backoff } from './backoff.js';

/** What a stopping process gets to finish in, before it is killed, ms. */
const STOP_DEADLINE = 10_000;

export interface Supervised {
  stop(): Promise<void>;
}

/** Runs the programs, their output to `log`; one that ends unasked is started again, ever later while it keeps failing. */
export function supervise(programs: Program[], log: Writable, report: (line: string) => void): Supervised {
  const running = programs.map((program) => keepRunning(program, log, report));
  return { stop: async () => void (await Promise.all(running.map((program) => program.stop()))) };
}

function keepRunning(program: Program, log: Writable, report: (line: string) => void): Supervised {
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;
  let child: ChildProcess;

  const start = (failures: number) => {
    const startedAt = Date.now();
    child = spawnProgram(program);
    for (const stream of [child.stdout, child.stderr]) {
      if (stream) createInterface({ input: stream }).on('line', (line) => log.write(`[${program.name}] ${line}\n`));
    }
    child.on('error', (error) => report(`${program.name}: ${error.message}`));
    child.on('close', (code, signal) => {
      if (stopping) return;
      const next = backoff(failures, Date.now() - startedAt);
      report(`${program.name} ended (${signal ?? code}); starting it again in ${next.wait / 1000} s`);
      timer = setTimeout(() => start(next.failures), next.wait);
    });
  };
  start(0);

  return {
    stop: async () => {
      stopping = true;
      clearTimeout(timer);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const closed = once(child, 'close');
      child.kill(program.stopSignal);
      await pTimeout(closed, { milliseconds: STOP_DEADLINE, fallback: () => void child.kill('SIGKILL') });
      if (child.exitCode === null && child.signalCode === null) await closed;
    },
  };
}
