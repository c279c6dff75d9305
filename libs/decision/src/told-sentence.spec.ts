import { describe, expect, it } from 'vitest';
import type { Similarity } from '#contracts';
import { decide } from './decide.js';
import type { Knowledge, Turn } from './situation.js';
import { answered, before, bot, intent, known, reads, says, shop } from './testing/situations.js';

const whole = 'We write once a week. Changes take 48 hours. Press “E-mail preferences” to leave.';
const newsletter = intent('newsletter', { answers: new Map([['en', answered(whole)]]) });
const writing = { ...shop, intents: new Map([...shop.intents, ['newsletter', newsletter]]) };
const given = { earlier: [before('can I have your letters', 'answer', 'newsletter')], lastBot: bot(whole) };
const weekly = 'We write once a week.';
/** Sure neither of the delivery nor of the refund, and asks which is meant. */
const torn = reads(['delivery', 0.4], ['refund', 0.35]);

/** Decides as the worker does, with `weekly` so near to the message. */
function decided(turn: Turn, near: number, more: Partial<Knowledge> = {}) {
  const similarities = new Map<string, Similarity>();
  const all = { ...known(torn), shop: writing, similarities, ...more };
  for (;;) {
    const outcome = decide(turn, all);
    if (outcome.kind === 'act') throw new Error('Nothing is looked up');
    if (outcome.kind !== 'compare') return outcome;
    for (const text of outcome.texts) {
      const to = text === weekly ? near : 0.1;
      similarities.set(text, { message: to, question: 0.1, together: to, tuned: to, selected: 0 });
    }
  }
}

describe('a message after an answer that the model is unsure of', () => {
  it('is told the sentence of that answer which surely answers it', () => {
    const outcome = decided(says('how often does it come', given), 0.6);
    expect(outcome).toMatchObject({ kind: 'answer', rule: 'said_before', intentId: 'id of newsletter' });
    expect(outcome.replies.map(({ text }) => text)).toEqual([weekly]);
  });

  it('also where it would go to people', () => {
    const unknown = { reading: reads(['delivery', 0.1]) };
    expect(decided(says('how often does it come', given), 0.1, unknown).kind).toBe('escalate');
    expect(decided(says('how often does it come', given), 0.6, unknown).kind).toBe('answer');
  });

  it.each<[why: string, turn: Turn, near: number, more: Partial<Knowledge>]>([
    ['no sentence surely answers it', says('how often does it come', given), 0.1, {}],
    ['nothing can be compared', says('how often does it come', given), 0.6, { similarities: null }],
    ['nothing was answered before', says('how often does it come'), 0.6, {}],
  ])('is asked about where %s', (_, turn, near, more) => {
    expect(decided(turn, near, more)).toMatchObject({ kind: 'clarify', rule: 'close_intents' });
  });

  it('is told none where it is likelier about another thing', () => {
    const unsure = { ...known(torn).policy, threshold: 0.85 };
    const another = { policy: unsure, reading: reads(['delivery', 0.8]) };
    expect(decided(says('I mean how many days until it is here', given), 0.6, another).replies.map(({ text }) => text)).not.toContain(weekly); // prettier-ignore
    const unlikely = { policy: unsure, reading: reads(['delivery', 0.3]) };
    expect(decided(says('how often does it come', given), 0.6, unlikely).replies.map(({ text }) => text)).toEqual([weekly]); // prettier-ignore
  });

  it('is not told again what did not help', () => {
    const outcome = decided(says('that did not help at all', given), 0.6);
    expect(outcome.replies.map(({ text }) => text)).not.toContain(weekly);
  });
});

it('a message that by itself is about nothing the shop knows is told none, however near one is', () => {
  const same = reads(['newsletter', 0.95]);
  const asksOn = says('sweet, any jobs going', given);
  expect(decided(asksOn, 0.6, { reading: same }).kind).toBe('answer');
  const unknown = { reading: { ...same, alone: { ...reads(['delivery', 0.1]), oosScore: 0.9 } } };
  expect(decided(asksOn, 0.6, unknown)).toMatchObject({ kind: 'clarify', rule: 'said_before' });
});
