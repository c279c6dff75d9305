import { describe, expect, it } from 'vitest';
import { readiness, thinIntents } from './readiness.js';

const active = [{ stage: 'retired' as const }, { stage: 'active' as const }];
const run = (status: 'queued' | 'running' | 'failed' | 'succeeded') => ({ id: 'run', status });
const rows = (...counts: number[]) => counts.map((nExamples) => ({ nExamples }));

describe('readiness', () => {
  it.each([
    [
      'no rows',
      { models: [], runs: [] },
      rows(0, 0),
      { state: 'too_few', missing: 'There are no messages to learn from yet.' },
    ],
    [
      'one intent',
      { models: [], runs: [] },
      rows(40, 0),
      { state: 'too_few', missing: expect.stringContaining('A second one is missing') as string },
    ],
    ['two intents', { models: [], runs: [] }, rows(1, 1), { state: 'ready' }],
    ['a failed run', { models: [], runs: [run('failed')] }, rows(9, 9), { state: 'ready' }],
    [
      'the first run',
      { models: [], runs: [run('queued')] },
      rows(9, 9),
      { state: 'running', runId: 'run', first: true },
    ],
    [
      'a run behind a serving model',
      { models: active, runs: [run('running'), run('succeeded')] },
      ...([rows(9, 9), { state: 'running', runId: 'run', first: false }] as const),
    ],
    ['a model whose rows are gone', { models: active, runs: [] }, rows(), { state: 'trained' }],
  ])('%s', (_, models, intents, expected) => {
    expect(readiness(models, intents)).toEqual(expected);
  });
});

it('names the intents with too few rows, fewest first', () => {
  expect(thinIntents(rows(4, 5, 0, 120))).toEqual(rows(0, 4));
});
