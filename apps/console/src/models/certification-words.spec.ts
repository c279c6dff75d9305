import { describe, expect, it } from 'vitest';
import type { ThresholdPolicyView } from '#contracts';
import { certificationWords } from './certification-words.js';

const base: ThresholdPolicyView = {
  riskLimit: 0.05,
  confidenceLevel: 0.9,
  certifiedOnly: false,
  modelVersionId: '0199a2c4-0000-7000-8000-000000000001',
  certification: { state: 'certified', threshold: 0.8377, coverage: 0.72 },
  nCalibration: 1480,
  nOutOfScope: 60,
  now: { threshold: 0.8377, coverage: 0.72, expectedWrong: 2 },
  options: [],
};
const few = { state: 'too_few_labels', missingLabels: 66 } as const;
const pending = { state: 'pending', threshold: 0.8377 } as const;
const wrong = { state: 'too_often_wrong' } as const;

describe('certificationWords', () => {
  it.each<[string, Partial<ThresholdPolicyView>, number | null, string, RegExp, RegExp]>([
    ['certified', {}, 3, 'Certified', /^Version 3 .* 0\.83\.$/, /72% of the 1.480 .* 60 of them/],
    ['nothing out of scope', { nOutOfScope: 0 }, 3, 'Certified', /0\.83/, /says nothing/],
    [
      'too few labels',
      { certification: few },
      3,
      'Provisional',
      /provisionally from a confidence of 0\.83/,
      /About 66 .* missing/,
    ],
    ['the same, none may serve', { certification: few, certifiedOnly: true }, 3, 'Answers nothing', /people/, /66/],
    ['too often wrong', { certification: wrong }, 3, 'Provisional', /provisionally/, /higher limit/],
    [
      'new limits',
      { certification: pending },
      3,
      'Being certified',
      /Meanwhile version 3 .* 0\.83, certified for a stricter limit/,
      /tested on 1.480/,
    ],
    [
      'new limits, none certified before, none may serve',
      { certification: { ...pending, threshold: null }, certifiedOnly: true },
      ...([3, 'Being certified', /people/, /tested/] as const),
    ],
    ['no version yet', { certification: null }, null, 'Not judged yet', /No version/, /first version/],
    ['made before', { certification: null, now: null }, 3, 'Not judged yet', /own threshold/, /Retrain/],
  ])('%s', (_, changed, version, badge, serving, because) => {
    const words = certificationWords({ ...base, ...changed }, version);
    expect(words.badge).toBe(badge);
    expect(words.serving).toMatch(serving);
    expect(words.because).toMatch(because);
  });
});
