import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderNumberIn } from './order-number.js';
import { plain } from './plain.js';

const read = (text: string, pattern = '', asked = false) => orderNumberIn(plain(text), pattern, asked)?.value ?? null;

it.each<[string, string | null]>([
  ['where is my order 1042?', '1042'],
  ['1042', '1042'],
  ['#1042 still not here!!', '1042'],
  ['Order no. FH-1042 please', 'FH-1042'],
  ['order number: 204', '204'],
  ['fh1042', 'FH1042'],
  ['I paid £1042 on 12/11/2026 for order 1043', '1043'],
  ['I paid £1042', null],
  ['it cost 1042 pounds', null],
  ['ordered on 12.11.2026', null],
  ['ordered on 2026-11-12', null],
  ['where is my order', null],
  ['my order from 3 days ago', null],
  ['jo1042@example.com', null],
  ['Bestellnummer: 10423', '10423'],
  ['أين طلبي رقم ١٠٤٢', '1042'],
  ['', null],
])('%s -> %s', (text, expected) => {
  expect(read(text)).toBe(expected);
});

describe('what was asked for', () => {
  it.each<[string, string | null]>([
    ['42', '42'],
    ['#A-12/2026', 'A-12/2026'],
    ['none', null],
    ['it is 77', null],
  ])('%s -> %s', (text, expected) => expect(read(text, '', true)).toBe(expected));
});

describe("the shop's own shape", () => {
  it.each<[string, string, string | null]>([
    ['FH-#####', 'where is fh 12345?', 'FH-12345'],
    ['FH-#####', 'where is FH12345', 'FH-12345'],
    ['FH-#####', 'where is order 12345', null],
    ['FH-#####', 'XFH-12345', null],
    ['FH-#####', 'FH-123456', null],
    ['AA##*', 'ab12c', 'AB12C'],
    ['ab.##', 'AB.12', 'ab.12'],
    ['(##)', 'my (12) please', '(12)'],
    ['FH-####, W-##', 'w12', 'W-12'],
  ])('%s in %s -> %s', (pattern, text, expected) => expect(read(text, pattern)).toBe(expected));

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
