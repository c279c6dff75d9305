import { expect, it } from 'vitest';
import type { Action } from '#actions';
import { dialogueAct, sensitiveTopic } from '#contracts';
import { loneTurn, type Knowledge, type ShopIntent } from '#decision';
import { triedDecision } from './tried-decision.js';

const intent = (name: string, text: string, action: Action | null = null): [string, ShopIntent] => [
  name,
  { id: name, name, title: name, automate: true, answers: new Map([['en', { text, conditions: [], action }]]) },
];
const orderStatus: Action = {
  ...{ id: 'order', name: 'orderStatus', method: 'GET', url: 'http://shop.example/orders/{{orderNumber}}', body: '' },
  ...{ workspaceId: 'w', title: 'Order status', headerName: '', headerSecret: null },
  ...{ identity: 'public', confirmedBy: [], timeoutMs: 1000 },
  slots: [{ name: 'orderNumber', kind: 'order_number', question: '', choices: [] }],
  outputs: [{ name: 'orderStatus', path: 'status' }],
};
const shop = {
  locale: 'en',
  otherLanguages: 'people' as const,
  country: 'GB',
  topics: { disabled: [], own: [], helpLine: '' },
  orderNumberPattern: '',
  customerNumberPattern: '',
  intents: new Map([intent('refund', 'In five days.'), intent('order', 'It is {{orderStatus}}.', orderStatus)]),
};
const zeros = <K extends string>(names: readonly K[]) =>
  Object.fromEntries(names.map((name) => [name, 0])) as Record<K, number>;
const known = (name: string, confidence: number): Knowledge => ({
  reading: {
    ...{ intent: name, confidence, oosScore: 0.1, topK: [{ intent: name, confidence }] },
    ...{
      readAfterPrevious: false,
      alone: null,
      before: [],
      requests: [],
      possibleRequests: [],
      topics: zeros(sensitiveTopic.options),
      acts: zeros(dialogueAct.options),
    },
  },
  policy: { threshold: 0.8, likelyFrom: 2, oosLimit: 0.5 },
  shop,
  results: new Map(),
  similarities: null,
});

it.each<[string, string, Knowledge | null, object]>([
  ['no model', 'hello', null, { kind: 'escalate', rule: 'model_silent', reason: 'system_failure', text: null }],
  [
    'sure',
    'money back',
    known('refund', 0.9),
    { kind: 'answer', rule: 'confident', reason: null, text: 'In five days.' },
  ],
  [
    'unsure',
    'well, what about the money',
    known('refund', 0.2),
    {
      kind: 'escalate',
      rule: 'not_confident',
      reason: 'low_confidence',
      text: expect.stringMatching(/colleague/) as string,
    },
  ],
  ['an intent that is gone', 'about the wrapping', known('gone', 0.9), { kind: 'escalate', rule: 'not_automated' }],
  ['small talk', 'hello', known('refund', 0.9), { kind: 'small_talk', rule: 'small_talk', reason: null }],
  [
    'an action is only told',
    'order 1042?',
    known('order', 0.9),
    { kind: 'act', rule: 'confident', text: 'It is {{orderStatus}}.' },
  ],
])('%s', (_, text, knowledge, expected) => {
  expect(triedDecision(loneTurn(text, new Date()), knowledge)).toMatchObject(expected);
});
