import { expect, it } from 'vitest';
import { answersWords, basisWords, newLabelsWords, thinIntentsWords } from './outlook-words.js';

const month = { answered: 73.2, wrong: 4.1, from: 'last_month', nMessages: 2140 } as const;

it('tells a hundred messages like those of the last month', () => {
  expect(answersWords(month)).toContain(
    'Of 100 messages like last month’s it would answer 73, about 4 of them wrongly',
  );
  expect(basisWords(month, 5)).toContain('that version 5 has read in the last 30 days');
});

it('tells the test set where there is no month, and nothing where there is no test', () => {
  expect(answersWords({ ...month, from: 'test_set' })).toContain('Of 100 messages like yours');
  expect(answersWords(null)).toContain('Nobody knows yet');
  expect(basisWords(null, 1)).toBeNull();
});

it.each([
  [0, 'No new labels since this version.', 'Every intent has 5 rows or more.'],
  [1, '1 new label since this version.', '1 intent has too few rows, fewer than 5:'],
  [41, '41 new labels since this version.', '41 intents have too few rows, fewer than 5:'],
])('%d of them', (n, labels, intents) => {
  expect([newLabelsWords(n), thinIntentsWords(n)]).toEqual([labels, intents]);
});
