import { DateTime } from 'luxon';
import type { BusinessHours } from '#contracts';

/** Whether people are there at an instant, by the clock of the shop's time zone, whatever summer time does to it. */
export function isOpen({ timeZone, week, holidays }: BusinessHours, instant: Date): boolean {
  const local = DateTime.fromJSDate(instant, { zone: timeZone });
  if (holidays.some(({ date }) => date === local.toISODate())) return false;
  const clock = local.toFormat('HH:mm');
  return week.length === 0 || week.some(({ day, from, to }) => day === local.weekday && from <= clock && clock < to);
}
