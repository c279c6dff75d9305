import { afterAll } from 'vitest';

type Task = () => Promise<void> | void;
const tasks: Task[] = [];

/** Runs `task` after the last test of the spec file, the newest first; to be called in tests and hooks alike. */
export function atEnd(task: Task): void {
  tasks.push(task);
}

// Registered while the spec file is loaded: a hook that a running test asks for comes too late.
afterAll(async () => {
  while (tasks.length > 0) await tasks.pop()!();
});
