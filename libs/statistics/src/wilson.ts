/** The normal quantile of a two-sided 95 % interval. */
const z = 1.959964;

/**
 * 95 % interval of the probability behind `n` cases `of` so many, 0 to 1. Wilson, "Probable inference, the law of succession, and
 * statistical inference", Journal of the American Statistical Association 22 (1927). Of none: anything.
 */
export function wilsonInterval(n: number, of: number): { low: number; high: number } {
  if (of === 0) return { low: 0, high: 1 };
  const p = n / of;
  const centre = p + (z * z) / (2 * of);
  const spread = z * Math.sqrt((p * (1 - p) + (z * z) / (4 * of)) / of);
  const scale = 1 + (z * z) / of;
  return { low: Math.max(0, (centre - spread) / scale), high: Math.min(1, (centre + spread) / scale) };
}
