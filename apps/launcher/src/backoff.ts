/** A first end is answered at once: customers wait. */
const FIRST = 100;
const LONGEST = 30_000;
/** A process that ran this long was healthy: its next failure starts the count again. */
const HEALTHY = 60_000;

/** Milliseconds to wait before the next start, and the failures so far, after a process ended that ran `ranFor` ms. */
export function backoff(failuresBefore: number, ranFor: number): { failures: number; wait: number } {
  const failures = ranFor >= HEALTHY ? 1 : failuresBefore + 1;
  return { failures, wait: Math.min(FIRST * 2 ** (failures - 1), LONGEST) };
}
