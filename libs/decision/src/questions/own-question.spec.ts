import { describe, expect, it } from 'vitest';
import type { ActionResult } from '#actions';
import type { Reading, Turn } from '../situation.js';
import { afterThat, before, bot, customer, order, outcome, reads, says, settled, unlikeAnything, unsure, withActs } from '../testing/situations.js'; // prettier-ignore
import { words } from '../words/index.js';

const en = words.en;

describe('what an action needs', () => {
  const sure = reads(['order', 0.9]);
  const askedNumber = before('where is it', 'ask_slot', 'order', 'orderId');
  const askedEmail = before('1042', 'ask_slot', 'order', 'email');
  const both = { orderId: '1042', email: 'jo@x.org' };
  it.each<[string, Turn, Reading, object]>([
    ['nothing of it is there', says('where is it'), sure, { kind: 'ask_slot', rule: 'slot_missing', slot: 'orderId' }],
    ['one is there', says('where is #1042'), sure, { kind: 'ask_slot', rule: 'slot_missing', slot: 'email' }],
    ['all is there', says('where is #1042, jo@x.org'), sure, { kind: 'act', action: order, slots: both }],
    ['some was said before', says('jo@x.org', { earlier: [askedEmail, askedNumber] }), unlikeAnything, { kind: 'act', slots: both }], // prettier-ignore
    ['small talk came between', says('1042', { earlier: [before('one moment', 'small_talk'), askedNumber] }), unlikeAnything, { kind: 'ask_slot', slot: 'email' }], // prettier-ignore
    [
      'the newest counts',
      says('sorry, 1043', { earlier: [before('jo@x.org', 'ask_slot', 'order'), askedEmail] }),
      unlikeAnything,
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
      says('it must be somewhere', { earlier: [askedNumber], lastBot: bot(en.ask.order_number) }),
      unlikeAnything,
      { kind: 'ask_slot', slot: 'orderId', replies: [{ text: `${en.again} ${en.ask.order_number}` }] },
    ],
    [
      'it is not at hand: a person could look, however sure the model is of something',
      says("I don't have it", { earlier: [askedNumber], lastBot: bot(en.ask.order_number) }),
      reads(['refund', 0.99]),
      { kind: 'ask_slot', replies: [{ text: `${en.notAtHand} ${en.ask.order_number}`, quickReplies: [{ label: en.person }] }] }, // prettier-ignore
    ],
    ['the number is put right first, however sure the model is of the rest', says('Sorry, 1043. Wrong glasses on.', { earlier: [askedEmail] }), reads(['refund', 0.95]), { kind: 'ask_slot', slot: 'email' }], // prettier-ignore
    ['a number stands in something else', says('1042 came broken', { earlier: [askedEmail] }), reads(['refund', 0.95]), { kind: 'answer', intentId: 'id of refund' }], // prettier-ignore
    ['a nod gives nothing', says('ok', { earlier: [askedNumber] }), reads(['refund', 0.99]), { kind: 'ask_slot' }],
    ['a question mark gives nothing', says('??', { earlier: [askedNumber] }), unsure, { kind: 'ask_slot' }],
    [
      'it was not given twice: people',
      says('dunno', { earlier: [before('no idea', 'ask_slot', 'order', 'orderId'), askedNumber] }),
      unlikeAnything,
      { kind: 'escalate', rule: 'asked_twice', replies: [{ text: `${en.handOver.failed} ${en.passedOn('Order status')}` }] }, // prettier-ignore
    ],
    ['the customer asks something else instead', says('I want my money', { earlier: [askedNumber] }), reads(['refund', 0.9]), { kind: 'answer', intentId: 'id of refund' }], // prettier-ignore
    ['the customer wants a person instead', says('anybody real there', { earlier: [askedNumber] }), reads(['talk_to_human', 0.3]), { rule: 'person_asked_for' }], // prettier-ignore
    ['the customer waits', says('one moment', { earlier: [askedNumber] }), unsure, { kind: 'small_talk', replies: [{ text: en.smallTalk.waiting[0] }] }], // prettier-ignore
    [
      'the thing is named, and something else is asked about it',
      says('and when do I get my money for the mug', {
        earlier: [before('is it there', 'ask_slot', 'stock', 'product')],
      }),
      reads(['refund', 0.85]),
      { kind: 'answer', intentId: 'id of refund' },
    ],
    [
      'the same, less surely: asked about that',
      says('and when do I get my money for the mug', {
        earlier: [before('is it there', 'ask_slot', 'stock', 'product')],
      }),
      reads(['refund', 0.62]),
      { kind: 'clarify', evidence: { options: ['refund'] } },
    ],
    [
      'the thing is named in a question about it',
      says('do you have the mug', { earlier: [before('is it there', 'ask_slot', 'stock', 'product')] }),
      reads(['stock', 0.5]),
      { kind: 'act', slots: { product: 'Mug' } },
    ],
    ['a number in what was taken back holds', says('cancel 1042, no wait, where is it then'), sure, { slot: 'email' }],
    [
      'a number given anew replaces it',
      says('where is 1042, no sorry, it is 1043, jo@x.org'),
      sure,
      { kind: 'act', slots: { ...both, orderId: '1043' } },
    ],
    [
      'of several things one has to be chosen',
      says('is it there'),
      reads(['stock', 0.9]),
      { replies: [{ text: 'Which product?', quickReplies: [{ label: 'Mug', text: 'Mug' }, { label: 'Lamp', text: 'Lamp' }] }] }, // prettier-ignore
    ],
    ['any words are free text', says('it smells', { earlier: [before('bad', 'ask_slot', 'remark', 'what')] }), unsure, { kind: 'act', slots: { what: 'it smells' } }], // prettier-ignore
    ['manners are no free text', says('thanks', { earlier: [before('bad', 'ask_slot', 'remark', 'what')] }), unsure, { kind: 'small_talk' }], // prettier-ignore
    ['a clear question is no free text', says('when does it come', { earlier: [before('bad', 'ask_slot', 'remark', 'what')] }), reads(['delivery', 0.9]), { kind: 'answer', intentId: 'id of delivery' }], // prettier-ignore
    ['who is not signed in', says('my points'), reads(['account', 0.9]), { kind: 'ask_slot', rule: 'not_signed_in' }],
    ['who is', says('my points', { contact: customer }), reads(['account', 0.9]), { kind: 'act', slots: {} }],
    [
      'who is still not signed in',
      says('my points now', { earlier: [before('my points', 'ask_slot', 'account')], lastBot: bot(en.signIn[0]) }),
      reads(['account', 0.9]),
      { rule: 'not_signed_in', replies: [{ text: en.signIn[1] }] },
    ],
  ])('%s', (_, turn, reading, expected) => expect(outcome(turn, reading)).toMatchObject(expected));
});

