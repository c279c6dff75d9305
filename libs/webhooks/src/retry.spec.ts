import { describe, expect, it } from 'vitest';
import { retryDelaySeconds } from './retry.js';

describe('after a failed attempt', () => {
  it.each([
    [1, 0, 5],
    [1, 1, 7.5],
    [2, 0, 20],
    [3, 0.5, 100],
    [7, 0, 20_480],
    [8, 0, 43_200],
    [9, 0, 43_200],
    [10, 0, null],
    [11, 0, null],
  ])('number %i with chance %f the next comes after %f s', (attempt, random, seconds) => {
    expect(retryDelaySeconds(attempt, random)).toBe(seconds);
  });

  it('is tried again for about a day and a half', () => {
    const waits = Array.from({ length: 9 }, (_, n) => retryDelaySeconds(n + 1, 0.5)!);
    const hours = waits.reduce((sum, wait) => sum + wait, 0) / 3600;
    expect(hours).toBeGreaterThan(30);
    expect(hours).toBeLessThan(48);
  });
});
