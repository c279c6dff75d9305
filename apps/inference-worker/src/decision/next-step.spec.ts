import { describe, expect, it } from 'vitest';
import type { ThresholdRule } from '#model-registry';
import { nextStep, thresholdOf } from './next-step.js';
import type { Shop } from '../shop.js';

describe('thresholdOf', () => {
  it.each<[string, ThresholdRule, number]>([
    ['a certified one, stricter than the model', { certified: 0.9, certifiedOnly: false }, 0.9],
    ['a certified one, laxer than the model', { certified: 0.4, certifiedOnly: true }, 0.4],
    ['none certified: the model’s own', { certified: null, certifiedOnly: false }, 0.7],
  ])('%s', (_, rule, expected) => {
    expect(thresholdOf(0.7, rule)).toBe(expected);
  });

  it('answers nothing and asks nothing back where only a certified one may serve and there is none', () => {
    const threshold = thresholdOf(0.7, { certified: null, certifiedOnly: true });
    const intent = (name: string) => ({
      id: name,
      name,
      title: name,
      automate: true,
      answer: { text: '', action: null },
    });
    const names = ['returns', 'delivery'];
    const shop: Shop = { orderApiUrl: null, intents: new Map(names.map((name) => [name, intent(name)])) };
    for (const confidence of [0.5, 1]) {
      const topK = names.map((name) => ({ intent: name, confidence }));
      const decided = nextStep(
        { text: 'send it back', decisions: [] },
        { intent: 'returns', confidence, oosScore: 0, topK },
        shop,
        { threshold, oosLimit: 0.5 },
      );
      expect(decided).toEqual({ kind: 'escalate', reason: 'low_confidence' });
    }
  });
});
