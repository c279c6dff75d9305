import { expect, it } from 'vitest';
import { sensitiveTopic } from '#contracts';
import { targetsOf } from './auxiliary-head.js';
import { topicExamples } from './topic-examples.js';

it('keeps rows by their topics, and as ordinary ones those that surely have no label', async () => {
  const targets = [
    targetsOf(['fire', 'injury'], ['upset']),
    targetsOf([], ['upset']),
    targetsOf([], ['fraud']),
    targetsOf(['several_requests']),
    targetsOf(['fire']),
  ];
  const vectors = { width: 1, unit: Float32Array.of(10, 11, 12, 13, 14), length: new Float32Array(5) };
  const examples = await topicExamples(vectors, targets);
  const counts = Object.fromEntries([...sensitiveTopic.options, 'none'].map((kind, i) => [kind, examples.counts[i]]));
  expect(counts).toMatchObject({ injury: 1, fire: 2, fraud: 0, none: 1 });
  expect(examples.rows).toEqual([0, 0, 4, 1]);
});

it('keeps the ordinary rows that are nearest to a topic where there are too many', async () => {
  const targets = [targetsOf(['fire']), targetsOf([]), targetsOf([]), targetsOf([])];
  const vectors = { width: 2, unit: Float32Array.of(1, 0, 0, 1, 0.8, 0.6, 0.6, 0.8), length: new Float32Array(4) };
  const { counts, rows } = await topicExamples(vectors, targets, { onTopics: 9, ordinary: 2 });
  expect(counts.at(-1)).toBe(2);
  expect(rows).toEqual([0, 2, 3]);
});

it('keeps some rows of every topic, evenly, where there are too many', async () => {
  const targets = Array.from({ length: 30 }, (_, i) => targetsOf([i < 24 ? 'fire' : i < 29 ? 'injury' : 'press']));
  const vectors = { width: 1, unit: new Float32Array(30).fill(1), length: new Float32Array(30) };
  const { counts, rows } = await topicExamples(vectors, targets, { onTopics: 10, ordinary: 9 });
  const [fire, injury, press] = (['fire', 'injury', 'press'] as const).map(
    (topic) => counts[sensitiveTopic.options.indexOf(topic)]!,
  );
  expect([fire, injury, press]).toEqual([8, 2, 1]);
  expect(rows).toEqual(expect.arrayContaining([0, 3, 6, 9, 12, 15, 18, 21, 24, 27, 29]));
});
