import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setPriority } from 'node:os';
import type { Loss, RunProgress } from '#model-registry';
import { trainingEnvironment } from '#onnx-train';
import type { ChildReply, TrainingInput, TrainingResult } from './child-messages.js';
import { Interrupted, RunFailed } from './failure.js';

/** Visitors come first: training takes what processor time is left (nice value), unless nothing can answer them yet. */
const lowPriority = 10;
/** Time to write a checkpoint, ms. */
const graceMs = 3000;

/** Trains in a process of its own. Rejects with RunFailed as the child tells it, with the signal's reason, or with Interrupted. */
export async function trainInChild(
  input: TrainingInput,
  signal: AbortSignal,
  onProgress: (progress: RunProgress, loss?: Loss) => void,
): Promise<TrainingResult> {
  const child = fork(new URL('./child-main.js', import.meta.url), {
    serialization: 'advanced',
    env: { ...process.env, ...trainingEnvironment },
  });
  if (input.championDir) setPriority(child.pid!, lowPriority);
  const gone = once(child, 'exit');
  const letGo = () => child.connected && child.disconnect();
  signal.addEventListener('abort', letGo);
  try {
    child.send(input);
    return await new Promise((resolve, reject) => {
      child.on('message', (reply: ChildReply) => {
        if (reply.type === 'progress') onProgress(reply.progress, reply.loss);
        else if (reply.type === 'done') resolve(reply.result);
        else reject(new RunFailed(reply.failure));
      });
      child.on('error', reject);
      child.on('exit', (code, by) => reject(reasonOf(signal) ?? new Interrupted(by ?? code)));
    });
  } finally {
    signal.removeEventListener('abort', letGo);
    letGo();
    const late = setTimeout(() => child.kill('SIGKILL'), graceMs);
    await gone;
    clearTimeout(late);
  }
}

function reasonOf(signal: AbortSignal): Error | null {
  return signal.aborted ? (signal.reason as Error) : null;
}
