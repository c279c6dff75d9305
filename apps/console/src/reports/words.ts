import type { Durations, Proportion, ReportGrouping } from '#contracts';
import { percent } from '../ui/format.js';
import { formatLocale, t } from '../language/t.js';

const none = '–';

const units = {
  s: (n: number) => t('{n} s', { n }),
  min: (n: number) => t('{n} min', { n }),
  h: (n: number) => t('{n} h', { n }),
  d: (n: number) => t('{n} d', { n }),
};
type Unit = keyof typeof units;

export function shareText({ n, of }: Proportion): string {
  return of === 0 ? none : percent(n / of);
}

/** "36–46%": where the share may really be, with 95 % certainty. */
export function intervalText({ of, low, high }: Proportion): string {
  return of === 0 ? '' : `${Math.round(low * 100)}–${percent(high)}`;
}

/** Seconds as people say them, in at most two units. */
export function durationText(seconds: number | null): string {
  if (seconds === null) return none;
  const total = Math.round(seconds);
  if (total < 60) return units.s(total);
  if (total < 3600) return parts(total, 60, 'min', 1, 's');
  if (total < 86_400) return parts(total, 3600, 'h', 60, 'min');
  return parts(total, 86_400, 'd', 3600, 'h');
}

/** In one unit, for a glance. */
export function roughly(seconds: number | null): string {
  if (seconds === null || seconds < 90) return durationText(seconds);
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? units.min(minutes) : units.h(Math.round(minutes / 60));
}

function parts(total: number, large: number, largeUnit: Unit, small: number, smallUnit: Unit): string {
  const rest = Math.floor((total % large) / small);
  const whole = units[largeUnit](Math.floor(total / large));
  return rest > 0 ? `${whole} ${units[smallUnit](rest)}` : whole;
}

/** What half of them and nine of ten took. */
export function durationsText({ median, p90 }: Durations): string {
  return median === null
    ? t('nothing yet')
    : t('{median}, nine of ten within {p90}', { median: durationText(median), p90: durationText(p90) });
}

/** Titles that the server gives where there is none, in the reader's words. */
const untitled: Readonly<Record<string, string>> = {
  'No intent known': t('No intent known'),
  'Deleted intent': t('Deleted intent'),
  'Closed by the bot': t('Closed by the bot'),
  'Removed agent': t('Removed agent'),
};

/** A day as "3 Mar"; everything else has its title. */
export function groupTitle(by: ReportGrouping, title: string): string {
  if (by !== 'day') return untitled[title] ?? title;
  return new Date(`${title}T12:00:00`).toLocaleDateString(formatLocale(), { day: 'numeric', month: 'short' });
}

export const groupings: { value: ReportGrouping; label: string; column: string }[] = [
  { value: 'day', label: t('Day'), column: t('Day') },
  { value: 'hour', label: t('Hour'), column: t('Hour of the day') },
  { value: 'intent', label: t('Intent'), column: t('Intent') },
  { value: 'agent', label: t('Agent'), column: t('Agent') },
];
