import type { BusinessHours } from '#contracts';
import { t } from '../language/t.js';

/** When people are there, as the console shows it. Clock times are compared as text: they are all HH:MM. Pure. */
export type Span = BusinessHours['week'][number];

/** Monday is 1. */
export const days = [
  t('Monday'),
  t('Tuesday'),
  t('Wednesday'),
  t('Thursday'),
  t('Friday'),
  t('Saturday'),
  t('Sunday'),
] as const;

export function spansOf(week: Span[], day: number): Span[] {
  return week.filter((span) => span.day === day).sort((a, b) => a.from.localeCompare(b.from));
}

/** What is wrong with the spans of a day; null: nothing. */
export function problemOf(spans: Span[]): string | null {
  if (spans.some(({ from, to }) => from === '' || to === '')) return t('Give both times of each span.');
  if (spans.some(({ from, to }) => from >= to)) return t('A span ends after it begins. Write 00:00 for midnight.');
  const sorted = [...spans].sort((a, b) => a.from.localeCompare(b.from));
  if (sorted.some((span, index) => index > 0 && span.from < sorted[index - 1]!.to)) return t('These spans overlap.');
  return null;
}

/** What a clock on the wall there shows. */
interface LocalTime {
  date: string;
  /** Monday is 1. */
  day: number;
  time: string;
}

function localTime(instant: Date, timeZone: string): LocalTime {
  // Swedish writes dates as ISO 8601 does.
  const [date, time] = instant
    .toLocaleString('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
    .split(' ') as [string, string];
  return { date, time, day: weekday(date) };
}

function weekday(date: string): number {
  return new Date(`${date}T00:00Z`).getUTCDay() || 7;
}

function dayAfter(date: string, n: number): string {
  const later = new Date(`${date}T00:00Z`);
  later.setUTCDate(later.getUTCDate() + n);
  return later.toISOString().slice(0, 10);
}

/** Looks so far ahead for the next opening. */
const horizon = 60;

/** Whether people are there, and until when or from when; `written` is how the reader writes times. */
export function opening(
  hours: BusinessHours,
  instant: Date,
  written: (time: string) => string,
): { open: boolean; words: string } {
  if (hours.week.length === 0) return { open: true, words: t('Open around the clock') };
  const now = localTime(instant, hours.timeZone);
  const on = (date: string) =>
    hours.holidays.some((holiday) => holiday.date === date) ? [] : spansOf(hours.week, weekday(date));

  const present = on(now.date).find(({ from, to }) => from <= now.time && now.time < to);
  if (present)
    return {
      open: true,
      words:
        present.to === '24:00'
          ? t('Open now, until midnight')
          : t('Open now, until {time}', { time: written(present.to) }),
    };

  const closed = hours.holidays.find(({ date }) => date === now.date)?.name;
  const why = closed ? t('Closed now ({closed})', { closed }) : t('Closed now');
  for (let n = 0; n <= horizon; n++) {
    const date = dayAfter(now.date, n);
    const next = on(date).find(({ from }) => n > 0 || from > now.time);
    if (!next) continue;
    const day = n === 0 ? t('today') : n === 1 ? t('tomorrow') : (n < 7 && days[weekday(date) - 1]) || date;
    return { open: false, words: t('{why}, opens {day} at {from}', { why, day, from: written(next.from) }) };
  }
  return { open: false, words: why };
}

/** The same span from Monday to Friday and nothing else, which the short form can show; null: something richer. */
export function asWeekdays(week: Span[]): { from: string; to: string } | null {
  const [first] = week;
  const same = week.every(({ from, to }) => from === first?.from && to === first.to);
  const daysOf = week.map(({ day }) => day).sort();
  return first && same && daysOf.join() === '1,2,3,4,5' ? { from: first.from, to: first.to } : null;
}

export function weekdays(from: string, to: string): Span[] {
  return [1, 2, 3, 4, 5].map((day) => ({ day, from, to }));
}
