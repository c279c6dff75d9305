import { expect, it } from 'vitest';
import { reportWords } from './report-words.js';

it.each([
  [61.2, 2.9, 'it would answer 61, about 3 of them wrongly'],
  [61.2, 0.2, 'it would answer 61, fewer than 1 of them wrongly'],
  [40, 0, 'it would answer 40, none of them wrongly'],
  [0.3, 0, 'it would answer fewer than 1, none of them'],
  [0, 0, 'it would answer none yet'],
])('%d answered, %d of them wrong', (answered, wrong, expected) => {
  expect(reportWords({ answered, wrong })).toContain(expected);
});
