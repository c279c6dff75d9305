import type { BusinessHours } from '#contracts';
import { describe, expect, it } from 'vitest';
import { asWeekdays, opening, problemOf, weekdays, type Span } from './opening.js';

const shop: BusinessHours = {
  timeZone: 'Europe/Berlin',
  week: [
    ...weekdays('09:00', '12:00'),
    ...weekdays('13:00', '17:30'),
    { day: 6, from: '22:00', to: '24:00' },
    { day: 7, from: '00:00', to: '02:00' },
  ],
  holidays: [
    { date: '2026-12-25', name: 'Christmas Day' },
    { date: '2026-12-24', name: 'Christmas Eve' },
  ],
};
const asIs = (time: string) => time;
const span = (from: string, to: string, day = 1): Span => ({ day, from, to });

describe('opening', () => {
  it.each([
    ['2026-11-26T08:00:00Z', 'Open now, until 12:00'], // a Thursday, 9:00 in Berlin
    ['2026-11-26T10:59:59Z', 'Open now, until 12:00'],
    ['2026-11-26T11:00:00Z', 'Closed now, opens today at 13:00'],
    ['2026-11-26T07:59:59Z', 'Closed now, opens today at 09:00'],
    ['2026-11-26T16:30:00Z', 'Closed now, opens tomorrow at 09:00'],
    ['2026-11-27T17:00:00Z', 'Closed now, opens tomorrow at 22:00'],
    ['2026-11-28T22:59:59Z', 'Open now, until midnight'],
    ['2026-11-28T23:00:00Z', 'Open now, until 02:00'],
    ['2026-11-29T01:00:00Z', 'Closed now, opens tomorrow at 09:00'],
    // Summer time: the same wall clock is an hour earlier in UTC, and 2:00 to 3:00 did not exist on that Sunday.
    ['2026-07-06T07:00:00Z', 'Open now, until 12:00'],
    ['2026-03-29T00:59:00Z', 'Open now, until 02:00'],
    ['2026-03-29T01:00:00Z', 'Closed now, opens tomorrow at 09:00'],
    ['2026-12-24T09:00:00Z', 'Closed now (Christmas Eve), opens Saturday at 22:00'],
    ['2026-12-25T09:00:00Z', 'Closed now (Christmas Day), opens tomorrow at 22:00'],
  ])('at %s: %s', (instant, words) => {
    expect(opening(shop, new Date(instant), asIs)).toEqual({ open: words.startsWith('Open'), words });
  });

  it('is open around the clock without spans, even on a holiday', () => {
    const always = { ...shop, week: [] };
    expect(opening(always, new Date('2026-12-25T03:00:00Z'), asIs)).toEqual({
      open: true,
      words: 'Open around the clock',
    });
  });

  it('names the date of an opening beyond a week, and none beyond its horizon', () => {
    const christmas = Array.from({ length: 80 }, (_, n) => ({
      date: new Date(Date.UTC(2026, 11, 1 + n)).toISOString().slice(0, 10),
      name: 'Refit',
    }));
    const now = new Date('2026-12-10T09:00:00Z');
    expect(opening({ ...shop, holidays: christmas.slice(0, 20) }, now, asIs).words).toBe(
      'Closed now (Refit), opens 2026-12-21 at 09:00',
    );
    expect(opening({ ...shop, holidays: christmas }, now, asIs).words).toBe('Closed now (Refit)');
  });
});

describe('spans of a day', () => {
  it.each<[Span[], RegExp | null]>([
    [[], null],
    [[span('09:00', '12:00'), span('12:00', '17:00')], null],
    [[span('12:00', '17:00'), span('09:00', '12:00')], null],
    [[span('00:00', '24:00')], null],
    [[span('09:00', '12:30'), span('12:00', '17:00')], /overlap/],
    [[span('12:00', '17:00'), span('09:00', '12:01')], /overlap/],
    [[span('17:00', '09:00')], /after it begins/],
    [[span('09:00', '09:00')], /after it begins/],
    [[span('', '09:00')], /both times/],
  ])('%j', (spans, problem) => {
    if (problem) expect(problemOf(spans)).toMatch(problem);
    else expect(problemOf(spans)).toBeNull();
  });

  it.each<[Span[], { from: string; to: string } | null]>([
    [weekdays('09:00', '17:00'), { from: '09:00', to: '17:00' }],
    [weekdays('09:00', '17:00').reverse(), { from: '09:00', to: '17:00' }],
    [weekdays('09:00', '17:00').slice(1), null],
    [[...weekdays('09:00', '17:00'), span('09:00', '17:00', 6)], null],
    [[...weekdays('09:00', '17:00').slice(1), span('08:00', '17:00')], null],
    [[], null],
  ])('%j in the short form is %j', (week, short) => {
    expect(asWeekdays(week)).toEqual(short);
  });
});
