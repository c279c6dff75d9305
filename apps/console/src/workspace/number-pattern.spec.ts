import { describe, expect, it } from 'vitest';
import { examplesOf } from './number-pattern.js';

describe('examples of number patterns', () => {
  it.each([
    ['', []],
    [' , ,', []],
    ['FH-#####', ['FH-40718']],
    ['#A*', ['4K0']],
    ['**', ['4K']],
    ['#####, R-AA##', ['40718', 'R-KT40']],
    ['############', ['407189365240']],
  ])('%j finds %j', (patterns, expected) => {
    expect(examplesOf(patterns)).toEqual(expected);
  });
});
