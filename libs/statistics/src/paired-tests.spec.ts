import { describe, expect, it } from 'vitest';
import { accuracyGainBound, holm, signTest } from './paired-tests.js';

describe('paired tests', () => {
  it.each([
    [0, 0, 1],
    [5, 0, 0.03125],
    [4, 1, 0.1875],
    [8, 2, 0.0546875],
    [300, 300, 0.516284],
  ])('sign test of %i wins and %i losses', (wins, losses, p) => {
    expect(signTest(wins, losses)).toBeCloseTo(p, 5);
  });

  it('the bound of the gain narrows with rows and never exceeds the gain', () => {
    expect(accuracyGainBound({ champion: 0, challenger: 0, rows: 200 })).toBeGreaterThan(-0.01);
    expect(accuracyGainBound({ champion: 3, challenger: 3, rows: 200 })).toBeLessThan(-0.02);
    expect(accuracyGainBound({ champion: 2, challenger: 12, rows: 200 })).toBeGreaterThan(0);
  });

  it('Holm rejects in order and stops at the first that holds', () => {
    const p = new Map([
      ['a', 0.01],
      ['b', 0.04],
      ['c', 0.02],
    ]);
    expect(holm(p, 0.05)).toEqual(['a', 'c', 'b']);
    expect(holm(p, 0.03)).toEqual(['a']);
  });
});
