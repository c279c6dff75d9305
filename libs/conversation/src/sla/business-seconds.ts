import { DateTime } from 'luxon';
import type { BusinessHours } from '#contracts';

/** Shops that are closed for longer are not waited for: the promise then ends with the search. */
const maxDays = 400;

/** The instant at which `seconds` of business time have passed since `from`, by the clock of the shop, whatever summer time does to it. */
export function addBusinessSeconds({ timeZone, week, holidays }: BusinessHours, from: Date, seconds: number): Date {
  if (week.length === 0 && holidays.length === 0) return new Date(from.getTime() + seconds * 1000);
  const closed = new Set(holidays.map(({ date }) => date));
  let left = seconds * 1000;
  let day = DateTime.fromJSDate(from, { zone: timeZone }).startOf('day');
  for (let n = 0; n < maxDays; n++, day = day.plus({ days: 1 }).startOf('day')) {
    if (closed.has(day.toISODate()!)) continue;
    for (const { start, end } of spansOf(day, week)) {
      const begins = Math.max(start, from.getTime());
      if (end <= begins) continue;
      if (left <= end - begins) return new Date(begins + left);
      left -= end - begins;
    }
  }
  return day.toJSDate();
}

/** In order, ms since 1970, overlaps joined. */
function spansOf(day: DateTime, week: BusinessHours['week']): { start: number; end: number }[] {
  const at = (clock: string) => {
    const [hour, minute] = clock.split(':').map(Number) as [number, number];
    return (hour === 24 ? day.plus({ days: 1 }).startOf('day') : day.set({ hour, minute })).toMillis();
  };
  const spans = week.length === 0 ? [{ day: day.weekday, from: '00:00', to: '24:00' }] : week;
  const joined: { start: number; end: number }[] = [];
  for (const span of spans
    .filter((span) => span.day === day.weekday)
    .map(({ from, to }) => ({ start: at(from), end: at(to) }))
    .sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else joined.push(span);
  }
  return joined;
}
