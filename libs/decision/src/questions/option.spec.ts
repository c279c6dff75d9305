import { expect, it } from 'vitest';
import { isBareChoiceOf, optionsIn } from './option.js';

const titles = ['Return an item', 'Refund status', 'Delivery cost'];
it.each<[string, number[]]>([
  ['Return an item', [0]],
  ['refund STATUS!', [1]],
  ['refund', [1]],
  ['the delivery one please', [2]],
  ['returns', [0]],
  ['2', [1]],
  ['2.', [1]],
  ['number 3', [2]],
  ['no. 2', [1]],
  ['option 1 please', [0]],
  ['the first one', [0]],
  ['first', [0]],
  ['one', [0]],
  ['number one', [0]],
  ['the 2nd', [1]],
  ['the last one', [2]],
  ['the latter', [2]],
  ['der erste', [0]],
  ['die zweite bitte', [1]],
  ['la primera', [0]],
  ['el tercero', [2]],
  ['le deuxième', [1]],
  ['la dernière', [2]],
  ['الثاني', [1]],
  ['٢', [1]],
  ['all of them', [0, 1, 2]],
  ['4', []],
  ['0', []],
  ['item', [0]],
  ['an', []],
  ['something else', []],
  ['not the first', []],
  ['I want to know when it comes', []],
  ['1042', []],
  ['', []],
])('%s: %j', (text, chosen) => expect(optionsIn(text, titles)).toEqual(chosen));

it('takes both of three for none', () => expect(optionsIn('both', titles)).toEqual([]));

it.each<[string, boolean]>([
  ['the second', true],
  ['both please', true],
  ['4', true],
  ['the second lamp', false],
  ['no', false],
  ['refund', false],
  ['', false],
])('%s chooses, whatever there is: %s', (text, bare) => expect(isBareChoiceOf(text)).toBe(bare));

it('takes both of two', () => expect(optionsIn('both please', titles.slice(0, 2))).toEqual([0, 1]));
it('a part of two titles chooses none', () => expect(optionsIn('delivery', ['Delivery cost', 'Delivery time'])).toEqual([])); // prettier-ignore
it('chooses nothing of nothing', () => expect(optionsIn('the last one', [])).toEqual([]));
