import { expect, test } from 'vitest';
import { backoff } from './backoff.js';

test('waits twice as long after each failure in a row, at most half a minute', () => {
  const waits: number[] = [];
  for (let failures = 0; failures < 11; failures += 1) waits.push(backoff(failures, 1_000).wait);
  expect(waits).toEqual([100, 200, 400, 800, 1_600, 3_200, 6_400, 12_800, 25_600, 30_000, 30_000]);
});

test('forgets earlier failures of a process that then ran for a minute', () => {
  expect(backoff(8, 60_000)).toEqual({ failures: 1, wait: 100 });
});
