import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTokenizer } from '../../slm/src/encoder/index.js';
import { mask } from './mask.js';

const redact = (text: string) => mask(text).text;

describe('redact', () => {
  it.each([
    ['mail me at jo.lambert+shop@example.co.uk please', 'mail me at email please'],
    ['reset pw for jo.lambert@ please', 'reset pw for email please'],
    ['ring me on 07700 900123 after five', 'ring me on number after five'],
    ['+44 (0)20 7946 0958', 'number'],
    ['call 020-7946-0958.', 'call number.'],
    ['my card 4111 1111 1111 1111 was refused', 'my card card was refused'],
    ['5500-0000-0000-0004', 'card'],
    ['4111 1111 1111 1112 has a typo', 'number has a typo'],
    ['refund to DE89 3704 0044 0532 0130 00 please', 'refund to bank account please'],
    ['gb29nwbk60161331926819 is mine', 'bank account is mine'],
    ['AT61 1904 3002 3457 3201 this time', 'bank account this time'],
    ['my order number is 10421, order number 1042', 'my order number is number, order number'],
    ['where is 48213377', 'where is number'],
    ['parcel 1Z999AA10123456784', 'parcel number'],
    ['Order no. FH-1042 please', 'Order no. number please'],
    ['where is my order 1042?', 'where is my order number?'],
    ['#1042 still not here', '# number still not here'],
    ['Bestellung: 1042', 'Bestellung number'],
    ['die 12-stellige FH-20117-B', 'die 12-stellige number'],
  ])('%s', (text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  it.each([
    'I paid £1042 on 12/11/2026',
    'ordered on 2026-11-12, 2 mugs',
    'a 205/55 R16 tyre for 49.99',
    'is it ok at 220 degrees for 30-40 minutes',
    'a gift voucher from 2023, 10% off',
    'ask @fernhill, or in order to see it',
    'error 402',
  ])('leaves “%s” alone', (text) => {
    expect(redact(text)).toBe(text);
  });

  const digits = (minLength: number, maxLength: number) =>
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength, maxLength }).map((list) => list.join(''));
  const word = fc.stringMatching(/^[a-z]{1,8}$/);
  const personal = fc.oneof(
    fc.emailAddress(),
    digits(5, 24),
    fc.tuple(digits(4, 4), digits(3, 4), digits(3, 4)).map((groups) => groups.join(' ')),
    fc.tuple(fc.stringMatching(/^[A-Z]{1,3}$/), digits(5, 12)).map((parts) => parts.join('')),
  );

  it('lets nothing personal through, wherever it stands between words', () => {
    fc.assert(
      fc.property(fc.array(word), personal, fc.array(word), (before, secret, after) => {
        const redacted = redact([...before, secret, ...after].join(' '));
        expect(redacted).not.toContain('@');
        expect(redacted).not.toMatch(/\d{5}/);
        expect(redacted.startsWith(before.join(' '))).toBe(true);
        expect(redacted.endsWith(after.join(' '))).toBe(true);
      }),
    );
  });

  it('takes an address with a sign in its middle and an @ behind it whole', () => {
    expect(redact('mail jo@home+x@shop.example, please')).toBe('mail email, please');
    expect(redact('a@a+@')).toBe('email');
  });

  it('changes nothing the second time, and stands any text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'a1 @+-#.4e(') })),
        (text) => {
          const once = redact(text);
          expect(redact(once)).toBe(once);
        },
      ),
    );
  });

  it.each(['1', '1 ', 'a@', 'ab12 ', '(+1', 'order ', '1-a', 'de89 '])(
    'is done with %j, thousands of times',
    (unit) => {
      expect(redact(unit.repeat(4000))).not.toMatch(/\d{5}|@/);
    },
  );

  it('uses words that the encoder knows as one piece', () => {
    const tokenizer = readTokenizer('models/minilm-l6/tokenizer.json');
    for (const placeholder of ['email', 'card', 'number', 'bank', 'account']) {
      expect(tokenizer.encode(placeholder)).toHaveLength(3); // between the two marks of a text
    }
  });
});
