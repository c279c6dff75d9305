import { expect, it } from 'vitest';
import { thresholdOf } from './threshold.js';

it.each<[string, Parameters<typeof thresholdOf>[1], number]>([
  ['a certified one, stricter than the model', { certified: 0.9, certifiedOnly: false }, 0.9],
  ['a certified one, laxer than the model', { certified: 0.4, certifiedOnly: true }, 0.4],
  ['none certified: the model’s own', { certified: null, certifiedOnly: false }, 0.7],
  [
    'only a certified one may serve, and there is none: above every confidence',
    { certified: null, certifiedOnly: true },
    2,
  ],
])('%s', (_, rule, expected) => expect(thresholdOf(0.7, rule)).toBe(expected));
