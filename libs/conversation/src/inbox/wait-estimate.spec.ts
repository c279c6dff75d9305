import { describe, expect, it } from 'vitest';
import { estimateWait } from './wait-estimate.js';

describe('estimateWait', () => {
  it.each([
    ['next, ten an hour', 1, 10, { from: 2, to: 13 }],
    ['third, thirty an hour', 3, 30, { from: 3, to: 11 }],
    ['next, a busy shop', 1, 200, { from: 1, to: 2 }],
    ['far behind is told more exactly', 40, 60, { from: 34, to: 51 }],
    ['too few served to say', 1, 4, null],
    ['hours are not told', 60, 12, null],
  ])('%s', (_, position, served, expected) => {
    expect(estimateWait(position, served, 60)).toEqual(expected);
  });

  it('nine in ten wait no longer than it says, whatever the true rate', () => {
    let state = 1;
    const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
    const gap = (perMinute: number) => -Math.log(1 - random()) / perMinute;
    for (const perMinute of [0.2, 0.5, 2]) {
      let told = 0;
      let later = 0;
      for (let n = 0; n < 4000; n++) {
        let served = 0;
        for (let at = gap(perMinute); at < 60; at += gap(perMinute)) served += 1;
        const position = 1 + (n % 6);
        const estimate = estimateWait(position, served, 60);
        if (!estimate) continue;
        let wait = 0;
        for (let k = 0; k < position; k++) wait += gap(perMinute);
        told += 1;
        if (wait > estimate.to) later += 1;
      }
      expect(told).toBeGreaterThan(3000);
      expect(later / told).toBeLessThan(0.12);
    }
  });
});
