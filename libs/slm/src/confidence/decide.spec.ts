import { describe, expect, it } from 'vitest';
import { decide, type DecisionInput, type DecisionPolicy } from './decide.js';

const policy: DecisionPolicy = {
  threshold: 0.8,
  clarifyMargin: 0.15,
  oosLimit: 0.5,
  automatedIntents: new Set(['status', 'refund', 'human']),
  humanIntents: new Set(['human']),
};

function prediction(first: [string, number], second: [string, number] = ['other', 0], oosScore = 0.1): DecisionInput {
  const topK = [first, second].map(([intent, confidence]) => ({ intent, confidence }));
  return { intent: first[0], confidence: first[1], oosScore, topK };
}

describe('decide', () => {
  it.each<[string, DecisionInput, Partial<DecisionPolicy>, object]>([
    ['sure', prediction(['status', 0.9]), {}, { kind: 'answer', intent: 'status' }],
    ['just sure enough', prediction(['status', 0.8]), {}, { kind: 'answer', intent: 'status' }],
    ['unsure', prediction(['status', 0.79]), {}, { kind: 'escalate', reason: 'low_confidence' }],
    [
      'unsure, unlike anything',
      prediction(['status', 0.3], undefined, 0.9),
      {},
      { kind: 'escalate', reason: 'out_of_scope' },
    ],
    ['sure, not automated', prediction(['warranty', 0.9]), {}, { kind: 'escalate', reason: 'intent_not_automated' }],
    [
      'no list: all are automated',
      prediction(['warranty', 0.9]),
      { automatedIntents: null },
      { kind: 'answer', intent: 'warranty' },
    ],
    ['two close', prediction(['status', 0.5], ['refund', 0.4]), {}, { kind: 'clarify', intents: ['status', 'refund'] }],
    [
      'two close, unlike anything',
      prediction(['status', 0.5], ['refund', 0.4], 0.9),
      {},
      { kind: 'escalate', reason: 'out_of_scope' },
    ],
    [
      'two close, not sure of either',
      prediction(['status', 0.3], ['refund', 0.3]),
      {},
      { kind: 'escalate', reason: 'low_confidence' },
    ],
    [
      'two close, one not automated',
      prediction(['status', 0.5], ['warranty', 0.4]),
      {},
      { kind: 'escalate', reason: 'low_confidence' },
    ],
    [
      'two close, asking back turned off',
      prediction(['status', 0.4], ['refund', 0.4]),
      { clarifyMargin: 0 },
      { kind: 'escalate', reason: 'low_confidence' },
    ],
    ['asks for a person', prediction(['human', 0.4]), {}, { kind: 'escalate', reason: 'customer_request' }],
    [
      'not about a person, really',
      prediction(['human', 0.1], undefined, 0.9),
      {},
      { kind: 'escalate', reason: 'out_of_scope' },
    ],
    [
      'nothing is automated',
      prediction(['status', 1], ['refund', 1]),
      { threshold: 1.1 },
      { kind: 'escalate', reason: 'low_confidence' },
    ],
  ])('%s', (_, input, change, expected) => expect(decide(input, { ...policy, ...change })).toEqual(expected));
});
