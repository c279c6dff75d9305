import { describe, expect, it } from 'vitest';
import type { Reading } from '../situation.js';
import { before, outcome, reads, says, unlikeAnything, unsure, withActs } from '../testing/situations.js';
import { words } from '../words/index.js';

const en = words.en;
const something = en.somethingElse;

describe('asks which is meant', () => {
  it.each<[string, Reading, string[] | null]>([
    ['two share the confidence', reads(['refund', 0.5], ['delivery', 0.4]), ['Refund status', 'Delivery time']],
    ['they just reach so much together', reads(['refund', 0.3], ['delivery', 0.25]), ['Refund status', 'Delivery time']], // prettier-ignore
    ['they do not', reads(['refund', 0.3], ['delivery', 0.24]), null],
    ['three share it', reads(['refund', 0.3], ['delivery', 0.25], ['cost', 0.2]), ['Refund status', 'Delivery time', 'Delivery cost']], // prettier-ignore
    ['a fourth does not', reads(['refund', 0.2], ['delivery', 0.17], ['cost', 0.17], ['order', 0.17]), null],
    ['one for people is an option', reads(['refund', 0.5], ['warranty', 0.4]), ['Refund status', 'About warranty']],
    ['not when both are', reads(['gift', 0.5], ['warranty', 0.4]), null],
    ['the second is far behind', reads(['refund', 0.78], ['delivery', 0.14]), ['Refund status']],
    ['one that is hardly likely', reads(['refund', 0.39], ['delivery', 0.1]), null],
    ['one that is likely', reads(['refund', 0.46], ['delivery', 0.1]), ['Refund status']],
    ['one, perhaps out of scope', { ...reads(['refund', 0.6]), oosScore: 0.26 }, null],
    ['one, hardly out of scope', { ...reads(['refund', 0.6]), oosScore: 0.24 }, ['Refund status']],
    ['a person is no option', reads(['refund', 0.5], ['talk_to_human', 0.4]), ['Refund status']],
    ['an intent that is gone is none', reads(['refund', 0.5], ['gone', 0.4]), ['Refund status']],
  ])('%s', (_, reading, titles) => {
    const text = titles?.length === 1 ? en.isItThis : en.which;
    const replies = titles && [{ text, quickReplies: [...titles, something].map((text) => ({ label: text, text })) }]; // prettier-ignore
    expect(outcome(says('about the thing from before'), reading)).toMatchObject(
      replies ? { kind: 'clarify', rule: 'close_intents', replies } : { kind: 'escalate', rule: 'not_confident' },
    );
  });

  const close = reads(['refund', 0.5], ['delivery', 0.4]);
  const asked = before('a', 'clarify', null, null, { rule: 'close_intents' });
  it.each<[string, ReturnType<typeof before>[], object]>([
    ['not right after a question', [asked], { rule: 'asked_before' }],
    ['nor past small talk', [before('ok', 'small_talk'), asked], { rule: 'asked_before' }],
    ['not the same in an episode', [before('b', 'answer', 'cost'), before('c', 'answer', 'refund'), asked], { rule: 'asked_before' }], // prettier-ignore
    ['another one', [before('b', 'answer', 'order'), before('c', 'answer', 'cost'), asked], { rule: 'close_intents' }],
  ])('%s', (_, earlier, expected) => {
    expect(outcome(says('about the thing from before', { earlier }), close)).toMatchObject(expected);
  });
});

describe('asks what it is about', () => {
  it.each<[string, string, Reading, string[] | null]>([
    [
      'a general phrase',
      'I have a question',
      reads(['refund', 0.3], ['order', 0.1]),
      ['Refund status', 'Order status'],
    ],
    ['a general phrase that is like nothing', 'can you help me', unlikeAnything, ['Refund status']],
    ['two words', 'the money', reads(['refund', 0.3]), ['Refund status']],
    ['two words that are like nothing', 'price match', unlikeAnything, null],
    ['the model says so', 'it is about what I bought', withActs(unsure, { too_general: 0.9 }), ['Refund status']],
    ['only a question mark', '?', reads(['refund', 0.3]), []],
    ['an emoji that asks', '🤔', unsure, []],
    ['no idea at all', 'help', reads(['refund', 0.04]), []],
    ['more words', 'what about the money then', unsure, null],
  ])('%s: %s', (_, text, reading, titles) => {
    const buttons = titles?.length ? [...titles, something].map((each) => ({ label: each, text: each })) : undefined;
    const reply = buttons ? { text: en.aboutWhat, quickReplies: buttons } : { text: en.openQuestion };
    expect(outcome(says(text), reading)).toMatchObject(
      titles ? { kind: 'clarify', rule: 'too_general', replies: [reply] } : { kind: 'escalate' },
    );
  });

  it('once in an episode', () => {
    const earlier = [before('b', 'answer', 'order'), before('a', 'clarify', null, null, { rule: 'too_general' })];
    expect(outcome(says('help', { earlier }), unsure)).toMatchObject({ kind: 'escalate', rule: 'asked_before' });
  });
});