describe('what the shop said', () => {
  const ask = says('where is #1042, jo@x.org', { contact: { ...customer, customerId: null } });
  const call = JSON.stringify([order.id, [['email', 'jo@x.org'], ['orderId', '1042']]]); // prettier-ignore
  const results = (result: ActionResult) => ({ results: new Map([[call, result]]) });
  it.each<[string, ActionResult, object]>([
    ['a value', { outputs: { number: '1042', status: 'packed' } }, { replies: [{ text: 'Order 1042 is packed.' }] }],
    ['a condition', { outputs: { number: '1042', status: 'Delivered' } }, { replies: [{ text: 'Order 1042 has come.' }] }], // prettier-ignore
    ['a day', { outputs: { due: '2026-11-20' } }, { kind: 'answer', replies: [{ text: 'It is late, Jo.' }] }],
    ['too little', { outputs: { number: '1042' } }, { rule: 'slot_unfilled', reason: 'intent_not_automated' }],
    ['no confirmation', 'not_confirmed', { kind: 'ask_slot', rule: 'not_confirmed', replies: [{ text: en.notConfirmed[0] }] }], // prettier-ignore
    ['nothing', 'failed', { rule: 'action_failed', reason: 'system_failure' }],
    ['nothing, since it was asked too often', 'too_many_lookups', { rule: 'too_many_lookups', reason: 'repeated_failure' }], // prettier-ignore
  ])('%s', (_, result, expected) => {
    expect(outcome(ask, reads(['order', 0.9]), results(result))).toMatchObject(expected);
  });

  it('what contradicts the customer is for people', () => {
    const text = 'my parcel never arrived, order 1042, jo@x.org';
    const done = settled(says(text), reads(['order', 0.9]), { number: '1042', status: 'delivered' });
    const summary = en.passedOn(`Order status, ${en.order('1042')}`);
    const replies = [{ text: `${en.handOver.contradicted} ${summary}` }];
    expect(done).toMatchObject({ kind: 'escalate', rule: 'contradicted', reason: 'negative_feedback', replies });
  });

  it('what was said before the number was asked for contradicts, too', () => {
    const outputs = { number: '1042', status: 'delivered' };
    const first = says('my parcel never arrived', { contact: customer });
    const asked = settled(first, reads(['order', 0.9]), outputs);
    expect(settled(afterThat(first, asked, '1042'), unsure, outputs)).toMatchObject({ rule: 'contradicted' });
  });

  it('five numbers that it does not know: twice it says so, then people have it', () => {
    const unknown = (turn: Turn) => {
      const act = outcome(turn, reads(['order', 0.9]));
      if (act.kind !== 'act') return act;
      const result = new Map([
        [JSON.stringify([order.id, Object.entries(act.slots).sort()]), 'not_confirmed' as const],
      ]);
      return outcome(turn, reads(['order', 0.9]), { results: result });
    };
    let turn = says('where is order 1042', { contact: customer });
    const rules: string[] = [];
    for (const number of ['1043', '1044']) {
      const done = unknown(turn);
      if (done.kind === 'act') throw new Error('The call was made');
      rules.push(`${done.kind} ${done.rule}: ${done.replies[0]!.text}`);
      turn = afterThat(turn, done, number);
    }
    expect(rules).toEqual(en.notConfirmed.map((text) => `ask_slot not_confirmed: ${text}`));
    expect(unknown(turn)).toMatchObject({ kind: 'escalate', rule: 'asked_twice' });
  });
});

