import { expect, it } from 'vitest';
import { wilsonInterval } from './wilson.js';

/** Newcombe, Statistics in Medicine 17 (1998), table I, method 3. */
it.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
  [29, 29, 0.883, 1],
  [0, 0, 0, 1],
])('%d of %d: from %d to %d', (n, of, low, high) => {
  const interval = wilsonInterval(n, of);
  expect(interval.low).toBeCloseTo(low, 4);
  expect(interval.high).toBeCloseTo(high, 3);
});
