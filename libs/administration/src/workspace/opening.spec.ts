import { describe, expect, it } from 'vitest';
import type { BusinessHours } from '#contracts';
import { isOpen } from './opening.js';

const [monday, saturday, sunday] = [1, 6, 7];
const open = (day: number, from: string, to: string) => ({ day, from, to });
const hours = (timeZone: string, week: BusinessHours['week'], ...dates: string[]): BusinessHours => ({
  timeZone,
  week,
  holidays: dates.map((date) => ({ date, name: 'Holiday' })),
});

const berlin = hours('Europe/Berlin', [open(monday, '09:00', '12:00'), open(monday, '13:00', '18:00')], '2026-04-06');
const sundays = hours('Europe/Berlin', [open(sunday, '01:00', '02:30'), open(sunday, '03:00', '04:00')]);
const night = hours('America/New_York', [open(saturday, '18:00', '24:00'), open(sunday, '00:00', '02:00')]);
const always = hours('UTC', [], '2026-12-25');

describe('isOpen', () => {
  it.each<[string, BusinessHours, string, boolean]>([
    ['winter: nine in Berlin is eight in UTC', berlin, '2026-01-05T08:00:00Z', true],
    ['a moment before', berlin, '2026-01-05T07:59:59Z', false],
    ['summer: nine in Berlin is seven in UTC', berlin, '2026-07-06T07:00:00Z', true],
    ['a moment before in summer', berlin, '2026-07-06T06:59:59Z', false],
    ['the lunch break', berlin, '2026-01-05T11:30:00Z', false],
    ['after the break', berlin, '2026-01-05T12:00:00Z', true],
    ['the end is closed already', berlin, '2026-01-05T17:00:00Z', false],
    ['a day without hours', berlin, '2026-01-06T09:00:00Z', false],
    ['a holiday, Easter Monday', berlin, '2026-04-06T08:00:00Z', false],
    ['the Monday after it', berlin, '2026-04-13T08:00:00Z', true],
    [
      'the clock goes from 02:00 to 03:00: a span ends with the hour that is not',
      sundays,
      '2026-03-29T00:59:00Z',
      true,
    ],
    ['and the next begins at once', sundays, '2026-03-29T01:00:00Z', true],
    ['the clock goes from 03:00 back to 02:00: 02:15 the first time', sundays, '2026-10-25T00:15:00Z', true],
    ['02:45 the first time', sundays, '2026-10-25T00:45:00Z', false],
    ['02:15 the second time', sundays, '2026-10-25T01:15:00Z', true],
    ['03:00', sundays, '2026-10-25T02:00:00Z', true],
    ['the last minute of a span until 24:00', night, '2026-11-15T04:59:59Z', true],
    ['midnight, where the next day goes on', night, '2026-11-15T05:00:00Z', true],
    ['02:00 of that day', night, '2026-11-15T07:00:00Z', false],
    ['Saturday in UTC, still Friday in New York', night, '2026-11-14T04:00:00Z', false],
    ['no spans: around the clock', always, '2026-12-24T23:59:59Z', true],
    ['no spans, a holiday', always, '2026-12-25T00:00:00Z', false],
  ])('%s', (_what, when, instant, expected) => {
    expect(isOpen(when, new Date(instant))).toBe(expected);
  });
});
