import { expect, test } from 'vitest';
import { backoff } from './backoff.js';

test('waits twice as long after each failure in a row, at most half a minute', () => {
  const waits: number[] = [];
  for (let failures = 0; failures < 9; failures += 1) waits.push(backoff(failures, 1_000).wait);
  expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
});

test('forgets earlier failures of a process that then ran for a minute', () => {
  expect(backoff(8, 60_000)).toEqual({ failures: 1, wait: 500 });
});
