import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { trainingEnvironment } from '#onnx-train';

const trainingCommands = ['train', 'pretrain'];

/**
 * The C library reads its settings when a process starts, so a command that trains is carried out by a child that has them.
 * Returns whether that was done; the exit code is then the child's.
 */
export async function inTrainingProcess(): Promise<boolean> {
  const [command = ''] = process.argv.slice(2);
  const [setting] = Object.keys(trainingEnvironment);
  if (!trainingCommands.includes(command) || process.env[setting!]) return false;
  const child = spawn(process.execPath, process.argv.slice(1), {
    stdio: 'inherit',
    env: { ...process.env, ...trainingEnvironment },
  });
  // A terminal interrupts both, `kill` only this one: the child decides what that means, and hears it at least once.
  process.on('SIGINT', () => child.kill('SIGINT'));
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  const [code] = (await once(child, 'exit')) as [number | null];
  process.exitCode = code ?? 1;
  return true;
}
