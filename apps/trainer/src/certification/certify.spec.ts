import { describe, expect, it } from 'vitest';
import type { Certification, RiskLimits } from '#contracts';
import type { TestSetOutcome } from '#model-registry';
import { liveTestSetShare } from '../dataset/test-set.js';
import { certify, certifyAll } from './certify.js';

const limits = { riskLimit: 0.05, confidenceLevel: 0.9 };
/** `n` messages of one confidence, every `nth` of them wrong. */
const messages = (n: number, confidence: number, nth = Infinity): TestSetOutcome[] =>
  Array.from({ length: n }, (_, i) => ({ confidence, correct: (i + 1) % nth !== 0, oos: false }));
const certified = (threshold: number, coverage: number): Certification => ({ state: 'certified', threshold, coverage });
const missing = (messages: number): Certification => ({
  state: 'too_few_labels',
  missingLabels: Math.ceil(messages / liveTestSetShare),
});

describe('certify', () => {
  it.each<[string, TestSetOutcome[], Partial<RiskLimits>, Certification]>([
    ['no message: all are missing', [], {}, missing(57)],
    ['few messages, however right', messages(30, 0.9), {}, missing(45 - 30)],
    ['enough messages without an error', messages(60, 0.9), {}, certified(0.9, 1)],
    [
      'the sure ones right, the others wrong',
      [...messages(150, 0.9), ...messages(50, 0.3, 1)],
      {},
      certified(0.9, 0.75),
    ],
    ['no error at either confidence', [...messages(100, 0.95), ...messages(100, 0.9)], {}, certified(0.9, 1)],
    ['a laxer limit lets more through', messages(200, 0.6, 8), { riskLimit: 0.2 }, certified(0.6, 1)],
    [
      'a limit that even odds keep: none below them is answered',
      [...messages(60, 0.9), ...messages(40, 0.3, 2)],
      { riskLimit: 0.4 },
      certified(0.5, 0.6),
    ],
    ['a stricter limit needs more', messages(60, 0.9), { riskLimit: 0.01 }, missing(230 - 60)],
    ['more certainty needs more', messages(54, 0.9), { confidenceLevel: 0.99 }, missing(90 - 54)],
    [
      'the surest third right, but too few to be tested by themselves',
      [...messages(20, 0.9), ...messages(40, 0.5, 2)],
      {},
      missing(250 - 60),
    ],
    ['the surest ones wrong too often', messages(400, 0.9, 5), {}, { state: 'too_often_wrong' }],
  ])('%s', (_, outcomes, changed, expected) => {
    expect(certify(outcomes, { ...limits, ...changed })).toEqual(expected);
  });
});

it('certifies at all limits that people may choose, and at the present ones', () => {
  const outcomes = messages(100, 0.9);
  const table = certifyAll(outcomes, { riskLimit: 0.04, confidenceLevel: 0.9 });
  expect(table).toHaveLength(11 * 5);
  for (const { limits, result } of table) expect(result).toEqual(certify(outcomes, limits));
});
