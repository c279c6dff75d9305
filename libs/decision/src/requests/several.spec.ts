import { describe, expect, it } from 'vitest';
import {
  afterThat,
  customer,
  mayReadSeveral,
  outcome,
  reads,
  readsSeveral,
  says,
  settled,
  unlikeAnything,
} from '../testing/situations.js';
import { words } from '../words/index.js';

const en = words.en;
const refund = { text: 'Answer to refund.' };
const delivery = { text: 'In three days.' };
const outputs = { number: '1042', status: 'packed', link: 'https://shop.example/i' };

describe('several requests', () => {
  it.each<[string, [string, number][], object]>([
    ['are answered in their order', [['delivery', 0.9], ['refund', 0.9]], { kind: 'answer', intentId: 'id of refund', replies: [delivery, refund] }],
    ['one lacks something: asked at the end', [['order', 0.9], ['refund', 0.9]], { kind: 'ask_slot', intentId: 'id of order', slot: 'orderId', replies: [refund, { text: en.ask.order_number }] }],
    [
      'one is for people: the other is answered first',
      [['warranty', 0.9], ['refund', 0.9]],
      { kind: 'escalate', reason: 'intent_not_automated', urgent: false, replies: [refund, { text: en.answeredSome('“Refund status”', '“About warranty”') }] },
    ],
    [
      'one is unsure: it is asked what that is about',
      [['refund', 0.9], ['delivery', 0.5]],
      { kind: 'clarify', evidence: { options: ['delivery'] }, replies: [refund, { text: en.ofTheRest.isItThis }] },
    ],
    [
      'two are unsure: they are asked about together',
      [['delivery', 0.6], ['refund', 0.9], ['invoice', 0.5]],
      { kind: 'clarify', evidence: { options: ['delivery', 'invoice'] }, replies: [refund, { text: en.ofTheRest.which }] },
    ],
    ['one is hardly anything', [['refund', 0.9], ['delivery', 0.4]], { kind: 'escalate', reason: 'low_confidence', replies: [refund, { text: en.answeredSome('“Refund status”', en.restOfMessage) }] }],
    ['one is unsure about what was answered', [['refund', 0.9], ['refund', 0.6]], { kind: 'escalate', replies: [refund, {}] }],
    ['one is unsure, one for people', [['refund', 0.9], ['delivery', 0.6], ['warranty', 0.9]], { kind: 'escalate', replies: [refund, {}] }],
    ['what lacks something goes to people with it', [['warranty', 0.9], ['order', 0.9]], { kind: 'escalate', replies: [{ text: en.handOver.notAutomated }] }],
    ['all are for people', [['warranty', 0.9], ['gift', 0.9]], { kind: 'escalate', replies: [{ text: en.handOver.notAutomated }] }],
  ])('%s', (_, requests, expected) => {
    expect(outcome(says('this thing, and that'), readsSeveral(...requests))).toMatchObject({ rule: 'several_requests', ...expected });
  }); // prettier-ignore

  it('a greeting beside a request is none', () => {
    const done = outcome(says('good morning, where is my refund'), readsSeveral(['greeting', 0.9], ['refund', 0.9]));
    expect(done).toMatchObject({ kind: 'answer', rule: 'confident', replies: [refund] });
  });

  it('tells what was done about each', () => {
    const done = outcome(says('this thing, and that'), readsSeveral(['refund', 0.9], ['warranty', 0.85]));
    expect(done).toMatchObject({
      evidence: {
        requests: [
          { from: 0, to: 9, intent: 'refund', confidence: 0.9, kind: 'answer', rule: 'confident' },
          { from: 10, to: 19, intent: 'warranty', confidence: 0.85, kind: 'escalate', rule: 'not_automated' },
        ],
      },
    });
  });

  it('what leans on an unsure one is not answered by itself', () => {
    const reading = readsSeveral(['warranty', 0.3], ['cost', 0.95]);
    const [first, second] = reading.requests;
    const leaning = { ...reading, requests: [first!, { ...second!, text: 'what does it cost' }] };
    const turn = says('is there parking, what does it cost');
    expect(outcome(turn, leaning)).toMatchObject({ kind: 'clarify', replies: [{ text: en.isItThis }] });
    expect(outcome(turn, reading)).toMatchObject({ kind: 'escalate', replies: [{ text: 'Answer to cost.' }, {}] });
  });

  it('the choice after that is answered', () => {
    const first = says('this thing, and that');
    const asked = settled(first, readsSeveral(['refund', 0.9], ['delivery', 0.6]), outputs);
    expect(settled(afterThat(first, asked, 'Delivery time'), unlikeAnything, outputs)).toMatchObject({
      kind: 'answer',
      replies: [delivery],
    });
  });

  it('the next message settles all that waited for the same number', () => {
    const first = says('where is it and the invoice please', { contact: customer });
    const asked = settled(first, readsSeveral(['order', 0.9], ['invoice', 0.9]), outputs);
    expect(asked).toMatchObject({
      kind: 'ask_slot',
      rule: 'several_requests',
      replies: [{ text: en.ask.order_number }],
    });
    const replies = [{ text: 'Order 1042 is packed.' }, { text: 'Here is https://shop.example/i.' }];
    const done = settled(afterThat(first, asked, '1042'), unlikeAnything, outputs);
    expect(done).toMatchObject({ kind: 'answer', rule: 'several_requests', replies });
  });

  it('they wait on while the number is not given', () => {
    const first = says('where is it and the invoice please', { contact: customer });
    const asked = settled(first, readsSeveral(['order', 0.9], ['invoice', 0.9]), outputs);
    const unknown = afterThat(first, asked, 'no idea');
    const again = settled(unknown, unlikeAnything, outputs);
    expect(again).toMatchObject({ kind: 'ask_slot', replies: [{ text: `${en.notAtHand} ${en.ask.order_number}` }] });
    expect(settled(afterThat(unknown, again, '1042'), unlikeAnything, outputs)).toMatchObject({
      kind: 'answer',
      replies: [{}, {}],
    });
    const twice = settled(afterThat(unknown, again, 'no idea'), unlikeAnything, outputs);
    expect(twice).toMatchObject({ kind: 'escalate', reason: 'repeated_failure', replies: [{}] });
  });

  it('after one answered and one asked, the number settles the one', () => {
    const first = says('where is it and my refund', { contact: customer });
    const asked = settled(first, readsSeveral(['order', 0.9], ['refund', 0.9]), outputs);
    const done = settled(afterThat(first, asked, '1042'), reads(['refund', 0.3]), outputs);
    expect(done).toMatchObject({
      kind: 'answer',
      rule: 'question_answered',
      replies: [{ text: 'Order 1042 is packed.' }],
    });
  });
});

