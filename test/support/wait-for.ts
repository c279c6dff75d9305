import { setTimeout as pause } from 'node:timers/promises';

const INTERVAL = 20;

/**
 * Waits until `condition` returns something true and returns that; an error it throws counts as not yet. Fails after
 * `seconds` with the last error or value.
 */
export async function waitFor<T>(condition: () => T | Promise<T>, seconds = 30): Promise<NonNullable<T>> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    let last: unknown;
    try {
      const value = await condition();
      if (value) return value;
      last = value;
    } catch (error) {
      last = error;
    }
    if (Date.now() > deadline)
      throw new Error(`waited ${seconds} s in vain for ${condition.toString()}`, { cause: last });
    await pause(INTERVAL);
  }
}
