import { describe, expect, it } from 'vitest';
import type { ShopOrder } from '#contracts';
import { decide } from './decide.js';
import type { Knowledge, OrderResult, Shop, ShopIntent, Turn } from './situation.js';

const intent = (name: string, more: Partial<ShopIntent> = {}): ShopIntent => ({
  ...{ id: `id of ${name}`, name, title: `About ${name}`, automate: true },
  answer: { text: `Answer to ${name}.`, action: null },
  ...more,
});
const shop: Shop = {
  orderApiUrl: 'http://shop.example/orders',
  intents: new Map(
    [
      intent('refund'),
      intent('delivery'),
      intent('warranty', { automate: false }),
      intent('gift', { answer: null }),
      intent('invoice', { answer: { text: 'It went to {{address}}.', action: null } }),
      intent('order', { answer: { text: 'Order {{orderId}} is {{orderStatus}}.', action: 'order_status' } }),
      intent('talk_to_human'),
    ].map((each) => [each.name, each]),
  ),
};
const order: ShopOrder = {
  ...{ number: '1042', status: 'in_transit', statusText: 'on its way', placedAt: '2026-01-01T10:00:00Z', items: [] },
  ...{ deliveryPence: 0, totalPence: 0, carrier: null, trackingNumber: null, estimatedDelivery: null },
};

const says = (text: string, more: Partial<Turn> = {}): Turn => ({
  ...{ text, previousText: null, lastBotText: null, decisions: [] },
  ...more,
});
const reads = (first: [string, number], second: [string, number] = ['other', 0], oosScore = 0.1) => ({
  ...{ intent: first[0], confidence: first[1], oosScore },
  topK: [first, second].map(([name, confidence]) => ({ intent: name, confidence })),
});
const policy = { threshold: 0.8, oosLimit: 0.5 };
const outcome = (turn: Turn, reading: Knowledge['reading'], more: Partial<Knowledge> = {}) =>
  decide(turn, { reading, policy, shop, ...more });

describe('what a model makes of the message', () => {
  it.each<[string, Knowledge['reading'], Partial<Knowledge>, object]>([
    ['sure', reads(['refund', 0.9]), {}, { kind: 'answer', rule: 'confident', intentId: 'id of refund' }],
    ['just sure enough', reads(['refund', 0.8]), {}, { kind: 'answer', rule: 'confident' }],
    ['unsure', reads(['refund', 0.79]), {}, { rule: 'not_confident', reason: 'low_confidence' }],
    [
      'unsure, unlike anything',
      reads(['refund', 0.3], undefined, 0.9),
      {},
      { rule: 'out_of_scope', reason: 'out_of_scope' },
    ],
    ['sure, for people', reads(['warranty', 0.9]), {}, { rule: 'not_automated', reason: 'intent_not_automated' }],
    ['sure, no approved answer', reads(['gift', 0.9]), {}, { rule: 'not_automated', reason: 'intent_not_automated' }],
    ['sure, of an intent that is gone', reads(['gone', 0.9]), {}, { rule: 'not_automated' }],
    ['sure, half an answer', reads(['invoice', 0.9]), {}, { rule: 'slot_unfilled', reason: 'intent_not_automated' }],
    ['two close', reads(['refund', 0.5], ['delivery', 0.4]), {}, { kind: 'clarify', rule: 'close_intents' }],
    ['two close, unlike anything', reads(['refund', 0.5], ['delivery', 0.4], 0.9), {}, { rule: 'out_of_scope' }],
    ['two close, not sure of either', reads(['refund', 0.3], ['delivery', 0.3]), {}, { rule: 'not_confident' }],
    ['two far apart', reads(['refund', 0.6], ['delivery', 0.3]), {}, { rule: 'not_confident' }],
    ['two close, one for people', reads(['refund', 0.5], ['warranty', 0.4]), {}, { rule: 'not_confident' }],
    ['asks for a person', reads(['talk_to_human', 0.4]), {}, { rule: 'person_asked_for', reason: 'customer_request' }],
    ['not about a person, really', reads(['talk_to_human', 0.1], undefined, 0.9), {}, { rule: 'out_of_scope' }],
    [
      'nothing may be answered',
      reads(['refund', 1], ['delivery', 1]),
      { policy: { threshold: 2, oosLimit: 0.5 } },
      { kind: 'escalate', rule: 'not_confident' },
    ],
  ])('%s', (_, reading, more, expected) => {
    expect(outcome(says('send it back'), reading, more)).toMatchObject(expected);
  });

  it('is not there: people have it', () => {
    expect(decide(says('hello'), null)).toEqual({ kind: 'escalate', rule: 'model_silent', reason: 'system_failure' });
  });
});