describe('what may be another request', () => {
  const asks = { kind: 'clarify', rule: 'several_requests' };
  it.each<[string, [string, number][], object]>([
    ['is asked about after the answer', [['refund', 0.9], ['delivery', 0.9]], { ...asks, evidence: { options: ['delivery'] }, replies: [refund, { text: en.ofTheRest.isItThis }] }],
    ['two of them, together', [['refund', 0.9], ['delivery', 0.9], ['invoice', 0.9]], { ...asks, replies: [refund, { text: en.ofTheRest.which }] }],
    ['is not asked about where the bot may not answer it', [['refund', 0.9], ['warranty', 0.9]], { rule: 'confident', replies: [refund] }],
    ['nor where it is hardly likely', [['refund', 0.9], ['delivery', 0.7]], { rule: 'confident', replies: [refund] }],
    ['nor where it is a greeting', [['refund', 0.9], ['greeting', 0.9]], { rule: 'confident', replies: [refund] }],
    ['nor where the message is not surely about the other', [['refund', 0.7], ['delivery', 0.9]], { kind: 'clarify', rule: 'close_intents' }],
    ['nor beside what lacks something', [['order', 0.9], ['delivery', 0.9]], { kind: 'ask_slot', rule: 'slot_missing' }],
  ])('%s', (_, requests, expected) => {
    expect(outcome(says('this thing, and that'), mayReadSeveral(...requests))).toMatchObject(expected);
  }); // prettier-ignore

  it('is told of as a request of its own', () => {
    const done = outcome(says('this thing, and that'), mayReadSeveral(['refund', 0.9], ['delivery', 0.9]));
    expect(done).toMatchObject({
      evidence: {
        requests: [
          { from: 0, to: 9, intent: 'refund', kind: 'answer', rule: 'confident' },
          { from: 10, to: 19, intent: 'delivery', kind: 'clarify', rule: 'close_intents' },
        ],
      },
    });
  });

  it('is answered once it is chosen, and asked about no more', () => {
    const first = says('this thing, and that');
    const reading = mayReadSeveral(['refund', 0.9], ['delivery', 0.9]);
    const asked = settled(first, reading, outputs);
    const chosen = afterThat(first, asked, 'Delivery time');
    const answered = settled(chosen, unlikeAnything, outputs);
    expect(answered).toMatchObject({ kind: 'answer', replies: [delivery] });
  });
});
