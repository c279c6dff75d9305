import { describe, expect, it } from 'vitest';
import type { ActionResult } from '#actions';
import { decide } from './decide.js';
import type { Settled } from './outcome.js';
import type { Turn } from './situation.js';
import { before, bot, customer, known, reads, says } from './testing/situations.js';
import { words } from './words/index.js';

const packed = (number: string): ActionResult => ({ outputs: { number, status: 'packed' } });
const en = words.en;

/** Decides until something is said; the shop knows the orders 1041 and 1042. */
function afterLookUps(turn: Turn): { done: Settled; looked: string[] } {
  const results = new Map<string, ActionResult>();
  const looked: string[] = [];
  for (;;) {
    const next = decide(turn, known(reads(['order', 0.9]), { results }));
    if (next.kind === 'compare') throw new Error('Nothing is compared here');
    if (next.kind !== 'act') return { done: next, looked };
    const number = next.slots['orderId']!;
    looked.push(number);
    const result = ['1041', '1042'].includes(number) ? packed(number) : 'not_confirmed';
    results.set(JSON.stringify([next.action.id, Object.entries(next.slots).sort()]), result);
  }
}

describe('a list of orders', () => {
  const asked = {
    earlier: [before('where are they', 'ask_slot', 'order', 'orderId')],
    lastBot: bot(en.ask.order_number),
  };
  it.each<[string, Turn, string[], string[]]>([
    ['each is looked up and told', says('where are 1041 and 1042?', { contact: customer }), ['1041', '1042'], ['Order 1041 is packed.', 'Order 1042 is packed.']],
    ['also where the bot had asked', says('1042, 1041', { ...asked, contact: customer }), ['1042', '1041'], ['Order 1042 is packed.', 'Order 1041 is packed.']],
    ['what is unknown is asked about after the others', says('where are 9999 and 1042?', { contact: customer }), ['9999', '1042'], ['Order 1042 is packed.', en.notConfirmed[0]]],
    ['the same twice is one', says('where is 1042, order 1042?', { contact: customer }), ['1042'], ['Order 1042 is packed.']],
    ['three at most', says('where are 1041, 1042, 9998 and 9999?', { contact: customer }), ['1041', '1042', '9998'], ['Order 1041 is packed.', 'Order 1042 is packed.', en.notConfirmed[0]]],
    ['a corrected one is the one', says('where is 1041, sorry, I mean 1042', { contact: customer }), ['1042'], ['Order 1042 is packed.']],
  ])('%s', (_, turn, numbers, replies) => {
    const { done, looked } = afterLookUps(turn);
    expect(looked).toEqual(numbers);
    expect(done.replies.map(({ text }) => text)).toEqual(replies);
  }); // prettier-ignore
});
