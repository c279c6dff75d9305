import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dialogueAct, sensitiveTopic } from '#contracts';
import { afterThat, before, bot, customer, outcome, reads, readsSeveral, says, settled, shop, unsure, withActs } from './testing/situations.js'; // prettier-ignore
import type { Settled } from './outcome.js';
import type { Reading } from './situation.js';
import { words } from './words/index.js';

const en = words.en;

describe('the same again', () => {
  const refund = { earlier: [before('my refund', 'answer', 'refund')], lastBot: bot('Answer to refund.') };
  const sure = reads(['refund', 0.96]);

  it('after an answer the bot asks once what is still open, then people have it', () => {
    const turn = says('and my money?', refund);
    const asked = settled(turn, sure, {});
    const buttons = [en.somethingElse, en.person].map((label) => ({ label }));
    expect(asked).toMatchObject({ kind: 'clarify', rule: 'said_before', replies: [{ text: en.stillOpen, quickReplies: buttons }] }); // prettier-ignore
    const next = afterThat(turn, asked, 'the money, I said');
    const summary = en.passedOn('Refund status');
    expect(settled(next, sure, {})).toMatchObject({ rule: 'said_before', reason: 'repeated_failure', replies: [{ text: `${en.handOver.failed} ${summary}` }] }); // prettier-ignore
  });

  it.each<[string, Reading, object]>([
    ['it was in junk. cheers', sure, { kind: 'small_talk', replies: [{ text: en.smallTalk.thanks[0] }] }],
    ['I give it a few more days then', withActs(sure, { acknowledgement: 0.95 }), { kind: 'small_talk', replies: [{ text: en.smallTalk.acknowledgement[0] }] }],
    ['thanks, but where is my money', sure, { kind: 'clarify' }],
    ['I give it a few more days then', withActs(sure, { acknowledgement: 0.6 }), { kind: 'clarify' }],
    ['perfect. and the towels', withActs(sure, { acknowledgement: 0.95 }), { kind: 'clarify' }],
  ])('who takes note of the answer, or gives thanks for it, is not asked: %s', (text, reading, expected) => {
    expect(settled(says(text, refund), reading, {})).toMatchObject(expected);
  }); // prettier-ignore

  it('nor handed over, after that question', () => {
    const turn = says('and my money?', refund);
    const next = afterThat(turn, settled(turn, sure, {}), 'ah, it was in junk, thank you');
    expect(settled(next, sure, {})).toMatchObject({ kind: 'small_talk' });
  });

  it('what the message adds is answered', () => {
    const more = {
      readAfterPrevious: true,
      alone: reads(['delivery', 0.1]),
      before: reads(['refund', 0.99], ['delivery', 0.002]).topK,
    };
    const read = { ...reads(['refund', 0.95], ['delivery', 0.04]), ...more };
    const done = settled(says('and how long does it take?', refund), read, {});
    expect(done).toMatchObject({ kind: 'answer', intentId: 'id of delivery' });
  });

  it('who says that the answer was none is not asked, and does not get it again: people have it', () => {
    expect(settled(says('I tried that, still no money', refund), sure, {})).toMatchObject({ kind: 'escalate', rule: 'said_before' }); // prettier-ignore
    const between = { earlier: [before('how long', 'answer', 'delivery'), ...refund.earlier], lastBot: bot('Days.') };
    const again = settled(says("that's not what I asked, where is my money", between), sure, {});
    expect(again).toMatchObject({ kind: 'escalate', rule: 'said_before' });
  });

  it('who says that it is not so gets no other answer either', () => {
    const done = settled(says("that can't be right, I have your mail here", refund), reads(['delivery', 0.9]), {});
    expect(done).toMatchObject({ kind: 'escalate', rule: 'said_before' });
  });

  it('in anger: people have it', () => {
    expect(settled(says('not helpful, where is my money', refund), sure, {})).toMatchObject({ rule: 'upset' });
  });

  it('it offers what else the message may be about', () => {
    const asked = settled(says('and how long?', refund), reads(['refund', 0.95], ['delivery', 0.04]), {});
    const buttons = ['Delivery time', en.somethingElse, en.person].map((label) => ({ label }));
    expect(asked).toMatchObject({ rule: 'said_before', replies: [{ quickReplies: buttons }] });
  });

  it('something else is answered', () => {
    const turn = says('and my money?', refund);
    const next = afterThat(turn, settled(turn, sure, {}), 'when does the parcel come');
    expect(settled(next, reads(['delivery', 0.96]), {})).toMatchObject({ kind: 'answer', intentId: 'id of delivery' });
    expect(settled(next, reads(['delivery', 0.9]), {})).toMatchObject({ kind: 'escalate' });
  });

  it('another answer came between: it is said again', () => {
    const earlier = [before('and delivery', 'answer', 'delivery'), ...refund.earlier];
    const turn = says('my refund', { earlier, lastBot: bot('In three days.') });
    expect(outcome(turn, sure)).toMatchObject({ kind: 'answer' });
  });

  it('another order is another answer', () => {
    const first = says('where is order 1042', { contact: customer });
    const done = settled(first, reads(['order', 0.9]), { number: '1042', status: 'packed' });
    const next = afterThat(first, done, 'and order 1043?');
    expect(settled(next, reads(['order', 0.9]), { number: '1043', status: 'packed' })).toMatchObject({
      kind: 'answer',
    });
  });
});

