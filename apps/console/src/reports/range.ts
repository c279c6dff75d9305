import { longestReport, reportGrouping, type ReportGrouping } from '#contracts';
import { t } from '../language/t.js';

export interface ReportRange {
  /** Days, YYYY-MM-DD, both included. */
  from: string;
  to: string;
}

const dayMs = 86_400_000;

export const presets = [
  { value: '7', label: t('{count} days', { count: 7 }) },
  { value: '28', label: t('{count} days', { count: 28 }) },
  { value: '90', label: t('{count} days', { count: 90 }) },
  { value: '365', label: t('A year') },
] as const;
const usual = 28;

/** The reader's day: the workspace's may differ by one around midnight. */
export function dayOf(time: number): string {
  const date = new Date(time);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** So many days up to and with `today`. */
export function lastDays(days: number, today: string): ReportRange {
  return { from: new Date(Date.parse(today) - (days - 1) * dayMs).toISOString().slice(0, 10), to: today };
}

/** What the address says, where it says something that can be asked for; else the usual time, by day. */
export function rangeIn(search: URLSearchParams, today: string): ReportRange & { by: ReportGrouping } {
  const by = reportGrouping.safeParse(search.get('by'));
  const range = { from: search.get('from') ?? '', to: search.get('to') ?? '' };
  return {
    ...(problemOf(range) === null ? range : lastDays(usual, today)),
    by: by.success ? by.data : 'day',
  };
}

/** Why a range cannot be asked for; null: it can. */
export function problemOf({ from, to }: ReportRange): string | null {
  const days = (Date.parse(to) - Date.parse(from)) / dayMs + 1;
  if (Number.isNaN(days)) return t('Choose both days.');
  if (days < 1) return t('The first day is after the last one.');
  return days > longestReport ? t('Choose at most {longestReport} days.', { longestReport }) : null;
}

/** The preset that it is, if it is one. */
export function presetOf({ from, to }: ReportRange, today: string): string {
  const days = String((Date.parse(to) - Date.parse(from)) / dayMs + 1);
  return to === today && presets.some(({ value }) => value === days) ? days : 'own';
}

/** Of a range that ends within the last day, the youngest episodes may still turn out differently. */
export function isFresh({ to }: ReportRange, today: string): boolean {
  return Date.parse(to) >= Date.parse(today) - dayMs;
}
