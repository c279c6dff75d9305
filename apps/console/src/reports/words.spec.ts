import { expect, it } from 'vitest';
import { durationText, intervalText, roughly, shareText } from './words.js';

it.each([
  [null, '–'],
  [0.4, '0 s'],
  [59.6, '1 min'],
  [80, '1 min 20 s'],
  [3600, '1 h'],
  [5400, '1 h 30 min'],
  [100_000, '1 d 3 h'],
])('%s seconds: %s', (seconds, text) => {
  expect(durationText(seconds)).toBe(text);
});

it.each([
  [null, '–'],
  [80, '1 min 20 s'],
  [1671, '28 min'],
  [7000, '2 h'],
])('%s seconds, at a glance: %s', (seconds, text) => {
  expect(roughly(seconds)).toBe(text);
});

it('a share of nothing is none, and has no interval', () => {
  const nothing = { n: 0, of: 0, low: 0, high: 1 };
  expect([shareText(nothing), intervalText(nothing)]).toEqual(['–', '']);
  const some = { n: 41, of: 100, low: 0.319, high: 0.508 };
  expect([shareText(some), intervalText(some)]).toEqual(['41%', '32–51%']);
});
