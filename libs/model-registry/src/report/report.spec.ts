import { expect, it } from 'vitest';
import { reportOf } from './report.js';

const outcomes = (n: number, confidence: number, correct: boolean) =>
  Array.from({ length: n }, () => ({ confidence, correct, oos: false }));
const tested = [...outcomes(57, 0.95, true), ...outcomes(3, 0.95, false), ...outcomes(40, 0.35, false)];

it.each([
  [0.9, 60, 3],
  [0.3, 100, 43],
  [2, 0, 0],
])('from %d up it would answer %d of 100, %d of them wrongly', (threshold, answered, wrong) => {
  const report = reportOf(tested, threshold);
  expect(report.nTest).toBe(100);
  expect(report.answered).toBeCloseTo(answered);
  expect(report.wrong).toBeCloseTo(wrong);
});

it('draws confidence against accuracy, without bins that hold nothing', () => {
  const { reliability, riskCoverage } = reportOf(tested, 0.9);
  expect(reliability.map(({ n }) => n)).toEqual([40, 60]);
  expect(reliability[1]!.accuracy).toBeCloseTo(0.95);
  expect(riskCoverage).toEqual([
    { coverage: 0.6, risk: 0.05 },
    { coverage: 1, risk: 0.43 },
  ]);
});

it.each([1, 49, 50, 51, 1234])('draws a curve of %d confidences with at most fifty points, up to the last', (n) => {
  const { riskCoverage } = reportOf(
    Array.from({ length: n }, (_, i) => ({ confidence: i / n, correct: true, oos: false })),
    0.5,
  );
  expect(riskCoverage).toHaveLength(Math.min(n, 50));
  expect(riskCoverage.at(-1)!.coverage).toBe(1);
});
