import { describe, expect, it } from 'vitest';
import { auroc } from './auroc.js';
import { ece, reliability } from './calibration.js';
import { accuracy, intentScores, macroF1 } from './classification.js';
import { aurc, coverageAt, riskCoverage, type Outcome } from './selective.js';

const outcomes = (...pairs: [number, 0 | 1][]): Outcome[] =>
  pairs.map(([confidence, correct]) => ({ confidence, correct: correct === 1 }));

describe('selective prediction', () => {
  it.each<[string, [number, 0 | 1][], number]>([
    [
      'all right',
      [
        [0.9, 1],
        [0.5, 1],
      ],
      0,
    ],
    [
      'all wrong',
      [
        [0.9, 0],
        [0.5, 0],
      ],
      1,
    ],
    [
      'the wrong one last: (0 + 0 + 1/3) / 3',
      [
        [0.9, 1],
        [0.8, 1],
        [0.1, 0],
      ],
      1 / 9,
    ],
    [
      'the wrong one first: (1 + 1/2 + 1/3) / 3',
      [
        [0.9, 0],
        [0.8, 1],
        [0.1, 1],
      ],
      (1 + 1 / 2 + 1 / 3) / 3,
    ],
    [
      'a tie of right and wrong: (1/2 + 1/2) / 2',
      [
        [0.7, 1],
        [0.7, 0],
      ],
      0.5,
    ],
  ])('aurc: %s', (_, pairs, expected) => {
    expect(aurc(outcomes(...pairs))).toBeCloseTo(expected, 12);
    expect(aurc(outcomes(...[...pairs].reverse()))).toBeCloseTo(expected, 12);
  });

  it('covers as much as stays under the limit, even after a stretch above it', () => {
    const rows = outcomes([0.9, 0], [0.8, 1], [0.7, 1], [0.6, 1], [0.5, 0]);
    expect(coverageAt(rows, 0.25)).toBe(0.8);
    expect(coverageAt(rows, 0.2)).toBe(0);
    expect(coverageAt(rows, 0.4)).toBe(1);
  });

  it('has one point a distinct confidence', () => {
    expect(riskCoverage(outcomes([0.5, 0], [0.9, 1], [0.5, 1]))).toEqual([
      { threshold: 0.9, coverage: 1 / 3, risk: 0 },
      { threshold: 0.5, coverage: 1, risk: 1 / 3 },
    ]);
  });
});

describe('calibration', () => {
  it.each<[string, [number, 0 | 1][], number]>([
    [
      'sure and right',
      [
        [1, 1],
        [1, 1],
      ],
      0,
    ],
    [
      'sure and wrong',
      [
        [1, 0],
        [1, 0],
      ],
      1,
    ],
    [
      'half sure, half right',
      [
        [0.5, 1],
        [0.5, 0],
      ],
      0,
    ],
    [
      'two bins of different size',
      [
        [0.9, 1],
        [0.9, 1],
        [0.9, 0],
        [0.1, 0],
      ],
      0.75 * (0.9 - 2 / 3) + 0.25 * 0.1,
    ],
  ])('ece: %s', (_, pairs, expected) => expect(ece(outcomes(...pairs))).toBeCloseTo(expected, 12));

  it('puts certainty into the last bin', () => {
    expect(reliability(outcomes([1, 1], [0, 0]), 4).map(({ n }) => n)).toEqual([1, 0, 0, 1]);
  });
});

describe('classification', () => {
  const rows = [
    { label: 'a', predicted: 'a' },
    { label: 'a', predicted: 'b' },
    { label: 'b', predicted: 'b' },
    { label: 'c', predicted: 'a' },
  ];
  it('counts', () => {
    expect(accuracy(rows)).toBe(0.5);
    expect(intentScores(rows).map(({ intent, n, f1 }) => [intent, n, f1])).toEqual([
      ['a', 2, 0.5],
      ['b', 1, 2 / 3],
      ['c', 1, 0],
    ]);
    expect(macroF1(rows)).toBeCloseTo((0.5 + 2 / 3) / 3, 12);
  });
});

describe('auroc', () => {
  it.each<[number[], number[], number | null]>([
    [[3, 4], [1, 2], 1],
    [[1, 2], [3, 4], 0],
    [[1, 1], [1], 0.5],
    [[2, 0], [1], 0.5],
    [[0.9, 0.4], [0.5, 0.1], 0.75],
    [[], [1], null],
  ])('%j against %j', (positives, negatives, expected) => expect(auroc(positives, negatives)).toBe(expected));
});
