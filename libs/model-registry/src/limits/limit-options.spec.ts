import { expect, it } from 'vitest';
import type { RiskLimits } from '#contracts';
import type { Certificate, TestSetOutcome } from './certificate.js';
import { effectOf, limitOptions, type Judged } from './limit-options.js';

const messages = (n: number, confidence: number, correct: boolean): TestSetOutcome[] =>
  Array.from({ length: n }, () => ({ confidence, correct, oos: false }));
/** 200 messages: 150 right at .9, 40 at .6 of which 10 are wrong, and 10 wrong at .2. */
const outcomes = [
  ...messages(150, 0.9, true),
  ...messages(30, 0.6, true),
  ...messages(10, 0.6, false),
  ...messages(10, 0.2, false),
];
const certified = (riskLimit: number, threshold: number): Certificate => ({
  limits: { riskLimit, confidenceLevel: 0.9 },
  result: { state: 'certified', threshold, coverage: 0.75 },
});
const judged: Judged = { outcomes, table: [certified(0.05, 0.9), certified(0.2, 0.5)], provisional: 0.55 };
const present: RiskLimits = { riskLimit: 0.05, confidenceLevel: 0.9, certifiedOnly: false };

it.each<[string, Partial<RiskLimits>, number, number, number]>([
  ['certified', {}, 0.9, 0.75, 0],
  ['certified at a laxer limit', { riskLimit: 0.2 }, 0.5, 0.95, 5],
  ['not certified: held to the laxer limit', { riskLimit: 0.01 }, 0.9, 0.75, 0],
  ['not certified, and no other may serve', { riskLimit: 0.01, certifiedOnly: true }, 2, 0, 0],
])('what a limit does: %s', (_, changed, threshold, coverage, expectedWrong) => {
  expect(effectOf(judged, { ...present, ...changed })).toEqual({ threshold, coverage, expectedWrong });
});

it('offers the grid, and the present limits with it', () => {
  expect(limitOptions(judged, present)).toHaveLength(50);
  const options = limitOptions(judged, { ...present, riskLimit: 0.04, confidenceLevel: 0.85, certifiedOnly: true });
  expect(options).toHaveLength(66);
  expect(options.find((one) => one.riskLimit === 0.04 && one.confidenceLevel === 0.85)).toEqual({
    ...{ riskLimit: 0.04, confidenceLevel: 0.85, certification: { state: 'pending', threshold: null } },
    ...{ threshold: 0.9, coverage: 0.75, expectedWrong: 0 },
  });
});
