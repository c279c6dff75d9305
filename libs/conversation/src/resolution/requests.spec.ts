import { expect, it } from 'vitest';
import type { DecisionKind, DecisionRule } from '#contracts';
import { requestsOf, type ReadMessage } from './requests.js';

const requests = [
  { from: 0, to: 11, intent: 'order_status', confidence: 0.9, kind: 'answer', rule: 'confident' },
  { from: 16, to: 25, intent: 'refund', confidence: 0.4, kind: 'escalate', rule: 'not_confident' },
] as const;

function said(text: string, kind: DecisionKind, rule: DecisionRule, confidence: number, parts = 0): ReadMessage {
  return {
    ...{ messageId: text, text, wasRead: true },
    decision: { kind, rule, threshold: 0.8, requests: requests.slice(0, parts) },
    prediction: { confidence, oosScore: 0.1, topK: [{ intent: 'order_status', confidence }] },
  };
}
const toPeople = (text: string): ReadMessage => ({
  messageId: text,
  text,
  wasRead: false,
  decision: null,
  prediction: null,
});
const person = said('get me a human', 'escalate', 'person_asked_for', 0.9);
const two = said('where is it and I want it back', 'escalate', 'several_requests', 0.6, 2);

it.each<[string, ReadMessage[], [text: string, sureOf: string | null][]]>([
  ['what the bot was sure of', [said('where is it', 'answer', 'confident', 0.8)], [['where is it', 'order_status']]],
  ['what it was unsure of', [said('where is it', 'escalate', 'not_confident', 0.79)], [['where is it', null]]],
  ['unsure by its rule', [said('where is it', 'escalate', 'out_of_scope', 0.99)], [['where is it', null]]],
  [
    'sure, but not allowed to answer',
    [said('where is it', 'escalate', 'not_automated', 0.9)],
    [['where is it', 'order_status']],
  ],
  [
    'the question, not the call for a person',
    [said('where is it', 'answer', 'confident', 0.9), person],
    [['where is it', 'order_status']],
  ],
  ['nothing where nobody said what it is about', [person], []],
  ['what people were told', [person, toPeople('my lamp flickers')], [['my lamp flickers', null]]],
  [
    'two requests of one message',
    [two],
    [
      ['where is it', 'order_status'],
      ['I want it', null],
    ],
  ],
])('asks about %s', (_, inbound, asked) => {
  const subjects = requestsOf(inbound).filter(({ isSubject }) => isSubject);
  expect(subjects.map(({ text, sureOf }) => [text, sureOf])).toEqual(asked);
});

it('lets every message be chosen instead', () => {
  expect(requestsOf([two, person, toPeople('hm')]).map(({ text }) => text)).toEqual([
    ...['where is it', 'I want it', 'get me a human', 'hm'],
  ]);
});