const probability = fc.double({ min: 0, max: 1, noNaN: true });
const intents = fc.constantFrom(...shop.intents.keys(), 'gone');
const ranked = fc.uniqueArray(fc.tuple(intents, probability), {
  minLength: 1,
  maxLength: 4,
  selector: ([name]) => name,
});
const chances = <K extends string>(names: readonly K[]): fc.Arbitrary<Record<K, number>> =>
  fc
    .array(fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, probability), { minLength: names.length })
    .map((values) => Object.fromEntries(names.map((name, i) => [name, values[i]!])) as Record<K, number>);
const reading: fc.Arbitrary<Reading> = fc
  .record({
    ...{ ranked, oosScore: probability, readAfterPrevious: fc.boolean() },
    topics: fc.oneof({ weight: 9, arbitrary: fc.constant(unsure.topics) }, chances(sensitiveTopic.options)),
    ...{ acts: chances(dialogueAct.options), several: fc.oneof(fc.constant([]), ranked) },
  })
  .map(({ ranked, several, ...rest }) => ({
    ...reads(...ranked.sort(([, a], [, b]) => b - a)),
    ...{ ...rest, requests: several.length > 1 ? readsSeveral(...several).requests : [] },
  }));
const text = fc.oneof(
  fc.constantFrom(...['hi', 'thanks', 'ok', 'no', '?', '👍', '😡', 'agent', 'are you a bot', 'something else', '1042']),
  fc.constantFrom(...['the first one', 'both', 'no idea', '1043 jo@x.org', 'one moment', 'where is it', 'help', '٢']),
  fc.constantFrom(...[...shop.intents.values()].map(({ title }) => title)),
  fc.string({ minLength: 1 }),
);
const outputs = fc.constantFrom<Record<string, string>[]>(
  {},
  { number: '1042', status: 'packed', n: '3', points: '9', link: 'l' },
);

it('always says something, and never the same outcome twice in a row', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(text, reading, outputs), { minLength: 1, maxLength: 8 }), (messages) => {
      let turn = says(messages[0]![0]);
      let last: object | null = null;
      for (const [i, [, read, values]] of messages.entries()) {
        const done = settled(turn, read, values);
        expect(done.replies.length > 0 || ['person_asked_for'].includes(done.rule)).toBe(true);
        expect(done.replies.every((reply) => reply.text.trim() !== '')).toBe(true);
        if (done.kind === 'escalate') return;
        expect(identity(done)).not.toEqual(last);
        last = identity(done);
        turn = afterThat(turn, done, messages[i + 1]?.[0] ?? '');
      }
    }),
    { numRuns: 3000 },
  );
});

function identity({ kind, replies, ...rest }: Settled): object {
  const { intentId, slot } = { intentId: null, slot: null, ...rest };
  return { kind, intentId, slot, text: replies.at(-1)!.text };
}
