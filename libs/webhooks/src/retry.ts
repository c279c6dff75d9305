/** Seconds after the first failure; each further one waits four times as long, at most half a day. */
const [first, factor, longest] = [5, 4, 43_200];
/** About a day and a half from the first attempt to the last. */
const maxAttempts = 10;

/**
 * How long to wait after the attempt with this number, from 1, has failed; null: it was the last. Up to half as long again by chance
 * (`random`, 0 to 1), so that what failed together is not tried again together.
 */
export function retryDelaySeconds(attempt: number, random: number): number | null {
  if (attempt >= maxAttempts) return null;
  return Math.min(first * factor ** (attempt - 1), longest) * (1 + random / 2);
}
