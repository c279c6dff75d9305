import type { MessageView, PredictionView } from '#contracts';
import { describe, expect, it } from 'vitest';
import { focalPrediction } from './predictions.js';

const inbound = (id: string) => ({ id, kind: 'inbound' }) as MessageView;
const outbound = (id: string) => ({ id, kind: 'outbound' }) as MessageView;
const prediction = (
  messageId: string,
  decision: PredictionView['decision'],
  topK = 1,
  rule: PredictionView['rule'] = null,
) =>
  ({
    messageId,
    decision,
    rule,
    topK: Array.from({ length: topK }, () => ({ intent: 'returns', confidence: 0.5 })),
  }) as PredictionView;
const by = (...list: PredictionView[]) => Object.fromEntries(list.map((p) => [p.messageId, p]));

const messages = [inbound('a'), outbound('b'), inbound('c'), outbound('d'), inbound('e')].map((message, index) => ({
  ...message,
  seq: index + 1,
}));

describe('predictions', () => {
  it.each([
    ['none', {}, null],
    ['the last one', by(prediction('a', 'answer'), prediction('c', 'answer')), 'c'],
    ['the last one that escalated', by(prediction('a', 'escalate'), prediction('c', 'answer')), 'a'],
    ['not a thank-you', by(prediction('a', 'answer'), prediction('c', 'small_talk')), 'a'],
    ['a thank-you where there is nothing else', by(prediction('c', 'small_talk')), 'c'],
    [
      'not the call for a person',
      by(prediction('a', 'answer'), prediction('c', 'escalate', 1, 'person_asked_for')),
      'a',
    ],
    [
      'not a bare order number',
      by(prediction('a', 'ask_slot', 1, 'slot_missing'), prediction('c', 'answer', 1, 'question_answered')),
      'a',
    ],
    ['not one without intents', by(prediction('a', 'answer'), prediction('c', 'escalate', 0)), 'a'],
  ])('shows as evidence %s', (_name, predictions, expected) => {
    expect(focalPrediction(messages, predictions, 1)?.messageId ?? null).toBe(expected);
  });

  it('shows no evidence of an episode that is over', () => {
    const predictions = by(prediction('a', 'escalate'), prediction('c', 'answer'));
    expect(focalPrediction(messages, predictions, 2)?.messageId).toBe('c');
    expect(focalPrediction(messages, predictions, 4)).toBeNull();
  });
});
