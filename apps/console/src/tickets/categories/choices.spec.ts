import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCategories } from '#contracts';
import { change, firstChoices, merge, smallOnes, toAdd, totals, type Choice } from './choices.js';

const category = (name: string, n: number, suggestedTitle: string) => ({ name, n, examples: [], suggestedTitle });
const choice = (name: string, n: number, title: string, fate: Choice['fate'] = 'intent'): Choice => ({
  name,
  n,
  title,
  fate,
});

describe('firstChoices', () => {
  const categories = [category('order_status', 12, 'Order status'), category('Returns', 3, 'Returns')];

  it('takes the titles that their names suggest', () => {
    const choices = firstChoices({ categories, clustered: false, unclustered: 0 });
    expect(choices.map(({ title }) => title)).toEqual(['Order status', 'Returns']);
    expect(totals(choices)).toEqual({ intents: 2, rows: 15, outOfScope: 0, leftOut: 0 });
  });

  it('leaves groups out until somebody names them', () => {
    const choices = firstChoices({ categories, clustered: true, unclustered: 7 });
    expect(totals(choices)).toEqual({ intents: 0, rows: 0, outOfScope: 0, leftOut: 15 });
    expect(toAdd(choices).categories.every(({ intent }) => intent === null)).toBe(true);
  });
});

describe('merging', () => {
  const choices = [choice('a', 40, 'Returns'), choice('b', 3, 'returns '), choice('c', 2, 'RMA'), choice('d', 9, '')];

  it('makes one intent of titles that differ in case and spaces', () => {
    expect(totals(choices)).toMatchObject({ intents: 2, rows: 45 });
    expect(toAdd(choices).categories.map(({ intent }) => intent)).toEqual(['Returns', 'Returns', 'RMA', null]);
  });

  it('takes the title of the biggest, or else of any that has one', () => {
    expect(merge(choices, new Set(['b', 'c', 'a'])).map(({ title }) => title)).toEqual([
      ...['Returns', 'Returns', 'Returns', ''],
    ]);
    expect(merge(choices, new Set(['c', 'd'])).at(-1)?.title).toBe('RMA');
  });

  it('counts a small category with those it is merged with', () => {
    expect(smallOnes(choices).map(({ name }) => name)).toEqual(['c']);
  });
});

describe('change', () => {
  it('drops and puts aside', () => {
    const choices = [choice('a', 40, 'Returns'), choice('b', 3, 'Spam'), choice('c', 2, 'Jobs')];
    const changed = change(change(choices, new Set(['b']), { fate: 'dropped' }), new Set(['c']), {
      fate: 'out_of_scope',
    });
    expect(totals(changed)).toEqual({ intents: 1, rows: 40, outOfScope: 2, leftOut: 3 });
    expect(toAdd(changed).categories).toEqual([
      { name: 'a', intent: 'Returns', outOfScope: false },
      { name: 'b', intent: null, outOfScope: false },
      { name: 'c', intent: null, outOfScope: true },
    ]);
  });
});

it('accounts for every message, and names every category once, whatever was chosen', () => {
  const choices = fc.uniqueArray(
    fc.record({
      name: fc.string({ minLength: 1 }),
      n: fc.nat(1000),
      fate: fc.constantFrom('intent' as const, 'out_of_scope' as const, 'dropped' as const),
      title: fc.constantFrom('', ' ', 'Returns', ' returns', 'Order  status', 'order status', 'ÉCHANGE', 'échange'),
    }),
    { selector: ({ name }) => name, maxLength: 60 },
  );
  fc.assert(
    fc.property(choices, (chosen) => {
      const { intents, rows, outOfScope, leftOut } = totals(chosen);
      expect(rows + outOfScope + leftOut).toBe(chosen.reduce((sum, { n }) => sum + n, 0));
      const added = addCategories.parse(toAdd(chosen)).categories;
      expect(added.map(({ name }) => name)).toEqual(chosen.map(({ name }) => name));
      expect(new Set(added.flatMap(({ intent }) => intent ?? [])).size).toBe(intents);
    }),
  );
});
