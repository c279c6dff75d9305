import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';

/** One executable to run, and the signal on which it stops in order. */
export interface Program {
  name: string;
  file: string;
  args: string[];
  stopSignal: NodeJS.Signals;
  env?: Record<string, string>;
  uid?: number;
  gid?: number;
  /** True for our own Node processes: the channel tells them when the launcher is gone. */
  channel?: boolean;
}

/**
 * In its own process group, so that Ctrl-C in the terminal reaches the launcher alone, which then stops
 * everything in order.
 */
export function spawnProgram(program: Program, stdio: StdioOptions = ['ignore', 'pipe', 'pipe']): ChildProcess {
  return spawn(program.file, program.args, {
    stdio: program.channel && Array.isArray(stdio) ? [...stdio, 'ipc'] : stdio,
    env: { ...process.env, ...program.env },
    detached: process.platform !== 'win32',
    ...(program.uid !== undefined && { uid: program.uid, gid: program.gid }),
  });
}
