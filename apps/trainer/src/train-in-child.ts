import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setPriority } from 'node:os';
import type { RunProgress } from '#model-registry';
import type { ChildReply, TrainingOrder, TrainingResult } from './training-order.js';

/** Visitors come first: training takes what processor time is left (nice value), unless nothing can answer them yet. */
const lowPriority = 10;

/** Rejects with the child's own sentence, with the signal's reason, or when the child dies. */
export async function trainInChild(
  order: TrainingOrder,
  signal: AbortSignal,
  onProgress: (progress: RunProgress) => void,
): Promise<TrainingResult> {
  const child = fork(new URL('./training-child.js', import.meta.url), { serialization: 'advanced' });
  if (order.championDir) setPriority(child.pid!, lowPriority);
  const kill = () => child.kill('SIGKILL');
  signal.addEventListener('abort', kill);
  try {
    child.send(order);
    return await new Promise((resolve, reject) => {
      child.on('message', (reply: ChildReply) => {
        if (reply.type === 'progress') onProgress(reply);
        else if (reply.type === 'done') resolve(reply.result);
        else reject(new Error(reply.error));
      });
      child.on('error', reject);
      child.on('exit', (code, by) => {
        reject(signal.aborted ? (signal.reason as Error) : new Error(`Training ended early (${by ?? code})`));
      });
    });
  } finally {
    signal.removeEventListener('abort', kill);
    if (child.exitCode === null && child.signalCode === null) {
      const gone = once(child, 'exit');
      kill();
      await gone;
    }
  }
}
