const dayMs = 86_400_000;
const iso = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;
const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/;

/** How many calendar days (UTC) lie between a date or time of ISO 8601 and now; below 0: it is to come. Null: no such date. */
export function daysAgo(text: string, now: Date): number | null {
  const trimmed = text.trim();
  if (!iso.test(trimmed)) return null;
  const time = Date.parse(trimmed.length === 10 || zoned.test(trimmed) ? trimmed : `${trimmed}Z`);
  return Number.isNaN(time) ? null : Math.floor(now.getTime() / dayMs) - Math.floor(time / dayMs);
}
