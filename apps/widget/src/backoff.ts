/** Milliseconds before try number `attempt` (from 0): 0.5 s doubling to 8 s, spread over ±50 % so that clients do not return as one. */
export function backoff(attempt: number, random: () => number = Math.random): number {
  return Math.min(500 * 2 ** attempt, 8000) * (0.5 + random());
}
