import { expect, it } from 'vitest';
import { isFresh, lastDays, presetOf, problemOf, rangeIn } from './range.js';

const today = '2026-03-30';

it('the last days are counted with today, over months and changes of the clock', () => {
  expect(lastDays(7, today)).toEqual({ from: '2026-03-24', to: today });
  expect(lastDays(365, today)).toEqual({ from: '2025-03-31', to: today });
});

it.each([
  ['', { ...lastDays(28, today), by: 'day' }],
  ['from=2026-01-01&to=2026-01-31&by=hour', { from: '2026-01-01', to: '2026-01-31', by: 'hour' }],
  ['from=2026-02-01&to=2026-01-31&by=moon', { ...lastDays(28, today), by: 'day' }],
])('the address "%s" asks for a range and a grouping', (search, expected) => {
  expect(rangeIn(new URLSearchParams(search), today)).toEqual(expected);
});

it.each([
  ['2026-01-01', '2026-01-01', null],
  ['2026-01-02', '2026-01-01', 'The first day is after the last one.'],
  ['', '2026-01-01', 'Choose both days.'],
  ['2024-01-01', '2026-01-01', 'Choose at most 400 days.'],
])('%s to %s: %s', (from, to, problem) => {
  expect(problemOf({ from, to })).toBe(problem);
});

it('a preset is one up to today only', () => {
  expect(presetOf(lastDays(90, today), today)).toBe('90');
  expect(presetOf({ from: '2026-03-22', to: '2026-03-28' }, today)).toBe('own');
  expect(isFresh(lastDays(7, today), today)).toBe(true);
  expect(isFresh({ from: '2026-03-01', to: '2026-03-28' }, today)).toBe(false);
});
