import { describe, expect, it } from 'vitest';
import type { Similarity } from '#contracts';
import { decide } from './decide.js';
import type { Knowledge, Turn } from './situation.js';
import { callKey } from './outcome.js';
import { action, afterThat, answered, before, bot, intent, known, reads, says, shop, slot } from './testing/situations.js'; // prettier-ignore
import { words } from './words/index.js';

const whole = 'Delivery costs £4. No box? Any bag is fine. We also deliver to the EU for £13.';
const cost = intent('cost', { answers: new Map([['en', answered(whole)]]) });
const delivering = { ...shop, intents: new Map([...shop.intents, ['cost', cost]]) };
const given = { earlier: [before('what is delivery', 'answer', 'cost')], lastBot: bot(whole) };

/** As near to the message as to it and the question before it together; the question is as near to all. */
const to = (near: number): Similarity => ({ message: near, question: 0.1, together: near, tuned: near, selected: 0 });

/** Decides as the worker does; texts that `near` does not name are far from the message. */
function decided(turn: Turn, near: Record<string, number>, more: Partial<Knowledge> = {}) {
  const similarities = new Map<string, Similarity>();
  const all = { ...known(reads(['cost', 0.9])), shop: delivering, similarities, ...more };
  for (;;) {
    const outcome = decide(turn, all);
    if (outcome.kind === 'act') throw new Error('Nothing is looked up');
    if (outcome.kind !== 'compare') return outcome;
    for (const text of outcome.texts) similarities.set(text, to(near[text] ?? 0.1));
  }
}

describe('a message that asks on after an answer', () => {
  const abroad = { 'We also deliver to the EU for £13.': 0.5 };
  const asksOn = says('and to France?', given);

  it('is answered with the sentence that surely answers it', () => {
    const outcome = decided(asksOn, abroad);
    expect(outcome).toMatchObject({ kind: 'answer', rule: 'said_before', intentId: 'id of cost' });
    expect(outcome.replies.map(({ text }) => text)).toEqual(['We also deliver to the EU for £13.']);
  });

  it('is shown the sentence that may answer it, and asked what is still open', () => {
    const outcome = decided(asksOn, { 'We also deliver to the EU for £13.': 0.2 });
    expect(outcome.kind).toBe('clarify');
    expect(outcome.replies[0]!.text).toBe(`We also deliver to the EU for £13.\n\n${words.en.ifNotAnswered}`);
  });

  it('is shown a question with what answers it', () => {
    const [reply] = decided(asksOn, { 'No box? Any bag is fine.': 0.5 }).replies;
    expect(reply!.text).toMatch(/^No box\? Any bag is fine\./);
  });

  it('is shown the sentence that shares its terms', () => {
    const paid = decided(says('why is delivery £4', given), { 'Delivery costs £4.': 0.2 }).replies[0];
    expect(paid!.text).toMatch(/^Delivery costs £4\./);
  });

  it.each<[why: string, near: Record<string, number>, more: Partial<Knowledge>]>([
    ['nothing is near it', {}, {}],
    ['it asks what was asked before', { ...abroad, 'what is delivery': 0.7 }, {}],
    ['nothing can be compared', abroad, { similarities: null }],
  ])('is only asked where %s', (_, near, more) => {
    expect(decided(asksOn, near, more)).toMatchObject({ kind: 'clarify', replies: [{ text: words.en.stillOpen }] });
  });

  it.each<[what: string, near: Record<string, number>, expected: object]>([
    ['is answered what it adds, where that is nearer', { 'Answer to delivery.': 0.3 }, { kind: 'answer', intentId: 'id of delivery' }], // prettier-ignore
    ['is not answered what is further away', { ...abroad, 'Answer to delivery.': 0.3 }, { kind: 'answer', intentId: 'id of cost' }], // prettier-ignore
  ])('%s', (_, near, expected) => {
    const before = reads(['cost', 0.99], ['delivery', 0.002]).topK;
    const alone = reads(['delivery', 0.1]);
    const reading = { ...reads(['cost', 0.95], ['delivery', 0.04]), readAfterPrevious: true, alone, before };
    expect(decided(asksOn, near, { reading })).toMatchObject(expected);
  });

  it('is told another sentence when it asks on once more, and asked what is open where none is left', () => {
    const next = afterThat(asksOn, decided(asksOn, abroad), 'and without a box?');
    expect(decided(next, { 'No box? Any bag is fine.': 0.5 })).toMatchObject({ kind: 'answer', rule: 'said_before' });
    expect(decided(next, abroad)).toMatchObject({ kind: 'clarify', replies: [{ text: words.en.stillOpen }] });
  });

  it('is for people when it asks on after the question what is open, unless a sentence surely answers it', () => {
    const next = afterThat(asksOn, decided(asksOn, {}), 'and to Spain?');
    expect(decided(next, {})).toMatchObject({ kind: 'escalate', rule: 'said_before' });
    expect(decided(next, abroad)).toMatchObject({ kind: 'answer', rule: 'said_before' });
  });

  it('is told none where it names an order: that is a case of its own', () => {
    const about = says('two weeks since you had order 10423 back', given);
    expect(decided(about, abroad)).toMatchObject({ kind: 'clarify', rule: 'said_before' });
  });

  it('is told none of what was looked up', () => {
    const status = 'It is on its way. We also deliver to the EU for £13.';
    const track = action('public', [slot('orderId', 'order_number')]);
    const looked = intent('cost', { answers: new Map([['en', answered(status, track)]]) });
    const asksOn = says('and to France?', {
      earlier: [before('where is order 10423', 'answer', 'cost')],
      lastBot: bot(status),
    });
    const call = { action: track, slots: { orderId: '10423' } };
    const more = {
      shop: { ...delivering, intents: new Map([...delivering.intents, ['cost', looked]]) },
      results: new Map([[callKey(call), { outputs: {} }]]),
    };
    expect(decided(asksOn, abroad, more)).toMatchObject({ kind: 'clarify', rule: 'said_before' });
  });

  it('is told three sentences at most', () => {
    const [first, second] = [abroad, { 'No box? Any bag is fine.': 0.5 }];
    let turn = asksOn;
    for (const near of [first, second, first]) turn = afterThat(turn, decided(turn, near), 'and then?');
    expect(decided(turn, second)).toMatchObject({ kind: 'clarify', rule: 'said_before' });
  });
});
