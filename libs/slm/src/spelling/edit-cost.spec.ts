import { expect, it } from 'vitest';
import { easyCost, editCost, extraCost, typingCost } from './edit-cost.js';

it.each<[string, string, string, number]>([
  ['nothing', 'order', 'order', 0],
  ['swapped letters', 'odrer', 'order', easyCost],
  ['a letter left out', 'oder', 'order', easyCost],
  ['a letter doubled', 'orrder', 'order', easyCost],
  ['a letter too many', 'oprder', 'order', extraCost],
  ['the key beside', 'oeder', 'order', easyCost],
  ['a vowel', 'ordar', 'order', easyCost],
  ['another letter', 'orger', 'order', editCost],
  ['two errors', 'dleivry', 'delivery', 2 * easyCost],
  ['too many', 'order', 'refund', Infinity],
  ['other lengths', 'or', 'orders', Infinity],
])('%s: %s for %s costs %d', (_, typed, meant, cost) => expect(typingCost(typed, meant, 2 * editCost)).toBe(cost));
