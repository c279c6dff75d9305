import { expect, it } from 'vitest';
import { noEpisodes } from './figures.js';
import { groupsOf } from './groups.js';

const range = { from: '2026-03-28', to: '2026-03-30' };
const group = (key: string | null, title: string | null, opened: number) => ({ ...noEpisodes, key, title, opened });

it('days without anything are there, also over a change of the clock', () => {
  const groups = groupsOf('day', range, [group('2026-03-29', null, 4)]);
  expect(groups.map(({ key, figures }) => [key, figures.stillOpen])).toEqual([
    ['2026-03-28', 0],
    ['2026-03-29', 4],
    ['2026-03-30', 0],
  ]);
});

it('a day has 24 hours', () => {
  const groups = groupsOf('hour', range, [group('7', null, 2)]);
  expect(groups).toHaveLength(24);
  expect(groups[7]).toMatchObject({ title: '07:00', figures: { stillOpen: 2 } });
});

it('intents come with the most episodes first; one that is gone or unknown has words for it', () => {
  const groups = groupsOf('intent', range, [group(null, null, 1), group('a', 'Refund', 9), group('b', null, 3)]);
  expect(groups.map(({ title }) => title)).toEqual(['Refund', 'Deleted intent', 'No intent known']);
});
