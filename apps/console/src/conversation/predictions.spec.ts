import type { MessageView, PredictionView } from '#contracts';
import { describe, expect, it } from 'vitest';
import { focalPrediction, predictionBehind } from './predictions.js';

const inbound = (id: string) => ({ id, kind: 'inbound' }) as MessageView;
const outbound = (id: string) => ({ id, kind: 'outbound' }) as MessageView;
const prediction = (messageId: string, decision: PredictionView['decision'], topK = 1) =>
  ({
    messageId,
    decision,
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
    ['not one without intents', by(prediction('a', 'answer'), prediction('c', 'escalate', 0)), 'a'],
  ])('shows as evidence %s', (_name, predictions, expected) => {
    expect(focalPrediction(messages, predictions, 1)?.messageId ?? null).toBe(expected);
  });

  it('shows no evidence of an episode that is over', () => {
    const predictions = by(prediction('a', 'escalate'), prediction('c', 'answer'));
    expect(focalPrediction(messages, predictions, 2)?.messageId).toBe('c');
    expect(focalPrediction(messages, predictions, 4)).toBeNull();
  });

  it('explains an answer by the message before it', () => {
    const predictions = by(prediction('a', 'answer'), prediction('c', 'answer'));
    expect(predictionBehind(messages, 1, predictions)?.messageId).toBe('a');
    expect(predictionBehind(messages, 3, predictions)?.messageId).toBe('c');
    expect(predictionBehind(messages, 0, predictions)).toBeNull();
  });
});
