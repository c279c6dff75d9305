import { describe, expect, it } from 'vitest';
import { isByMachine } from './machine-mail.js';
import { replyText } from './reply-text.js';
import { newThreadToken, replyAddress, tokensIn } from './thread.js';

const token = newThreadToken();

describe('the token of a conversation', () => {
  it.each([
    ['help@shop.example', `help+${token}@shop.example`],
    ['Shop <help@shop.example>', `help+${token}@shop.example`],
  ])('of %s is in the reply address', (sender, address) => expect(replyAddress(sender, token)).toBe(address));

  it.each([
    ['an address', [`"Shop" <help+${token.toUpperCase()}@shop.example>`], [], [token]],
    ['a reference', ['help@shop.example'], [`<0193-a.${token}@shop.example>`], [token]],
    ['the thread', [], [`<x@y.example> <${token}@shop.example>`], [token]],
    ['nothing', ['help+sales@shop.example'], ['<abc@mail.example>'], []],
  ])('is found in %s', (_, addresses, references, found) => expect(tokensIn(addresses, references)).toEqual(found));
});

describe('what a customer answers', () => {
  const quoted = '> — Please answer above this line —\n> \n> Sam:\n> Is it the blue one?';
  it.each([
    ['alone', 'Yes, the blue one.', 'Yes, the blue one.'],
    ['above a quoted mail', `Yes.\n\nOn Wed, 25 Nov 2026 at 10:00, Shop <help@shop.example> wrote:\n${quoted}`, 'Yes.'],
    ['in words nobody knows', `Tak.\n\nDnia 25.11.2026 Shop napisał:\n${quoted}`, 'Tak.'],
    ['in German', 'Ja.\n\nAm Mi., 25. Nov. 2026 um 10:00 Uhr schrieb Shop <help@shop.example>:\n> Blau?', 'Ja.'],
    ['in French', 'Oui.\n\nLe mer. 25 nov. 2026 à 10:00, Shop <help@shop.example> a écrit :\n> Bleu ?', 'Oui.'],
    ['with a signature', 'It is the blue one.\n\n-- \nKim Lee\n+44 20 7946 0000', 'It is the blue one.'],
    ['with Windows line ends', 'First.\r\nSecond.', 'First.\nSecond.'],
  ])('%s', (_, text, said) => expect(replyText({ text })).toBe(said));

  it('in HTML alone', () => {
    const html =
      '<p>Yes, <b>blue</b>.</p><script>x()</script><blockquote>— Please answer above this line —</blockquote>';
    expect(replyText({ html })).toBe('Yes, blue.');
  });
});

it.each([
  [{ 'auto-submitted': 'auto-replied' }, true],
  [{ 'auto-submitted': 'no' }, false],
  [{ precedence: 'bulk' }, true],
  [{ 'return-path': '<>' }, true],
  [{ 'list-id': '<news.example>' }, true],
  [{ subject: 'Re: order' }, false],
])('mail with %o is by a machine: %s', (headers, machine) => {
  expect(isByMachine(Object.entries(headers).map(([key, value]) => ({ key, value })))).toBe(machine);
});
