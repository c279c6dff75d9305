import { describe, expect, it } from 'vitest';
import type { Action, ActionResult } from '#actions';
import type { ActionIdentity, ActionSlot, DecisionKind } from '#contracts';
import { decide } from './decide.js';
import { loneTurn, type EarlierMessage, type Knowledge, type Shop, type ShopIntent, type Turn } from './situation.js';
import { words } from './words-by-language.js';

const says = (text: string, more: Partial<Turn> = {}): Turn => ({
  ...loneTurn(text, new Date('2026-11-26T12:00:00Z')),
  ...more,
});
const answered = (text: string, action: Action | null = null) => ({ text, conditions: [], action });
const intent = (name: string, more: Partial<ShopIntent> = {}): ShopIntent => ({
  ...{ id: `id of ${name}`, name, title: `About ${name}`, automate: true },
  answers: new Map([['en', answered(`Answer to ${name}.`)]]),
  ...more,
});
const slot = (name: string, kind: ActionSlot['kind'], more: Partial<ActionSlot> = {}): ActionSlot => ({
  ...{ name, kind, question: '', choices: [] },
  ...more,
});
const action = (identity: ActionIdentity, slots: ActionSlot[]): Action => ({
  ...{
    id: 'id of action',
    workspaceId: 'w',
    name: 'lookUp',
    title: 'Look up',
    method: 'GET',
    url: 'https://shop.example',
  },
  ...{ body: '', headerName: '', headerSecret: null, outputs: [], confirmedBy: [], timeoutMs: 3000 },
  ...{ identity, slots },
});
const order = action('verified_contact', [slot('orderId', 'order_number'), slot('email', 'email')]);
const stock = action('public', [slot('product', 'choice', { choices: ['Mug', 'Lamp'], question: 'Which product?' })]);
const complaint = action('public', [slot('what', 'text')]);
const orderAnswer = {
  ...answered('Order {{number}} is {{status}}.', order),
  conditions: [
    { variable: 'status', operator: 'is' as const, value: 'delivered', text: 'Order {{number}} has come.' },
    { variable: 'due', operator: 'more_than_days_ago' as const, value: '3', text: 'It is late, {{contact.name}}.' },
  ],
};
const shop: Shop = {
  locale: 'en',
  otherLanguages: 'people' as const,
  country: 'GB',
  topics: { disabled: [], own: [], helpLine: '' },
  orderNumberPattern: '',
  customerNumberPattern: '',
  intents: new Map(
    [
      intent('refund'),
      intent('delivery', { answers: new Map([['en', answered('In three days.')], ['de', answered('In drei Tagen.')]]) }), // prettier-ignore
      intent('warranty', { automate: false }),
      intent('gift', { answers: new Map() }),
      intent('invoice', { answers: new Map([['en', answered('It went to {{contact.email}}.')]]) }),
      intent('order', { answers: new Map([['en', orderAnswer]]) }),
      intent('stock', { answers: new Map([['en', answered('There are {{n}}.', stock)]]) }),
      intent('complaint', { answers: new Map([['en', answered('Noted: {{number}}.', complaint)]]) }),
      intent('account', {
        answers: new Map([['en', answered('You have {{points}} points.', action('signed_in', []))]]),
      }),
      intent('talk_to_human'),
    ].map((each) => [each.name, each]),
  ),
};
const customer = { name: 'Jo', email: 'jo@example.com', customerId: 'c1' };

const reads = (first: [string, number], second: [string, number] = ['other', 0], oosScore = 0.1) => ({
  ...{ intent: first[0], confidence: first[1], oosScore },
  topK: [first, second].map(([name, confidence]) => ({ intent: name, confidence })),
});
const policy = { threshold: 0.8, oosLimit: 0.5 };
const outcome = (turn: Turn, reading: Knowledge['reading'], more: Partial<Knowledge> = {}) =>
  decide(turn, { reading, policy, shop, ...more });
const before = (
  text: string,
  kind: DecisionKind,
  name: string | null,
  asked: string | null = null,
): EarlierMessage => ({
  text,
  decision: { kind, intentId: name && `id of ${name}`, slot: asked },
});

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
  const clarified = { earlier: [before('hm', 'clarify', null)] };
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
  ])('%s', (_, turn, reading, expected) => expect(outcome(turn, reading)).toMatchObject(expected));
});