describe('what was said before', () => {
  const close = reads(['refund', 0.5], ['delivery', 0.4]);
  const clarified = { decisions: [{ kind: 'clarify', intentId: null }] } satisfies Partial<Turn>;
  it.each<[string, Turn, Knowledge['reading'], object]>([
    [
      'the customer picks one of the two, however unsure the model is',
      says(' about REFUND', clarified),
      reads(['delivery', 0.1]),
      { kind: 'answer', rule: 'question_answered', intentId: 'id of refund' },
    ],
    ['the customer says something else', says('my refund', clarified), reads(['refund', 0.9]), { rule: 'confident' }],
    [
      'two are close again',
      says('well', clarified),
      close,
      { kind: 'escalate', rule: 'asked_before', reason: 'repeated_failure' },
    ],
    [
      'the bot has said just that',
      says('again', { lastBotText: 'Answer to refund.' }),
      reads(['refund', 0.9]),
      { kind: 'escalate', rule: 'said_before', reason: 'repeated_failure' },
    ],
    [
      'the order number that was asked for',
      says('it is 1042', { decisions: [{ kind: 'ask_slot', intentId: 'id of order' }] }),
      reads(['refund', 0.2], undefined, 0.9),
      { kind: 'act', orderNumber: '1042' },
    ],
    [
      'no number, though one was asked for',
      says('I want my money', { decisions: [{ kind: 'ask_slot', intentId: 'id of order' }] }),
      reads(['refund', 0.9]),
      { kind: 'answer', intentId: 'id of refund' },
    ],
  ])('%s', (_, turn, reading, expected) => expect(outcome(turn, reading)).toMatchObject(expected));
});

describe('a message about an order', () => {
  const sure = reads(['order', 0.9]);
  it.each<[string, Turn, OrderResult | undefined, object]>([
    [
      'without its number',
      says('where is it'),
      undefined,
      { kind: 'ask_slot', rule: 'slot_missing', intentId: 'id of order' },
    ],
    [
      'with its number',
      says('where is #1042'),
      undefined,
      { kind: 'act', action: 'order_status', orderNumber: '1042' },
    ],
    ['with its number before', says('where is it', { previousText: 'order 1042' }), undefined, { orderNumber: '1042' }],
    [
      'that the shop knows',
      says('where is #1042'),
      order,
      { kind: 'answer', rule: 'confident', reply: { text: 'Order 1042 is on its way.' } },
    ],
    ['that the shop does not know', says('where is #1042'), 'unknown', { kind: 'ask_slot', rule: 'slot_unknown' }],
    ['when the shop is silent', says('where is #1042'), 'failed', { rule: 'action_failed', reason: 'system_failure' }],
  ])('%s', (_, turn, result, expected) => {
    expect(outcome(turn, sure, { order: result })).toMatchObject(expected);
  });

  it('goes to people where the shop has no order API', () => {
    expect(outcome(says('where is #1042'), sure, { shop: { ...shop, orderApiUrl: null } })).toMatchObject({
      ...{ rule: 'action_unavailable', reason: 'intent_not_automated' },
    });
  });
});
