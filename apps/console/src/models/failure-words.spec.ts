import { trainingError } from '#contracts';
import { expect, it } from 'vitest';
import { failureWords } from './failure-words.js';

it.each(trainingError.options)('%s: says what to do, and no code', (code) => {
  expect(failureWords[code]).toMatch(/[Tt]rain again|train then/);
  expect(failureWords[code]).not.toContain('_examples');
});

it.each([
  ['interrupted_too_often', 'want of memory'],
  ['too_few_examples', 'at least two intents'],
  ['disk_full', 'Free some space'],
  ['out_of_memory', 'too little memory'],
  ['no_write_access', 'BATON_DATA_DIR'],
  ['base_model_unusable', 'BATON_BASE_MODEL'],
  ['model_damaged', 'activate an earlier version'],
  ['database_unavailable', 'could not be reached'],
  ['internal', 'technical details'],
] as const)('%s: %s', (code, words) => {
  expect(failureWords[code]).toContain(words);
});
