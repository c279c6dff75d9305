import { expect, it } from 'vitest';
import { intentRows, type KnownIntent, type WeekOfTraffic } from './intent-rows.js';

const intent = (name: string, nExamples = 0): KnownIntent => ({
  ...{ id: `id of ${name}`, name, title: name, description: '', automate: false, nExamples, locales: [] },
});
const week = (name: string, weeksAgo: number, messages: number, recent = messages, answered = 0): WeekOfTraffic => ({
  ...{ name, weeksAgo, messages, recent, answered },
});

it('shares the traffic out, names intents that are gone included, and puts the most asked first', () => {
  const traffic = [week('refund', 0, 6, 6, 3), week('refund', 7, 4, 0), week('gone', 1, 2), week('delivery', 0, 12)];
  const rows = intentRows(
    [intent('refund'), intent('gift', 3), intent('delivery'), intent('size', 9)],
    traffic,
    new Map(),
  );
  expect(rows.map(({ name, traffic: share }) => [name, share])).toEqual([
    ['delivery', 0.6],
    ['refund', 0.3],
    ['size', 0],
    ['gift', 0],
  ]);
  expect(rows[1]).toMatchObject({ automation: 0.5, error: null, nJudged: 0, trend: [4, 0, 0, 0, 0, 0, 0, 6] });
});

it.each<[string, number, number, number | null]>([
  ['nobody has judged', 0, 0, null],
  ['four judged say nothing', 4, 4, null],
  ['five do', 5, 1, 0.2],
])('the error of answers, where %s', (_, judged, wrong, error) => {
  const [row] = intentRows([intent('refund')], [], new Map([['id of refund', { judged, wrong }]]));
  expect(row).toMatchObject({ error, nJudged: judged, traffic: null, automation: null });
});
