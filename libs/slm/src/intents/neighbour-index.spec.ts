import { expect, it } from 'vitest';
import { seededRandom } from '#statistics';
import { chooseIndexRows, inScopeRows } from './neighbour-index.js';

const corpus = (kinds: (number | null | 'background')[]) => ({
  rows: kinds.map((kind) => ({
    ...{ text: '', intent: '', oos: typeof kind !== 'number' },
    ...(kind === 'background' && { background: 'careers' }),
  })),
  targets: kinds.map((kind) => (typeof kind === 'number' ? kind : null)),
});

it('first holds the rows of intents, then the shop’s own out-of-scope rows, and no background', () => {
  expect(chooseIndexRows(corpus([0, null, 1, 'background', null, 0]), seededRandom(1))).toEqual([0, 2, 5, 1, 4]);
});

it('takes as many of every intent, and a bounded number of out-of-scope rows', () => {
  const many = corpus([
    ...Array<number>(4_000).fill(0),
    ...Array<number>(100).fill(1),
    ...Array<null>(2_000).fill(null),
  ]);
  const chosen = chooseIndexRows(many, seededRandom(1)).map((row) => many.targets[row]);
  const of = (kind: number | null) => chosen.filter((target) => target === kind).length;
  expect([of(0), of(1), of(null)]).toEqual([2_150, 100, 750]);
  expect(new Set(chooseIndexRows(many, seededRandom(1))).size).toBe(3_000);
});

it('counts the rows that have an intent', () => expect(inScopeRows([0, 2, 1, -1, -1])).toBe(3));
