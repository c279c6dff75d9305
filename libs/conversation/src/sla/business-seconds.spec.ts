import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addBusinessSeconds } from './business-seconds.js';

const weekdays = [1, 2, 3, 4, 5].map((day) => ({ day, from: '09:00', to: '17:00' }));
const berlin = { timeZone: 'Europe/Berlin', week: weekdays, holidays: [{ date: '2026-12-25', name: 'Christmas' }] };
const hour = 3600;

describe('addBusinessSeconds', () => {
  it.each([
    ['within a day', '2026-11-25T10:00:00+01:00', hour, '2026-11-25T11:00:00+01:00'],
    ['to the very end of a day', '2026-11-25T16:00:00+01:00', hour, '2026-11-25T17:00:00+01:00'],
    ['over a night', '2026-11-25T16:30:00+01:00', hour, '2026-11-26T09:30:00+01:00'],
    ['from the night before', '2026-11-25T22:00:00+01:00', hour, '2026-11-26T10:00:00+01:00'],
    ['over a weekend', '2026-11-27T16:30:00+01:00', hour, '2026-11-30T09:30:00+01:00'],
    ['over a holiday and a weekend', '2026-12-24T16:30:00+01:00', hour, '2026-12-28T09:30:00+01:00'],
    ['over the weekend on which summer time begins', '2026-03-27T16:30:00+01:00', hour, '2026-03-30T09:30:00+02:00'],
    ['over the weekend on which it ends', '2026-10-23T16:30:00+02:00', hour, '2026-10-26T09:30:00+01:00'],
    ['more than a week', '2026-11-25T09:00:00+01:00', 6 * 8 * hour + 60, '2026-12-03T09:01:00+01:00'],
  ])('%s', (_, from, seconds, due) => {
    expect(addBusinessSeconds(berlin, new Date(from), seconds)).toEqual(new Date(due));
  });

  it.each([
    ['the missing hour of a spring night is not counted', '2026-03-29T01:00:00+01:00', '2026-03-29T04:00:00+02:00'],
    ['the doubled hour of an autumn night counts twice', '2026-10-25T01:00:00+02:00', '2026-10-25T02:00:00+01:00'],
  ])('%s', (_, from, due) => {
    const nights = { ...berlin, week: [{ day: 7, from: '00:00', to: '06:00' }] };
    expect(addBusinessSeconds(nights, new Date(from), 2 * hour)).toEqual(new Date(due));
  });

  it('spans that overlap count once', () => {
    const week = [...weekdays, { day: 3, from: '08:00', to: '10:00' }];
    const due = addBusinessSeconds({ ...berlin, week }, new Date('2026-11-25T08:00:00+01:00'), 3 * hour);
    expect(due).toEqual(new Date('2026-11-25T11:00:00+01:00'));
  });

  it('a shop without hours is always there; one that is never open does not hang', () => {
    const from = new Date('2026-11-25T10:00:00Z');
    const always = { timeZone: 'UTC', week: [], holidays: [] };
    expect(addBusinessSeconds(always, from, 90)).toEqual(new Date(from.getTime() + 90_000));
    const mondays = { timeZone: 'UTC', week: [{ day: 1, from: '09:00', to: '09:01' }], holidays: [] };
    expect(addBusinessSeconds(mondays, from, 30 * 86_400).getTime()).toBeGreaterThan(from.getTime());
  });

  it('adding in two steps is adding at once, and never goes back', () => {
    const time = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true });
    const seconds = fc.integer({ min: 1, max: 200_000 });
    fc.assert(
      fc.property(time, seconds, seconds, (from, a, b) => {
        const stepped = addBusinessSeconds(berlin, addBusinessSeconds(berlin, from, a), b);
        expect(stepped).toEqual(addBusinessSeconds(berlin, from, a + b));
        expect(stepped.getTime()).toBeGreaterThanOrEqual(from.getTime() + 1000 * (a + b));
      }),
      { numRuns: 40 },
    );
  });
});
