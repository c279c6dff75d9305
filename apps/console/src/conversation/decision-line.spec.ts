import { decisionKind, decisionRule, type DecisionEvidence, type PredictionView } from '#contracts';
import { describe, expect, it } from 'vitest';
import { decisionLine, evidenceLines, requestLines } from './decision-line.js';

const titles: Record<string, string> = {
  return_item: 'Return an item',
  exchange: 'Exchange an item',
  refund: 'Refund status',
};
const titleOf = (name: string) => titles[name] ?? name;
const evidence: DecisionEvidence = {
  ...{ language: 'en', topics: [], acts: [], readAfterPrevious: false, slots: [], options: [], requests: [] },
};
const ranked = (...guesses: [string, number][]) => guesses.map(([intent, confidence]) => ({ intent, confidence }));
const prediction = (patch: Partial<PredictionView>): PredictionView => ({
  ...{ messageId: '', modelVersionId: null, decision: 'escalate', rule: null, reason: null, intent: null },
  ...{ confidence: patch.topK?.[0]?.confidence ?? 0, oosScore: 0.56, topK: [], threshold: 0.798, evidence },
  ...patch,
});

describe('decisionLine', () => {
  it.each<[string, Partial<PredictionView>]>([
    [
      'Answered: Return an item, 97 in 100; second: Exchange an item',
      {
        decision: 'answer',
        rule: 'confident',
        intent: 'return_item',
        topK: ranked(['return_item', 0.979], ['exchange', 0.01]),
      },
    ],
    [
      'Answered: Refund status, by the reply to the bot’s question',
      { decision: 'answer', rule: 'question_answered', intent: 'refund', topK: ranked(['exchange', 0.12]) },
    ],
    [
      'Asked which one is meant: Return an item or Exchange an item',
      { decision: 'clarify', rule: 'close_intents', topK: ranked(['return_item', 0.48], ['exchange', 0.41]) },
    ],
    [
      'Asked which one is meant: Return an item, Exchange an item, or Refund status',
      {
        ...{ decision: 'clarify', rule: 'close_intents', topK: ranked(['return_item', 0.48], ['exchange', 0.41]) },
        evidence: { ...evidence, options: ['return_item', 'exchange', 'refund'] },
      },
    ],
    [
      'Asked whether it is about this: Refund status',
      {
        ...{ decision: 'clarify', rule: 'close_intents', topK: ranked(['refund', 0.62], ['exchange', 0.03]) },
        evidence: { ...evidence, options: ['refund'] },
      },
    ],
    [
      'Asked for what is missing: Refund status, 91 in 100',
      { decision: 'ask_slot', rule: 'slot_missing', intent: 'refund', topK: ranked(['refund', 0.91]) },
    ],
    [
      'Asked for what is missing: Refund status',
      { decision: 'ask_slot', rule: 'slot_missing', intent: 'refund', topK: ranked(['exchange', 0.12]) },
    ],
    ['Several requests: all answered', { decision: 'answer', rule: 'several_requests' }],
    ['Several requests: people see to what the bot could not answer', { rule: 'several_requests' }],
    ['Small talk', { decision: 'small_talk', rule: 'small_talk', topK: ranked(['refund', 0.2]) }],
    [
      'Handed over: fire, Recalls (always goes to people)',
      { rule: 'sensitive_topic', reason: 'sensitive_topic', evidence: { ...evidence, topics: ['fire', 'Recalls'] } },
    ],
    [
      'Handed over: not sure enough — best guess Refund status, 79 in 100, answers from 80 in 100',
      { rule: 'not_confident', reason: 'low_confidence', topK: ranked(['refund', 0.7979]) },
    ],
    [
      'Handed over: not sure enough — best guess Refund status, 79 in 100, answers nothing yet',
      { rule: 'not_confident', reason: 'low_confidence', topK: ranked(['refund', 0.79]), threshold: 2 },
    ],
    [
      'Handed over: not sure enough — best guess Refund status, less than 1 in 100',
      { rule: 'not_confident', reason: 'low_confidence', topK: ranked(['refund', 0.004]), threshold: null },
    ],
    ['Handed over: unlike anything it has learned', { rule: 'out_of_scope', topK: ranked(['refund', 0.54]) }],
    [
      'Handed over: Refund status, 91 in 100, which people answer',
      { rule: 'not_automated', topK: ranked(['refund', 0.91]) },
    ],
    [
      'Handed over: no approved answer in German',
      { rule: 'other_language', reason: 'other_language', evidence: { ...evidence, language: 'de' } },
    ],
    ['Handed over: no progress', { rule: null, reason: 'repeated_failure' }],
    ['Handed over: sensitive topic', { rule: 'of_tomorrow' as 'upset', reason: 'sensitive_topic' }],
    ['Answered', { decision: 'answer', rule: null, topK: ranked(['refund', 0.9]) }],
  ])('%s', (line, patch) => expect(decisionLine(prediction(patch), titleOf)).toBe(line));

  it.each(decisionRule.options)('says one thing of %s, with one number at most, whatever is known', (rule) => {
    for (const decision of decisionKind.options) {
      for (const topK of [[], ranked(['refund', 0.54], ['exchange', 0.2])]) {
        const line = decisionLine(prediction({ decision, rule, topK, evidence: null, threshold: null }), titleOf);
        expect(line).toMatch(/^[A-Z]\w+( \w+)*(: [^\s%,;:][^%]*)?$/);
        expect(line.match(/\d+ in 100/g)?.length ?? 0).toBeLessThanOrEqual(1);
        expect(line).not.toContain('_');
      }
    }
  });
});

describe('beside the line', () => {
  it('each request of several has its own', () => {
    const request = { from: 0, to: 9, confidence: 0.93 };
    const requests: DecisionEvidence['requests'] = [
      { ...request, intent: 'return_item', kind: 'answer', rule: 'confident' },
      { ...request, intent: 'refund', kind: 'ask_slot', rule: 'slot_missing' },
      { ...request, intent: 'refund', kind: 'escalate', rule: 'out_of_scope' },
    ];
    expect(requestLines(prediction({ evidence: { ...evidence, requests } }), titleOf)).toEqual([
      'Return an item, 93 in 100: answered',
      'Refund status, 93 in 100: asked for what is missing',
      'Unlike anything it has learned: for people',
    ]);
    expect(requestLines(prediction({ evidence: null }), titleOf)).toEqual([]);
  });

  it('stands what else the bot went by', () => {
    const all = { ...evidence, readAfterPrevious: true, slots: ['orderId', 'email'], language: 'fr' };
    expect(evidenceLines(prediction({ evidence: all }))).toEqual([
      'Read together with the customer’s message before it.',
      'Known by then: orderId, email.',
      'Language: French.',
    ]);
    expect(evidenceLines(prediction({ evidence: null }))).toEqual([]);
  });
});
