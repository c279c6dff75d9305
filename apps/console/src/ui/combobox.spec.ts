import { describe, expect, it } from 'vitest';
import { search } from './combobox.js';

const options = [
  { value: '1', label: 'Order status', about: 'order_status' },
  { value: '2', label: 'Change an order' },
  { value: '3', label: 'Refund', about: 'money_back' },
];

describe('search', () => {
  it.each([
    ['', ['1', '2', '3']],
    ['ORDER', ['1', '2']],
    ['order  change', ['2']],
    ['money', ['3']],
    ['none', []],
  ])('%j finds %j', (typed, expected) => {
    expect(search(options, typed).map(({ value }) => value)).toEqual(expected);
  });
});
