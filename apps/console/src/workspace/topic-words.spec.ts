import { sensitiveTopic } from '#contracts';
import { describe, expect, it } from 'vitest';
import { topicWords, wordsOf } from './topic-words.js';

it('explains every topic', () => {
  expect(Object.keys(topicWords)).toEqual(sensitiveTopic.options);
});

describe('words of an own topic', () => {
  it.each([
    ['', []],
    [' \n, ;', []],
    ['recall', ['recall']],
    ['model 12 recall\n mould ,asbestos; mould', ['model 12 recall', 'mould', 'asbestos']],
  ])('%j are %j', (typed, expected) => {
    expect(wordsOf(typed)).toEqual(expected);
  });
});
