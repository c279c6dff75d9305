import { describe, expect, it } from 'vitest';
import type { LimitOption, RiskLimits } from '#contracts';
import { effectWords, limitLabel, partsOf, previewOf } from './risk-limit-words.js';

const effect = { threshold: 0.8049, coverage: 0.71, expectedWrong: 2.2 };

describe('effectWords', () => {
  it.each<[string, Partial<typeof effect>, string]>([
    ['plain', {}, 'answers from 80 in 100; of 100 messages like yours it answers 71, about 2 of them wrongly.'],
    [
      'a whole percent stays',
      { threshold: 0.29 },
      'answers from 29 in 100; of 100 messages like yours it answers 71, about 2 of them wrongly.',
    ],
    [
      'few wrong',
      { expectedWrong: 0.4 },
      'answers from 80 in 100; of 100 messages like yours it answers 71, fewer than one of them wrongly.',
    ],
    [
      'none wrong',
      { expectedWrong: 0 },
      'answers from 80 in 100; of 100 messages like yours it answers 71, none of them wrongly as far as is known.',
    ],
    [
      'hardly any',
      { coverage: 0.004, expectedWrong: 0 },
      'answers from 80 in 100; of 100 messages like yours it answers fewer than one, none of them wrongly as far as is known.',
    ],
    ['nothing', { coverage: 0, expectedWrong: 0, threshold: 2 }, 'answers nothing; all messages go to people.'],
  ])('%s', (_, changed, words) => expect(effectWords({ ...effect, ...changed })).toBe(words));
});

it('the parts of the picture are 100 messages', () => {
  const { right, wrong, people } = partsOf(effect);
  expect([right, wrong, people].map((part) => part.toFixed(1))).toEqual(['68.8', '2.2', '29.0']);
});

describe('previewOf', () => {
  const limits: RiskLimits = { riskLimit: 0.05, confidenceLevel: 0.9, certifiedOnly: false };
  const preview = (certification: LimitOption['certification'], changed: Partial<RiskLimits> = {}) =>
    previewOf(
      { options: [{ ...effect, riskLimit: 0.05, confidenceLevel: 0.9, certification }] },
      { ...limits, ...changed },
    );
  const few = { state: 'too_few_labels', missingLabels: 66 } as const;

  it.each<[string, LimitOption['certification'], RegExp | null]>([
    ['certified', { state: 'certified', threshold: 0.8, coverage: 0.71 }, null],
    ['too few labels', few, /^Not proved yet: about 66 more labelled messages/],
    ['too often wrong', { state: 'too_often_wrong' }, /^Not proved: .* will not do\.$/],
    ['not tested, none at stricter limits', { state: 'pending', threshold: null }, /^Not tested yet/],
    ['not tested, proved at stricter limits', { state: 'pending', threshold: 0.8 }, null],
  ])('%s', (_, certification, unproved) => {
    const { unproved: said, effect: shown } = preview(certification)!;
    if (unproved) expect(said).toMatch(unproved);
    else expect(said).toBeNull();
    expect(shown).toMatchObject(effect);
  });

  it('answers nothing where only a certified threshold may serve and there is none', () => {
    expect(preview(few, { certifiedOnly: true })!.effect.coverage).toBe(0);
    const certified = { state: 'certified', threshold: 0.8, coverage: 0.71 } as const;
    expect(preview(certified, { certifiedOnly: true })!.effect).toMatchObject(effect);
  });

  it('has nothing to say of limits that are not on offer', () => {
    expect(preview(few, { riskLimit: 0.07 })).toBeNull();
  });
});

it.each([
  [0.005, '0.5%'],
  [0.05, '5%'],
  [0.07, '7%'],
  [0.999, '99.9%'],
])('%d is %s', (share, label) => expect(limitLabel(share)).toBe(label));
