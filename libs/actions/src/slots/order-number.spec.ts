import { expect, it } from 'vitest';
import { orderNumberIn } from './order-number.js';

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
  ['', null],
])('%s -> %s', (text, expected) => {
  expect(orderNumberIn(text)).toBe(expected);
});
