import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderNumberIn, orderNumbersIn } from './order-number.js';
import { plain } from './plain.js';

const read = (text: string, pattern = '', asked = false) => orderNumberIn(plain(text), pattern, asked)?.value ?? null;

describe('an order number', () => {
  it.each<[string, string]>([
    ['where is my order 1042?', '1042'],
    ['1042', '1042'],
    ['204', '204'],
    ['1042 please', '1042'],
    ["it's 204, thanks", '204'],
    ['#1042 still not here!!', '1042'],
    ['order#1042', '1042'],
    ['my order is 1o42', '1042'],
    ['#FH1042', 'FH1042'],
    ['Order no. FH-1042 please', 'FH-1042'],
    ['order no: fh-1042', 'FH-1042'],
    ['order fh 1042 when', 'FH1042'],
    ['FH 1042 has not come', 'FH1042'],
    ['order number: 204', '204'],
    ['order number is 204', '204'],
    ['my order number is 1042 and nothing came', '1042'],
    ['Order ID 1042', '1042'],
    ['ref 10423', '10423'],
    ['reference: 10423', '10423'],
    ['fh1042', 'FH1042'],
    ['nr. 1042', '1042'],
    ['no. 1042', '1042'],
    ['No 1042', '1042'],
    ['№ 1042', '1042'],
    ['commande n°1042', '1042'],
    ['ma commande nº 1042 est où', '1042'],
    ['numéro de commande : 1042', '1042'],
    ['pedido número 1042', '1042'],
    ['mi pedido es el 1042', '1042'],
    ['número de pedido 1042', '1042'],
    ['Bestellnummer: 10423', '10423'],
    ['meine Bestellung mit der Nummer 1042', '1042'],
    ['Bestellung 1042 am Montag bestellt', '1042'],
    ['Auftrag Nr. 1042', '1042'],
    ['أين طلبي رقم ١٠٤٢', '1042'],
    ['رقم الطلب 1042', '1042'],
    ['رقم طلبي هو ۱۰۴۲', '1042'],
    ['order 1042', '1042'],
    ['I paid £1042 on 12/11/2026 for order 1043', '1043'],
    ['order 1042, placed on 5 November 2026', '1042'],
    ['ordered 5/11/2026, number 1042', '1042'],
    ['order 1042 cost £49.99', '1042'],
    ['2 mugs were missing from 1042', '1042'],
    ['1042 has 2 broken plates', '1042'],
    ['order 1042 2 mugs are broken', '1042'],
    ['order 1042 items are missing', '1042'],
    ['order 2024 please', '2024'],
    ['2024', '2024'],
    ['1042 and my phone is 07700 900123', '1042'],
    ['Ah no, 9917 is the end of my phone number. 1043.', '1043'],
    ["1187's my card number, the order is 1043", '1043'],
    ['that was my phone number. 1043', '1043'],
    ['1042, bs1 4rw', '1042'],
    ['order 1042 paid with card ending 4242', '1042'],
    ['order 1042, customer number 553322', '1042'],
    ['order 1042 tracking JD014600004421', '1042'],
    ['order 0001042', '0001042'],
    ['at 10:42 I placed order 1043', '1043'],
    ['where’s 1042', '1042'],
    ['wheres 1042 i ordered it 3 days ago', '1042'],
    ['where is(1042)', '1042'],
    ['order "1042"', '1042'],
    ['order=1042', '1042'],
    ['order1042', '1042'],
    // Typed apart.
    ['1 0 4 2', '1042'],
    ['my order is 1 0 4 2', '1042'],
    ['where is 1 0 4 2 now', '1042'],
    ['1-0-4-2', '1042'],
    ['10 42', '1042'],
    ['order 10 42', '1042'],
    ['order 10 42 please', '1042'],
    ['order number 104-2', '1042'],
    ['104-2', '1042'],
    ['order 1,042', '1042'],
    ['commande 1 042', '1042'],
    ['order 104 2', '1042'],
    // In words.
    ['order one zero four two', '1042'],
    ['one zero four two', '1042'],
    ['its one oh four two', '1042'],
    ['where is one zero four two', '1042'],
    ['order number ten forty-two', '1042'],
    ['ten forty two', '1042'],
    ['ten forty-two. Where is it.', '1042'],
    ['order one thousand and forty two', '1042'],
    ['order number one double four two', '1442'],
    ['Bestellung eins null vier zwei', '1042'],
    ['Bestellung tausendzweiundvierzig', '1042'],
    ['Bestellnummer zehn zweiundvierzig', '1042'],
    ['pedido uno cero cuatro dos', '1042'],
    ['pedido mil cuarenta y dos', '1042'],
    ['pedido diez cuarenta y dos', '1042'],
    ['commande un zéro quatre deux', '1042'],
    ['commande mille quarante-deux', '1042'],
    ['commande dix quarante-deux', '1042'],
    ['commande mille quatre-vingt-dix-sept', '1097'],
    ['طلب رقم واحد صفر أربعة اثنان', '1042'],
    ['رقم الطلب ألف واثنان وأربعون', '1042'],
    // Corrections: the last one.
    ['no, I meant 1043', '1043'],
    ['order 1042, no sorry, 1043', '1043'],
    ['not 1042 but 1043', '1043'],
    ["it's 1043, not 1042", '1043'],
    ['1043 instead of 1042', '1043'],
    ['1043 I mean sorry', '1043'],
    ['1042, 1043 I mean', '1043'],
    ['order 1042. oh wait it should be 1043', '1043'],
    ['nicht 1042 sondern 1043', '1043'],
    ['1043, nicht die 1042', '1043'],
    ['no 1042 sino 1043', '1043'],
    ['es 1043, no 1042', '1043'],
    ['pas la 1042, la 1043', '1043'],
    ['je voulais dire 1043', '1043'],
    ['ليس 1042 بل 1043', '1043'],
    ['قصدي ١٠٤٣', '1043'],
    ['I asked about 1042. Now where is 1043?', '1043'],
    ['I have not received order 1042', '1042'],
  ])('%s -> %s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('no order number', () => {
  it.each<string>([
    ...['', 'where is my order', 'my order from 3 days ago', 'order', 'order number?', 'my order number', 'number 7'],
    // Dates and times.
    ...['ordered on 12.11.2026', 'ordered on 2026-11-12', '5/11/2026', 'on 5/11', '5 November 2026', '5 November'],
    ...['November 5th, 2026', 'in 2024', 'I have been a customer since 2019', 'my 2024 kettle broke', 'nov 2025'],
    ...[
      'am 5. November 2026 bestellt',
      'am 5.11. bestellt',
      'el 5 de noviembre de 2026',
      'le 5 novembre 2026',
      'seit 2019',
    ],
    ...[
      'en 2024',
      'depuis 2020',
      'في 5 نوفمبر 2026',
      'منذ 2021',
      'at 10:42',
      '10.30 am',
      'at ten forty two',
      'um 14 Uhr',
    ],
    ...['à 14h30', '24/7', 'open 9-17?', 'by christmas 2026', 'at 1030am'],
    // Prices.
    ...['I paid £1042', 'it cost 1042 pounds', 'it cost £49.99', '1042.50', '1,042 euros', '1042 €', '1042€', '$1042'],
    ...['£1,042.50', '50 quid', 'EUR 1042', 'I spent 2000 dollars', 'two thousand pounds', '1042 £', '1042 جنيه'],
    // Quantities, sizes, measures.
    ...[
      '2 mugs',
      'size 42',
      '43 cm',
      '200 gsm',
      '1500 g',
      '2700 K',
      '1000 ml',
      '1200x800 mm',
      '1200 x 800',
      '3000 watts',
    ],
    ...['I want to order 1500 bags', 'can I order 200 mugs', 'we would like to order 1200 cups', 'order of 1500 bags'],
    ...[
      'bulk order 500 mugs',
      'a group of 1200 people',
      '1500 pieces',
      '1200 Stück',
      '1500 unidades',
      '2000 pièces',
      'EU size 4042',
    ],
    ...['I told you one thousand times', 'a thousand thanks', 'model 3000', 'article no. 55012', 'Artikelnummer 55012'],
    // Telephone numbers, postcodes, cards, parcels, addresses.
    ...[
      '07700 900123',
      '07700900123',
      '+44 20 7946 0123',
      'call me on 0117 496 0123',
      '020 7946 0123',
      '06 12 34 56 78',
    ],
    ...['+49 421 123456', 'bs1 4rw', 'PLZ 28195', 'postcode is 28195', 'D-28195 Bremen', 'we moved to 28195 Bremen'],
    ...[
      'card ending 4242',
      'card ending in 4242',
      'visa 4242',
      'the last four are 4242',
      '**** 4242',
      '4242 4242 4242 4242',
    ],
    ...['4242424242424242', 'Karte endet auf 4242', 'tarjeta terminada en 4242', 'carte se terminant par 4242'],
    ...[
      '1Z999AA10123456784',
      'JD014600004421',
      'JJD000390007',
      'RR123456789GB',
      '12345678901234',
      'tracking number 123456789',
    ],
    ...[
      'Sendungsnummer 123456789',
      'numéro de suivi 123456789',
      'DE89 3704 0044 0532 0130 00',
      'customer number 553322',
    ],
    ...[
      'Kundennummer: 553322',
      'account 553322',
      'invoice 20421',
      'voucher 8080',
      'I live at 1042 Main Street',
      'flat 1204',
    ],
    ...[
      'jo1042@example.com',
      'https://shop.example/p/1042',
      'one or two',
      'two of them',
      'null Problem',
      'once upon a time',
    ],
  ])('%s', (text) => expect(read(text)).toBeNull());
});

it.each<[string, string[]]>([
  ['1042, 1043 and 1044', ['1042', '1043', '1044']],
  ['orders 1042 and 1043', ['1042', '1043']],
  ['where are #1042 & #1043', ['1042', '1043']],
  ['1042/1043', ['1042', '1043']],
  ['1042,1043', ['1042', '1043']],
  ['1042 1043', ['1042', '1043']],
  ['order 104 and 105', ['104', '105']],
  ['order 1042 and order no. 1043', ['1042', '1043']],
  ['order 1042 and also my other order 1043', ['1042', '1043']],
  ['FH-1042, FH-1043', ['FH-1042', 'FH-1043']],
  ['Bestellungen 1042 und 1043', ['1042', '1043']],
  ['pedidos 1042 y 1043', ['1042', '1043']],
  ['commandes 1042 et 1043', ['1042', '1043']],
  ['الطلبات ١٠٤٢ و١٠٤٣', ['1042', '1043']],
  ['one zero four two and one zero four three', ['1042', '1043']],
  ['order 1042 and 2 mugs', ['1042']],
  ['1042 1042', ['1042']],
  ['order 1042, I meant 1043 and 1044', ['1044']],
  ['1042 is fine. 1043 and 1044 are not', ['1043', '1044']],
])('of a list, all: %s', (text, expected) => {
  expect(orderNumbersIn(text, '', false)).toEqual(expected);
  expect(read(text)).toBe(expected[0]);
});

describe('what was asked for', () => {
  it.each<[string, string | null]>([
    ['42', '42'],
    ['#A-12/2026', 'A-12/2026'],
    ['none', null],
    ['it is 77', null],
    ['it should be 204 I think', '204'],
    ['I think it was ten forty two', '1042'],
    ['I believe 10 42', '1042'],
    ['2024', '2024'],
    ['I bought it on 5 November', null],
    ['5/11/2026', null],
    ['£49.99', null],
    ['1Z999AA10123456784', null],
    ['07700900123', null],
    ['I bought two mugs in 2024', null],
  ])('%s -> %s', (text, expected) => expect(read(text, '', true)).toBe(expected));
});

describe("the shop's own shape", () => {
  it.each<[string, string, string | null]>([
    ['FH-#####', 'where is fh 12345?', 'FH-12345'],
    ['FH-#####', 'where is FH12345', 'FH-12345'],
    ['FH-#####', 'where is order 12345', 'FH-12345'],
    ['FH-#####', 'where is 12345', null],
    ['FH-#####', 'FH 1 2 3 4 5', 'FH-12345'],
    ['FH-#####', 'fh one two three four five', 'FH-12345'],
    ['FH-#####', 'fh 123 45', 'FH-12345'],
    ['FH-#####', 'not FH-12345 but FH-12346', 'FH-12346'],
    ['FH-#####', 'order 1234', null],
    ['FH-#####', 'XFH-12345', null],
    ['FH-#####', 'FH-123456', null],
    ['####', 'where is 1042', '1042'],
    ['####', 'ten forty two', '1042'],
    ['####', 'I paid £1042 in 2024', null],
    ['####', '104-2', '1042'],
    ['#####', 'order 1042 2 mugs', null],
    ['AA##*', 'ab12c', 'AB12C'],
    ['ab.##', 'AB.12', 'ab.12'],
    ['(##)', 'my (12) please', '(12)'],
    ['FH-####, W-##', 'w12', 'W-12'],
  ])('%s in %s -> %s', (pattern, text, expected) => expect(read(text, pattern)).toBe(expected));

  it('is found in a list', () => {
    expect(orderNumbersIn('fh1042, FH 1043 and w12', 'FH-####, W-##', false)).toEqual(['FH-1042', 'FH-1043', 'W-12']);
    expect(orderNumberIn('12345', 'FH-#####', true)?.value).toBe('FH-12345');
  });

  it('is found wherever a number of this shape stands, and nothing breaks on any shape', () => {
    const character = fc.constantFrom('#', 'A', '*', 'F', '7', '-', '.', '/', '(', '\\', '[', '|', ' ');
    const shapes = fc.array(character, { minLength: 1, maxLength: 12 }).map((all) => all.join('').trim());
    const usable = shapes.filter((shape) => /[#A*]/.test(shape));
    fc.assert(
      fc.property(usable, fc.constantFrom('', '¿', '« '), (shape, before) => {
        const number = [...shape].map((each) => ({ '#': '4', A: 'Q', '*': 'Z' })[each] ?? each).join('');
        expect(read(`${before}${number}`, shape)).toBe(number);
      }),
    );
    fc.assert(fc.property(fc.string(), fc.string(), (shape, text) => void read(text, shape)));
  });
});
