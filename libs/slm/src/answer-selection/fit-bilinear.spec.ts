import { expect, it } from 'vitest';
import { seededRandom } from '#statistics';
import { bilinear } from './bilinear.js';
import { fitBilinear, type Selected } from './fit-bilinear.js';

const [width, topics] = [16, 6];

function unit(values: number[]): Float32Array {
  const length = Math.hypot(...values);
  return Float32Array.from(values, (value) => value / length);
}

/** Messages about `topics` things, and sentences on them, which lie elsewhere: no cosine tells which belongs to which. */
function followUps(count: number, seed: number): Selected[] {
  const random = seededRandom(seed);
  const near = (at: number) =>
    unit(Array.from({ length: width }, (_, d) => (d === at ? 1 : 0.2 * (random.next() - 0.5))));
  return Array.from({ length: count }, () => {
    const subjects = random.shuffle([...Array(topics).keys()]);
    const sentences = subjects.slice(0, 4).map((subject) => near(topics + subject));
    const asked = subjects[Math.floor(random.next() * topics)]!;
    const answers = subjects.indexOf(asked) < 4 ? [subjects.indexOf(asked)] : [];
    return { message: near(asked), sentences, offsets: sentences.map(() => -1), answers };
  });
}

it('learns which sentence answers a message, and where none does', () => {
  const matrix = fitBilinear(followUps(600, 1), width);
  const right = followUps(200, 2).filter(({ message, sentences, offsets, answers }) => {
    const scores = sentences.map((sentence, i) => offsets[i]! + bilinear(matrix, message, sentence));
    const best = scores.indexOf(Math.max(...scores));
    return scores[best]! > 0 ? answers.includes(best) : answers.length === 0;
  });
  expect(right.length).toBeGreaterThan(190);
});

it('learns nothing where the offsets tell all', () => {
  const certain = followUps(100, 3).map((row) => ({
    ...row,
    offsets: row.sentences.map((_, i) => (row.answers.includes(i) ? 30 : -30)),
  }));
  expect(Math.max(...fitBilinear(certain, width).map(Math.abs))).toBeLessThan(1e-6);
});
