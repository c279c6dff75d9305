import { describe, expect, it } from 'vitest';
import { ago, clock, dayName, initials, likelihood, percent, readable } from './format.js';

const now = new Date(2026, 10, 24, 12, 0, 0).getTime();
const before = (milliseconds: number) => new Date(now - milliseconds).toISOString();

describe('format', () => {
  it.each([
    [0, 'now'],
    [-5_000, 'now'],
    [59_000, 'now'],
    [60_000, '1m'],
    [3_599_000, '59m'],
    [3_600_000, '1h'],
    [86_399_000, '23h'],
  ])('%i ms ago is %s', (milliseconds, expected) => {
    expect(ago(before(milliseconds), now)).toBe(expected);
  });

  it.each([
    [24_000, '0:24'],
    [24_999, '0:24'],
    [-1, '0:00'],
    [723_000, '12:03'],
    [3_765_000, '1:02:45'],
  ])('%i ms on the clock is %s', (milliseconds, expected) => {
    expect(clock(milliseconds)).toBe(expected);
  });

  it('names today and yesterday', () => {
    expect(dayName(before(3_600_000), now)).toBe('Today');
    expect(dayName(before(13 * 3_600_000), now)).toBe('Yesterday');
    expect(dayName(before(40 * 86_400_000), now)).toContain('2026');
  });

  it.each([
    ['Maria del Mar Ruiz', 'MR'],
    ['Visitor', 'V'],
    ['  ', '?'],
    ['🦊 fox', '🦊F'],
  ])('initials of %j are %s', (name, expected) => {
    expect(initials(name)).toBe(expected);
  });

  it('writes shares and intents for people', () => {
    expect(percent(0.914)).toBe('91%');
    expect(percent(0.0314, 1)).toBe('3.1%');
    expect([0, 0.004, 0.5, 0.998, 1].map(likelihood)).toEqual(['0%', '<1%', '50%', '>99%', '100%']);
    expect(readable('order_status')).toBe('Order status');
  });
});
