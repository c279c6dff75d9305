/** The smallest of `values` that a share `p` (0 to 1) of them does not exceed: the nearest rank. 0 where there are none. */
export function percentile(values: number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)] ?? 0;
}
