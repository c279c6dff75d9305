import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { placeholders } from './kinds.js';
import { mask, type MaskOptions } from './mask.js';

const masked = (text: string) => mask(text).text;

describe('mask', () => {
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
    expect(masked(text)).toBe(expected);
  });

  it.each([
    'I paid £1042 on 12/11/2026',
    'ordered on 2026-11-12, 2 mugs',
    'a 205/55 R16 tyre for 49.99',
    'is it ok at 220 degrees for 30-40 minutes',
    'a gift voucher from 2023, 10% off',
    'ask @fernhill, or in order to see it',
    'error 402',
    'sizes 36, 38, 40 and 42',
    'sizes 8 10 12 14 16',
    'open 10:30-18:00, 9.30-17.30 on Sundays',
    '180 x 90 x 75 cm',
    'it cost €12,500 in 2024-2026',
    'my password is wrong',
    'order 150 mugs',
    'is the WH-1000XM4 in stock',
  ])('leaves “%s” alone', (text) => {
    expect(masked(text)).toBe(text);
  });

  const digits = (minLength: number, maxLength: number) =>
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength, maxLength }).map((list) => list.join(''));
  /** No word that says what follows, such as "cp", a postcode, or "pin". */
  const word = fc.stringMatching(/^x[a-z]{1,7}$/);
  const personal = fc.oneof(
    fc.emailAddress(),
    digits(5, 24),
    fc.tuple(digits(4, 4), digits(3, 4), digits(3, 4)).map((groups) => groups.join(' ')),
    fc.tuple(fc.stringMatching(/^[A-Z]{1,3}$/), digits(5, 12)).map((parts) => parts.join('')),
  );

  it('lets nothing personal through, wherever it stands between words', () => {
    fc.assert(
      fc.property(fc.array(word), personal, fc.array(word), (before, secret, after) => {
        const found = masked([...before, secret, ...after].join(' '));
        expect(found).not.toContain('@');
        expect(found).not.toMatch(/\d{5}/);
        expect(found.startsWith(before.join(' '))).toBe(true);
        expect(found.endsWith(after.join(' '))).toBe(true);
      }),
    );
  });

  it('takes an address with a sign in its middle and an @ behind it whole', () => {
    expect(masked('mail jo@home+x@shop.example, please')).toBe('mail email, please');
    expect(masked('a@a+@')).toBe('email');
  });

  it('changes nothing the second time, and stands any text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'a1 @+-#.4e(') })),
        (text) => {
          const once = masked(text);
          expect(masked(once)).toBe(once);
        },
      ),
    );
  });

  it.each([
    '1',
    '1 ',
    'a@',
    'ab12 ',
    '(+1',
    'order ',
    '1-a',
    'de89 ',
    'my name is ',
    'a at b dot ',
    'Ab 1 ',
    'calle a ',
    '1 a street ',
    'password ',
    'a-',
    'a_',
    '+',
    '-',
  ])('is done with %j, thousands of times', (unit) => {
    expect(masked(unit.repeat(20_000))).not.toMatch(/\d{5}|@/);
  });

  it.each<[string, MaskOptions, string]>([
    ['Will my lamp come? Regards, WILL SMITH', { contactName: 'Will Smith' }, 'Will my lamp come? Regards, name'],
    ['it will come for smith', { contactName: 'Will Smith' }, 'it will come for name'],
    ['gracias, lucia', { contactName: 'Lucía de Ramos' }, 'gracias, name'],
    ['de nada, señora Ramos', { contactName: 'Lucía de Ramos' }, 'de nada, señora name'],
    ["O'Brien's parcel", { contactName: "Pat O'Brien" }, 'name parcel'],
    [
      'fh 12, FH12 and FH–12 but not FH-123',
      { orderNumberPattern: 'AA-##' },
      'number, number and number but not FH-123',
    ],
    ['K77Z or 4711', { customerNumberPattern: 'A##A, ####' }, 'number or number'],
    ['a (b', { contactName: '((', orderNumberPattern: '((, ,[', customerNumberPattern: '\\' }, 'a (b'],
  ])('%s, knowing %j', (text, options, expected) => {
    expect(mask(text, options).text).toBe(expected);
  });

  it('says what it found, each thing by itself', () => {
    const { text, found } = mask('jo@shop.example and al@shop.example, card 4111\u00a01111\u20131111 1111, order 1042');
    expect(text).toBe('email and email, card card, order number');
    expect(found).toEqual(['email', 'email', 'card', 'order_number']);
  });

  it.each([
    ['full-width digits', '４１１１１１１１１１１１１１１１', 'card'],
    ['a soft hyphen', '4111\u00ad1111\u200b11111111', 'card'],
    ['Arabic digits', '٤١١١ ١١١١ ١١١١ ١١١١', 'card'],
    ['tabs and line ends', '4111\t1111\n1111\r\n1111', 'card'],
    ['a comma', '07700,900,123', 'number'],
  ])('is not kept from it by %s', (_, text, expected) => {
    expect(masked(text)).toBe(expected);
  });

  it('uses words that the encoder knows as one piece', () => {
    const { model } = JSON.parse(readFileSync('models/minilm-l6/tokenizer.json', 'utf8')) as {
      model: { vocab: Record<string, number> };
    };
    const unknown = Object.values(placeholders).flatMap((words) =>
      words.split(' ').filter((word) => !(word in model.vocab)),
    );
    expect(unknown).toEqual([]);
  });
});
