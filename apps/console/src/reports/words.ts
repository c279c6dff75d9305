import type { Durations, Proportion, ReportGrouping } from '#contracts';
import { percent } from '../ui/format.js';
import { t } from '../language/t.js';

const none = '–';

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
  if (total < 60) return `${total} s`;
  if (total < 3600) return parts(total, 60, 'min', 1, 's');
  if (total < 86_400) return parts(total, 3600, 'h', 60, 'min');
  return parts(total, 86_400, 'd', 3600, 'h');
}

/** In one unit, for a glance. */
export function roughly(seconds: number | null): string {
  if (seconds === null || seconds < 90) return durationText(seconds);
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}

function parts(total: number, large: number, largeUnit: string, small: number, smallUnit: string): string {
  const rest = Math.floor((total % large) / small);
  return `${Math.floor(total / large)} ${largeUnit}${rest > 0 ? ` ${rest} ${smallUnit}` : ''}`;
}

/** What half of them and nine of ten took. */
export function durationsText({ median, p90 }: Durations): string {
  return median === null
    ? 'nothing yet'
    : t('{median}, nine of ten within {p90}', { median: durationText(median), p90: durationText(p90) });
}

/** A day as "3 Mar"; everything else has its title. */
export function groupTitle(by: ReportGrouping, title: string): string {
  if (by !== 'day') return title;
  return new Date(t('{title}T12:00:00', { title })).toLocaleDateString(undefined, { day: 'numeric', month: 'short' });
}

export const groupings: { value: ReportGrouping; label: string; column: string }[] = [
  { value: 'day', label: t('Day'), column: t('Day') },
  { value: 'hour', label: t('Hour'), column: t('Hour of the day') },
  { value: 'intent', label: t('Intent'), column: t('Intent') },
  { value: 'agent', label: t('Agent'), column: t('Agent') },
];
