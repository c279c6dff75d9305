import { expect, it } from 'vitest';
import { matching } from './matching.js';

it('finds canned replies by shortcut, then title, then use', () => {
  const entry = (shortcut: string, title: string, usageCount: number) => ({ shortcut, title, usageCount });
  const all = [
    entry('hello', 'Greeting', 1),
    entry('refund', 'Refund is on its way', 2),
    entry('late', 'Parcel: a refund', 9),
    entry('refuse', 'We cannot', 5),
  ];
  expect(matching(all, 'ref').map(({ shortcut }) => shortcut)).toEqual(['refuse', 'refund', 'late']);
  expect(matching(all, '')).toHaveLength(4);
  expect(matching(all, 'zzz')).toEqual([]);
});
