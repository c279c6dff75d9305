import { expect, it } from 'vitest';
import { sensitiveTopic } from '#contracts';
import { targetsOf } from './auxiliary-head.js';
import { topicExamples } from './topic-examples.js';

it('keeps rows by their topics, and as ordinary ones those that surely have no label', () => {
  const targets = [
    targetsOf(['fire', 'injury'], ['upset']),
    targetsOf([], ['upset']),
    targetsOf([], ['fraud']),
    targetsOf(['several_requests']),
    targetsOf(['fire']),
  ];
  const vectors = { width: 1, unit: Float32Array.of(10, 11, 12, 13, 14), length: new Float32Array(5) };
  const examples = topicExamples(vectors, targets);
  const counts = Object.fromEntries([...sensitiveTopic.options, 'none'].map((kind, i) => [kind, examples.counts[i]]));
  expect(counts).toMatchObject({ injury: 1, fire: 2, fraud: 0, none: 1 });
  expect([...examples.vectors]).toEqual([10, 10, 14, 11]);
});
