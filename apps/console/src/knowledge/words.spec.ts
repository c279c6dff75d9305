import { intentName } from '#contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conditionWords, intentNameFrom } from './words.js';

describe('conditionWords', () => {
  it.each([
    [{ variable: 'status', operator: 'is', value: 'shipped' }, 'status is shipped'],
    [{ variable: 'note', operator: 'is_empty', value: '' }, 'note is empty'],
    [{ variable: 'deliveredAt', operator: 'more_than_days_ago', value: '30' }, 'deliveredAt is more than 30 days ago'],
  ] as const)('%j is "%s"', (condition, words) => expect(conditionWords({ ...condition, text: 'x' })).toBe(words));
});

describe('intentNameFrom', () => {
  it.each([
    ['Where is my order?', 'where_is_my_order'],
    ['Größe & Passform', 'größe_passform'],
    ['  ', ''],
  ])('%j is %j', (title, name) => expect(intentNameFrom(title)).toBe(name));

  it('is empty or a name that the contract takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (title) => {
        const name = intentNameFrom(title);
        expect(name === '' || intentName.safeParse(name).success, JSON.stringify(name)).toBe(true);
      }),
    );
  });
});
