import { setTimeout as pause } from 'node:timers/promises';

/** Between two tries, ms: at first, and for what takes seconds, whose processor time the tries would take. */
const [shortest, longest] = [20, 100];

/**
 * Waits until `condition` returns something true and returns that; an error it throws counts as not yet. Fails after
 * `seconds` with the last error or value.
 */
export async function waitFor<T>(condition: () => T | Promise<T>, seconds = 30): Promise<NonNullable<T>> {
  const began = Date.now();
  for (;;) {
    let last: unknown;
    try {
      const value = await condition();
      if (value) return value;
      last = value;
    } catch (error) {
      last = error;
    }
    const waited = Date.now() - began;
    if (waited > seconds * 1000)
      throw new Error(`waited ${seconds} s in vain for ${condition.toString()}`, { cause: last });
    await pause(Math.min(longest, Math.max(shortest, waited / 20)));
  }
}
