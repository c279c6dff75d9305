import type { WaitEstimate } from '#contracts';

/** With fewer people served than this the rate says nothing. */
const fewestServed = 5;
/** Beyond this nobody is told a number, minutes. */
const longest = 120;
/** Standard normal quantiles: the wait is shorter than `from` for one in four, and longer than `to` for one in ten. */
const low = -0.674;
const high = 1.282;

/**
 * How long the one at `position` will wait where `served` were served in the last `minutes`, minutes; null where that is not known. The rate is
 * as uncertain as the number of served is small, and so is the time until `position` more are served: a log-normal with the
 * mean of both and their relative variances, 1/position and 1/served, added.
 */
export function estimateWait(position: number, served: number, minutes: number): WaitEstimate | null {
  if (served < fewestServed) return null;
  const variance = Math.log(1 + 1 / position + 1 / served);
  const median = ((position * minutes) / served) * Math.exp(-variance / 2);
  const at = (quantile: number) => median * Math.exp(quantile * Math.sqrt(variance));
  const from = Math.max(1, Math.floor(at(low)));
  const to = Math.max(from + 1, Math.ceil(at(high)));
  return to > longest ? null : { from, to };
}
