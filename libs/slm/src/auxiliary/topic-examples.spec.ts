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

it('leaves out rows that repeat an earlier one of their topic where there are too many', async () => {
  const turned = [0, 0.5, 1, 1.01, 1.5, 2, 2.5];
  const targets = turned.map(() => targetsOf(['fire']));
  const unit = Float32Array.from(turned.flatMap((angle) => [Math.cos(angle), Math.sin(angle)]));
  const { rows } = await topicExamples({ width: 2, unit, length: new Float32Array(7) }, targets, {
    onTopics: 6,
    ordinary: 9,
  });
  expect(rows).toEqual([0, 1, 2, 4, 5, 6]);
});

it('every topic keeps an example where an encoder takes all rows for the same', async () => {
  const targets = Array.from({ length: 30 }, (_, i) => targetsOf([i < 20 ? 'fire' : 'injury']));
  const vectors = { width: 1, unit: new Float32Array(30).fill(1), length: new Float32Array(30) };
  const { counts } = await topicExamples(vectors, targets, { onTopics: 5, ordinary: 9 });
  const [fire, injury] = (['fire', 'injury'] as const).map((topic) => counts[sensitiveTopic.options.indexOf(topic)]!);
  expect(injury).toBeGreaterThan(0);
  expect(fire! + injury!).toBe(5);
});
