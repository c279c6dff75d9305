import { describe, expect, it } from 'vitest';
import { decisionKind, decisionRule, type TriedMessage } from '#contracts';
import { decisionWords } from './decision-words.js';

const reading: NonNullable<TriedMessage['reading']> = {
  intent: 'order_status',
  title: 'Order status',
  confidence: 0.61,
  oosScore: 0.12,
  topK: [
    { intent: 'order_status', title: 'Order status', confidence: 0.61 },
    { intent: 'cancel_order', title: 'Cancel an order', confidence: 0.3 },
  ],
  threshold: 0.8499,
};
const decided = (rule: string, kind = 'escalate') => ({
  decision: { kind, rule, reason: null, text: null },
  reading,
});

describe('decisionWords', () => {
  it.each(decisionRule.options)('has words for %s, with and without a reading', (rule) => {
    for (const words of [decisionWords(decided(rule)), decisionWords({ ...decided(rule), reading: null })]) {
      expect(words.title).toMatch(/^It /);
      expect(words.because).toMatch(/^[A-Z“].*\.$/);
      expect(words.because).not.toContain(rule);
    }
  });

  it.each([
    ['confident', /61% sure of “Order status”, answers from 84% up/],
    ['not_confident', /only 61% sure of “Order status” and answers from 84% up/],
    ['close_intents', /“Order status” and “Cancel an order”/],
    ['out_of_scope', /unlike anything that it has learned/],
    ['not_automated', /no approved answer/],
  ])('%s says what it looked at', (rule, because) => {
    expect(decisionWords(decided(rule)).because).toMatch(because);
  });

  it('says of no model what to do', () => {
    expect(decisionWords({ ...decided('model_silent'), reading: null }).because).toMatch(/Train the first one/);
  });

  it('says that an action is not called here', () => {
    expect(decisionWords(decided('confident', 'act'))).toMatchObject({
      title: expect.stringContaining('system') as string,
      because: expect.stringMatching(/Here no system is asked\.$/) as string,
    });
  });

  it.each(decisionKind.options)('knows the kind %s where the rule is of a later version', (kind) => {
    const { title, because } = decisionWords(decided('of_tomorrow', kind));
    expect(title).toMatch(/^It /);
    expect(because).toContain('of_tomorrow');
  });
});
