import { actionSettings } from '#contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newAction } from './draft.js';
import { jsonLines } from './json-places.js';

describe('jsonLines', () => {
  it('names the place of every value that a path can reach', () => {
    const answer = { order: { items: [{ name: 'Tent' }], 'two words': { x: 1 } }, paid: true, note: null };
    expect(jsonLines(JSON.stringify(answer))).toEqual([
      { depth: 0, key: 'order', value: null, path: 'order' },
      { depth: 1, key: 'items', value: null, path: 'order.items' },
      { depth: 2, key: '[0]', value: null, path: 'order.items[0]' },
      { depth: 3, key: 'name', value: '"Tent"', path: 'order.items[0].name' },
      { depth: 1, key: 'two words', value: null, path: null },
      { depth: 2, key: 'x', value: '1', path: null },
      { depth: 0, key: 'paid', value: 'true', path: 'paid' },
      { depth: 0, key: 'note', value: 'null', path: 'note' },
    ]);
  });

  it.each(['', 'oops', '[1]', '"text"', 'null', '7'])('says that %j is no object', (text) => {
    expect(jsonLines(text)).toBeNull();
  });

  it('offers only places that the contract takes', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (answer) => {
        for (const { path } of jsonLines(JSON.stringify(answer))!) {
          if (path === null || path.length > 200) continue;
          const outputs = [{ name: 'value', path }];
          expect(actionSettings.shape.outputs.safeParse(outputs).success, path).toBe(true);
        }
      }),
    );
    expect(newAction.outputs).toEqual([]);
  });
});
