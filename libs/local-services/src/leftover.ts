import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Ends the database server that a killed launcher left running in `directory`, and removes its pid file. The pid may
 * belong to another program by now: only a process that works in that directory is taken for the server.
 */
export async function stopLeftover(pidFile: string, directory: string, signal: NodeJS.Signals): Promise<void> {
  if (!existsSync(pidFile)) return;
  const pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10);
  if (pid > 0 && worksIn(pid, directory)) {
    process.kill(pid, signal);
    while (worksIn(pid, directory)) await pause(50);
  }
  rmSync(pidFile, { force: true });
}

function worksIn(pid: number, directory: string): boolean {
  try {
    return realpathSync(workingDirectory(pid)) === realpathSync(directory);
  } catch {
    return false; // no such process, or not one of ours to look into
  }
}

function workingDirectory(pid: number): string {
  if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`);
  const lines = execFileSync('lsof', ['-a', '-p', String(pid), '-d', 'cwd', '-Fn'], { encoding: 'utf8' }).split('\n');
  return lines.find((line) => line.startsWith('n'))?.slice(1) ?? '';
}
