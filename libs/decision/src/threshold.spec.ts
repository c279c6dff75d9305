import { expect, it } from 'vitest';
import { likelyFromOf, thresholdOf } from './threshold.js';

it.each<[string, Partial<Parameters<typeof thresholdOf>[1]>, number]>([
  ['a certified one, stricter than the model', { certified: 0.9 }, 0.9],
  ['a certified one, laxer than the model', { certified: 0.6, certifiedOnly: true }, 0.6],
  ['a certified one, below even odds: these', { certified: 0.13 }, 0.5],
  ['none certified: the model’s own', {}, 0.7],
  ['none certified here, a stricter one at a laxer limit: that', { least: 0.95 }, 0.95],
  ['none certified here, a laxer one at a laxer limit: the model’s own', { least: 0.6 }, 0.7],
  ['only a certified one may serve, and there is none: above every confidence', { certifiedOnly: true }, 2],
])('%s', (_, rule, expected) =>
  expect(thresholdOf(0.7, { certified: null, least: 0, certifiedOnly: false, ...rule })).toBe(expected),
);

it('has a floor for the model’s own, too', () => {
  expect(thresholdOf(0.2, { certified: null, least: 0, certifiedOnly: false })).toBe(0.5);
});

it.each([
  [null, null, false, 0.85],
  [null, 0.9, false, 0.85],
  [null, 0.9, true, 2],
  [0.9, null, false, 2],
  [0.9, 0.88, false, 0.88],
  [0.9, 0.6, false, 0.85],
  [0.9, 0.8, true, 2],
])(
  'likely answers, certified %s, at twice the risk %s, and where only the first may serve is %s, from %s',
  (certified, likely, certifiedOnly, from) => {
    expect(likelyFromOf({ certified, likely, certifiedOnly })).toBe(from);
  },
);
