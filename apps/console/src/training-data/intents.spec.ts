import fc from 'fast-check';
import { expect, it } from 'vitest';
import { intentName } from '#contracts';
import { intentNameOf } from './intents.js';

it.each([
  ['Order status', 'order_status'],
  ['  Where is it?! ', 'where_is_it'],
  ['Rückgabe & Umtausch', 'rückgabe_umtausch'],
  ['حالة الطلب', 'حالة_الطلب'],
  ['???', ''],
  ['🎁', ''],
])('%j is called %j', (title, name) => {
  expect(intentNameOf(title)).toBe(name);
});

it('is a name that the contract takes, or none', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'aÄß١𐐀 _-.?🎁\ud800'), maxLength: 200 }), (title) => {
      const name = intentNameOf(title);
      expect(name === '' || intentName.safeParse(name).success).toBe(true);
    }),
  );
});
