import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { figuresOf, noEpisodes, proportionOf } from './figures.js';
import { agreementCsv, groupsCsv } from './tables.js';

const figures = figuresOf({ ...noEpisodes, opened: 4, closed: 4, confirmed: 1, handedOff: 3, involved: 2 });
const rowsOf = (csv: string) => parse<Record<string, string>>(csv, { columns: true, bom: true });

it('a title that would run as a formula in a spreadsheet is text there', () => {
  const title = '=HYPERLINK("http://evil.example")';
  const groups = [{ key: 'a', title, figures }];
  const [row, total] = rowsOf(groupsCsv('outcomes', 'intent', { timeZone: 'UTC', total: figures, groups }));
  expect(row!.intent).toBe(`'${title}`);
  expect(row).toMatchObject({ closed: '4', confirmed: '1', confirmed_share: '0.25', handed_off: '3' });
  expect(total!.intent).toBe('all');
});

it('of nothing there is no share, and no time', () => {
  const empty = { timeZone: 'UTC', total: figuresOf(noEpisodes), groups: [] };
  expect(rowsOf(groupsCsv('people', 'day', empty))).toMatchObject([{ waiting_n: '0', waiting_median_seconds: '' }]);
  expect(rowsOf(groupsCsv('satisfaction', 'day', empty))).toMatchObject([{ bot_positive_share: '', people_mean: '' }]);
});

it('what is told of all agents only stands in their row', () => {
  const [withModel, lookedAtAgain, none] = [proportionOf(3, 4), proportionOf(1, 1), proportionOf(0, 0)];
  const agents = [{ id: 'a', name: 'Ada', withModel, lookedAtAgain }];
  const all = { withModel, lookedAtAgain, withModelShuffled: none, firstPicked: proportionOf(1, 3), sameWords: none };
  const [ada, total] = rowsOf(agreementCsv({ ...all, agents }));
  expect(ada).toMatchObject({ agent: 'Ada', with_model: '3', with_model_of: '4', first_picked: '' });
  expect(total).toMatchObject({ agent: 'all', first_picked: '1', first_picked_share: '0.3333' });
});
