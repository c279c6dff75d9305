import { expect, it } from 'vitest';
import { confirms } from './confirm.js';
import { outputsOf, valueAt } from './outputs.js';

const json = JSON.parse(
  '{"order":{"items":[{"name":"Mug\\u0000\\n two"},{"name":"Lamp"}],"n":0,"paid":false,"none":null},"tags":["a","b"],"odd":[{}],"__proto__":{"x":1}}',
) as unknown;

it.each<[string, string | undefined]>([
  ['order.items[0].name', 'Mug two'],
  ['order.items[1].name', 'Lamp'],
  ['order.items[2].name', undefined],
  ['order.n', '0'],
  ['order.paid', 'false'],
  ['order.none', undefined],
  ['order.items', undefined],
  ['order', undefined],
  ['tags', 'a, b'],
  ['odd', undefined],
  ['tags.length', '2'],
  ['constructor.name', undefined],
  ['order.toString', undefined],
])('%s -> %s', (path, expected) => expect(valueAt(json, path)).toBe(expected));

it('says nothing endless', () => {
  expect(
    outputsOf({ a: 'x'.repeat(9999), b: '\ud800' }, [
      { name: 'a', path: 'a' },
      { name: 'b', path: 'b' },
    ]),
  ).toEqual({
    ...{ a: 'x'.repeat(1000), b: '\ufffd' },
  });
});

it.each<[string, Record<string, string>, unknown, boolean]>([
  ['the same', { email: 'jo@x.org' }, { email: 'jo@x.org' }, true],
  ['in capitals and with spaces', { email: 'BS1 4RW' }, { email: 'bs14rw ' }, true],
  ['another one', { email: 'jo@x.org' }, { email: 'jo@x.com' }, false],
  ['none in the answer', { email: 'jo@x.org' }, {}, false],
  ['none anywhere', {}, {}, false],
  ['empty on both sides', { email: '' }, { email: '' }, false],
])('confirms %s: %#', (_, slots, answer, expected) => {
  expect(confirms({ confirmedBy: [{ slot: 'email', path: 'email' }] }, slots, answer)).toBe(expected);
});
