import { expect, it } from 'vitest';
import { neighbourOf } from './neighbour.js';

it.each<[ids: string[], id: string, next: string | null]>([
  [['a', 'b', 'c'], 'a', 'b'],
  [['a', 'b', 'c'], 'c', 'b'],
  [['a'], 'a', null],
  [['a', 'b'], 'x', null],
])('in %j, after %s comes %s', (ids, id, next) => {
  expect(neighbourOf(ids, id)).toBe(next);
});