describe('a choice of intents', () => {
  const offered = ['Refund status', 'Delivery time', 'About warranty', en.somethingElse];
  const clarified = {
    earlier: [before('money', 'clarify', null, null, { rule: 'close_intents' })],
    lastBot: bot(en.which, ...offered),
  };
  it.each<[string, string, Reading, object]>([
    ['its title', ' refund STATUS', reads(['delivery', 0.1]), { kind: 'answer', rule: 'question_answered', intentId: 'id of refund' }], // prettier-ignore
    ['a part of it', 'delivery', unlikeAnything, { kind: 'answer', intentId: 'id of delivery' }],
    ['its number', '2', unlikeAnything, { kind: 'answer', intentId: 'id of delivery' }],
    ['its place', 'the first one please', unlikeAnything, { kind: 'answer', intentId: 'id of refund' }],
    ['one for people', 'the last one', unlikeAnything, { kind: 'escalate', rule: 'not_automated' }],
    [
      'the title of an intent that was not offered',
      'Delivery cost',
      unsure,
      { kind: 'answer', intentId: 'id of cost' },
    ],
    ['other words that are clear', 'my refund has not come yet', reads(['refund', 0.9]), { rule: 'confident' }],
    ['other words that are close again', 'well, you tell me', reads(['refund', 0.5], ['delivery', 0.4]), { rule: 'asked_before', reason: 'repeated_failure' }], // prettier-ignore
    ['none of them', 'something else', reads(['refund', 0.99]), { kind: 'clarify', rule: 'too_general', replies: [{ text: en.openQuestion }] }], // prettier-ignore
    ['"no"', 'no', unsure, { kind: 'clarify', rule: 'too_general' }],
    ['a nod', 'ok', unsure, { kind: 'small_talk', replies: [{ text: en.choose[0], quickReplies: offered.map((text) => ({ text })) }] }], // prettier-ignore
    ['a question mark', '?', unsure, { kind: 'small_talk', replies: [{ text: en.choose[0] }] }],
    ['a person', 'a human', unsure, { rule: 'person_asked_for' }],
  ])('%s: %s', (_, text, reading, expected) => {
    expect(outcome(says(text, clarified), reading)).toMatchObject(expected);
  });

  it('both of two are answered one after the other', () => {
    const turn = says('both', {
      ...clarified,
      lastBot: bot(en.which, 'Refund status', 'Delivery time', en.somethingElse),
    });
    const replies = [{ text: 'Answer to refund.' }, { text: 'In three days.' }];
    expect(outcome(turn, unsure)).toMatchObject({ kind: 'answer', rule: 'several_requests', replies });
  });

  it('works after small talk, which keeps the buttons', () => {
    const turn = says('ok', clarified);
    const next = afterThat(turn, settled(turn, unsure, {}), '2');
    expect(outcome(next, unsure)).toMatchObject({ kind: 'answer', intentId: 'id of delivery' });
  });

  it('"something else" for the second time is for people', () => {
    const turn = says('something else', clarified);
    const next = afterThat(turn, settled(turn, unsure, {}), 'something else');
    expect(outcome(next, unsure)).toMatchObject({ kind: 'escalate', rule: 'asked_before' });
  });

  it('a general message after that is for people, too', () => {
    const turn = says('something else', clarified);
    const next = afterThat(turn, settled(turn, unsure, {}), 'it is about something that I bought');
    expect(outcome(next, withActs(unsure, { too_general: 1 }))).toMatchObject({ rule: 'asked_before' });
  });
});
