import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setPriority } from 'node:os';

/** Visitors come first (nice value). */
const lowPriority = 10;
/** What a file can make a step take, MB: its rows go through, and only hashes of them stay. */
const memoryMb = 400;
/** Time to end, ms. What is not written by then is done again. */
const graceMs = 1000;

/** Carries a step out in a process of its own: a file is anybody's, and the trainer has to answer for its other jobs meanwhile. */
export async function stepInChild(importId: string, signal: AbortSignal): Promise<void> {
  const child = fork(new URL('./child-main.js', import.meta.url), [importId], {
    execArgv: [...process.execArgv, `--max-old-space-size=${memoryMb}`],
  });
  setPriority(child.pid!, lowPriority);
  const stop = () => {
    if (child.connected) child.disconnect();
    setTimeout(() => child.kill('SIGKILL'), graceMs).unref();
  };
  signal.addEventListener('abort', stop);
  try {
    const [code, by] = (await once(child, 'exit')) as [number | null, string | null];
    if (code !== 0 && !signal.aborted) throw new Error(`Import ${importId} was interrupted (${by ?? code})`);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
