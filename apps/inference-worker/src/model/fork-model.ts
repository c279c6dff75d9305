import { fork, type ChildProcess } from 'node:child_process';

let ahead: ChildProcess | undefined;

/** Starts a process for the first model before this one has loaded its own code, so that both load side by side. */
export function forkAhead(): void {
  const forget = () => (ahead = undefined);
  ahead = forkModel().once('error', forget).once('exit', forget);
}

/** A process that will load the model whose folder it is told. */
export function modelChild(): ChildProcess {
  const child = ahead ?? forkModel();
  ahead = undefined;
  return child;
}

function forkModel(): ChildProcess {
  return fork(new URL('./model-child.js', import.meta.url), { serialization: 'advanced' });
}