describe('what an action needs', () => {
  const sure = reads(['order', 0.9]);
  const unsure = reads(['refund', 0.2], undefined, 0.9);
  const askedNumber = before('where is it', 'ask_slot', 'order', 'orderId');
  const askedEmail = before('1042', 'ask_slot', 'order', 'email');
  const both = { orderId: '1042', email: 'jo@x.org' };
  it.each<[string, Turn, Knowledge['reading'], object]>([
    [
      'nothing of it is there',
      says('where is it'),
      sure,
      { kind: 'ask_slot', rule: 'slot_missing', intentId: 'id of order', slot: 'orderId' },
    ],
    ['one is there', says('where is #1042'), sure, { kind: 'ask_slot', rule: 'slot_missing', slot: 'email' }],
    ['all is there', says('where is #1042, jo@x.org'), sure, { kind: 'act', action: order, slots: both }],
    [
      'some was said before',
      says('jo@x.org', { earlier: [askedEmail, askedNumber] }),
      unsure,
      { kind: 'act', slots: both },
    ],
    [
      'the newest counts',
      says('sorry, 1043', { earlier: [before('jo@x.org', 'ask_slot', 'order'), askedEmail] }),
      unsure,
      { kind: 'act', slots: { ...both, orderId: '1043' } },
    ],
    [
      'the e-mail of a signed-in customer is known, whatever is typed',
      says('where is #1042, other@x.org', { contact: customer }),
      sure,
      { kind: 'act', slots: { orderId: '1042', email: 'jo@example.com' } },
    ],
    [
      'it was not given: asked again in other words, however unsure the model is',
      says('no idea', { earlier: [askedNumber], lastBotText: words.en.ask.order_number }),
      unsure,
      { kind: 'ask_slot', slot: 'orderId', reply: { text: `${words.en.again} ${words.en.ask.order_number}` } },
    ],
    [
      'it was not given twice: people',
      says('dunno', { earlier: [before('no idea', 'ask_slot', 'order', 'orderId'), askedNumber] }),
      unsure,
      { kind: 'escalate', rule: 'asked_twice', reason: 'repeated_failure' },
    ],
    [
      'the customer asks something else instead',
      says('I want my money', { earlier: [askedNumber] }),
      reads(['refund', 0.9]),
      { kind: 'answer', intentId: 'id of refund' },
    ],
    [
      'the customer wants a person instead',
      says('a person please', { earlier: [askedNumber] }),
      reads(['talk_to_human', 0.3]),
      { rule: 'person_asked_for' },
    ],
    [
      'of several things one has to be chosen',
      says('is it there'),
      reads(['stock', 0.9]),
      { reply: { text: 'Which product?', quickReplies: [{ label: 'Mug', text: 'Mug' }, { label: 'Lamp', text: 'Lamp' }] } }, // prettier-ignore
    ],
    [
      'any words are free text',
      says('it smells', { earlier: [before('bad', 'ask_slot', 'complaint', 'what')] }),
      unsure,
      { kind: 'act', slots: { what: 'it smells' } },
    ],
    [
      'any words but a clear question',
      says('when does it come', { earlier: [before('bad', 'ask_slot', 'complaint', 'what')] }),
      reads(['delivery', 0.9]),
      { kind: 'answer', intentId: 'id of delivery' },
    ],
    ['who is not signed in', says('my points'), reads(['account', 0.9]), { kind: 'ask_slot', rule: 'not_signed_in' }],
    ['who is', says('my points', { contact: customer }), reads(['account', 0.9]), { kind: 'act', slots: {} }],
    [
      'who is still not signed in',
      says('my points', { lastBotText: words.en.signIn }),
      reads(['account', 0.9]),
      { rule: 'said_before' },
    ],
  ])('%s', (_, turn, reading, expected) => expect(outcome(turn, reading)).toMatchObject(expected));
});

describe('what the shop said', () => {
  const ask = says('where is #1042, jo@x.org', { contact: { ...customer, customerId: null } });
  it.each<[string, ActionResult, object]>([
    ['a value', { outputs: { number: '1042', status: 'packed' } }, { reply: { text: 'Order 1042 is packed.' } }],
    ['a condition', { outputs: { number: '1042', status: 'Delivered' } }, { reply: { text: 'Order 1042 has come.' } }],
    ['a day', { outputs: { due: '2026-11-20' } }, { kind: 'answer', reply: { text: 'It is late, Jo.' } }],
    ['too little', { outputs: { number: '1042' } }, { rule: 'slot_unfilled', reason: 'intent_not_automated' }],
    ['no confirmation', 'not_confirmed', { kind: 'ask_slot', rule: 'not_confirmed', reply: { text: words.en.notConfirmed } }], // prettier-ignore
    ['nothing', 'failed', { rule: 'action_failed', reason: 'system_failure' }],
    ['nothing, since it was asked too often', 'too_many_lookups', { rule: 'too_many_lookups', reason: 'repeated_failure' }], // prettier-ignore
  ])('%s', (_, result, expected) => {
    expect(outcome(ask, reads(['order', 0.9]), { result })).toMatchObject(expected);
  });

  it('not twice that it confirms nothing: then people have it', () => {
    const earlier = [1, 2].map(() => before('1042 jo@x.org', 'ask_slot', 'order'));
    const again = says('1043', { earlier, lastBotText: 'Something else.' });
    expect(outcome(again, reads(['order', 0.9]), { result: 'not_confirmed' })).toMatchObject({ rule: 'asked_twice' });
  });
});

describe('the language', () => {
  it.each<[string | null, string, string]>([
    ['de-CH', 'delivery', 'In drei Tagen.'],
    ['fr', 'delivery', 'In three days.'],
    [null, 'delivery', 'In three days.'],
    ['de', 'order', words.de.ask.order_number],
    ['xx', 'order', words.en.ask.order_number],
  ])('%s: %s -> %s', (locale, name, text) => {
    expect(outcome(says('hm', { locale }), reads([name, 0.9]))).toMatchObject({ reply: { text } });
  });
});
