import { expect, it } from 'vitest';
import { suspicions } from './suspicions.js';

/** Rows of these labels; the first has these others for neighbours, by row and similarity, and nobody else has any. */
function first(labels: (string | null)[], neighbours: [row: number, similarity: number][]) {
  const rows = labels.map((intentId, i) => ({ id: `row ${i}`, intentId, neighbours: [] }));
  const asked = neighbours.map(([row, similarity]) => ({ row, similarity }));
  return suspicions([{ ...rows[0]!, neighbours: asked }, ...rows.slice(1)]);
}

it.each<[string, (string | null)[], [number, number][], string | null]>([
  [
    'all others say otherwise',
    ['a', 'b', 'b'],
    [
      [1, 0.9],
      [2, 0.8],
    ],
    'b',
  ],
  [
    'all others agree',
    ['a', 'a', 'a'],
    [
      [1, 0.9],
      [2, 0.8],
    ],
    null,
  ],
  [
    'the row itself does not count',
    ['a', 'b', 'b'],
    [
      [0, 1],
      [1, 0.9],
      [2, 0.9],
    ],
    'b',
  ],
  [
    'the others are of two minds',
    ['a', 'b', 'c'],
    [
      [1, 0.9],
      [2, 0.9],
    ],
    null,
  ],
  [
    'the nearer say more',
    ['a', 'b', 'c'],
    [
      [1, 0.9],
      [2, 0.1],
    ],
    'b',
  ],
  [
    'out of scope, among those of an intent',
    [null, 'b', 'b'],
    [
      [1, 0.9],
      [2, 0.9],
    ],
    'b',
  ],
  [
    'of an intent, among those out of scope',
    ['a', null, null],
    [
      [1, 0.9],
      [2, 0.9],
    ],
    null,
  ],
  ['nothing is near', ['a', 'b'], [[1, -0.2]], null],
  ['there are no others', ['a'], [[0, 1]], null],
])('%s', (_, labels, neighbours, suspected) => {
  expect(first(labels, neighbours).map(({ suspectedIntentId }) => suspectedIntentId)).toEqual(
    suspected === null ? [] : [suspected],
  );
});

it('asks no more than ten neighbours, and says how many of them disagree', () => {
  const labels = ['a', ...Array<string>(8).fill('b'), 'a', 'a', ...Array<string>(20).fill('a')];
  const [found] = first(
    labels,
    labels.slice(1).map((_, i) => [i + 1, 0.5]),
  );
  expect(found).toMatchObject({ id: 'row 0', suspectedIntentId: 'b' });
  expect(found!.suspicion).toBeCloseTo(0.8);
});
