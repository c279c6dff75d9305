import { describe, expect, it } from 'vitest';
import { decide } from './decide.js';
import type { Knowledge, Turn } from './situation.js';
import { afterThat, answered, before, bot, intent, known, reads, says, shop } from './testing/situations.js';
import { words } from './words/index.js';

const whole = 'Delivery costs £4. No box? Any bag is fine. We also deliver to the EU for £13.';
const cost = intent('cost', { answers: new Map([['en', answered(whole)]]) });
const delivering = { ...shop, intents: new Map([...shop.intents, ['cost', cost]]) };
const given = { earlier: [before('what is delivery', 'answer', 'cost')], lastBot: bot(whole) };

/** Decides as the worker does; texts that `near` does not name are far from the message. */
function decided(turn: Turn, near: Record<string, number>, more: Partial<Knowledge> = {}) {
  const similarities = new Map<string, number>();
  const all = { ...known(reads(['cost', 0.9])), shop: delivering, similarities, ...more };
  for (;;) {
    const outcome = decide(turn, all);
    if (outcome.kind === 'act') throw new Error('Nothing is looked up');
    if (outcome.kind !== 'compare') return outcome;
    for (const text of outcome.texts) similarities.set(text, near[text] ?? 0.1);
  }
}

describe('a message that asks on after an answer', () => {
  const abroad = { 'We also deliver to the EU for £13.': 0.5 };
  const asksOn = says('and to France?', given);

  it('is shown the sentence that it is about, and asked what is still open', () => {
    const [reply] = decided(asksOn, abroad).replies;
    expect(reply!.text).toBe(`We also deliver to the EU for £13.\n\n${words.en.ifNotAnswered}`);
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
    ['is not answered what is further away', { ...abroad, 'Answer to delivery.': 0.3 }, { kind: 'clarify' }],
  ])('%s', (_, near, expected) => {
    const before = reads(['cost', 0.99], ['delivery', 0.002]).topK;
    const alone = reads(['delivery', 0.1]);
    const reading = { ...reads(['cost', 0.95], ['delivery', 0.04]), readAfterPrevious: true, alone, before };
    expect(decided(asksOn, near, { reading })).toMatchObject(expected);
  });

  it('is for people when it asks on once more', () => {
    const next = afterThat(asksOn, decided(asksOn, abroad), 'and to Spain?');
    expect(decided(next, abroad)).toMatchObject({ kind: 'escalate', rule: 'said_before' });
  });
});
