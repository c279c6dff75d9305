import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

export interface ModelChild {
  child: ChildProcess;
  /** Resolves when it has loaded its code: what it was told before, another listener of the process might have taken. */
  listening: Promise<unknown>;
}

let ahead: ModelChild | undefined;

/** Starts a process for the first model before this one has loaded its own code, so that both load side by side. */
export function forkAhead(): void {
  const forget = () => (ahead = undefined);
  ahead = forkModel();
  ahead.child.once('error', forget).once('exit', forget);
}

/** A process that will load the model whose folder it is told. */
export function modelChild(): ModelChild {
  const child = ahead ?? forkModel();
  ahead = undefined;
  return child;
}

function forkModel(): ModelChild {
  const child = fork(new URL('./model-child.js', import.meta.url), { serialization: 'advanced' });
  return { child, listening: once(child, 'message').catch(() => undefined) }; // its end is told otherwise
}
