import { expect, it } from 'vitest';
import { seededRandom } from '#statistics';
import { applyCalibrator, fitCalibrator } from './logistic-calibrator.js';

it('recovers the probabilities that labels were drawn with', async () => {
  const random = seededRandom(7);
  const examples = Array.from({ length: 5_000 }, () => {
    const x = random.next() * 4 - 2;
    return { features: [x], positive: random.next() < 1 / (1 + Math.exp(-(2 * x - 1))), weight: 1 };
  });
  const calibrator = await fitCalibrator(['x'], examples);
  for (const x of [-1, 0, 1]) {
    expect(applyCalibrator(calibrator, { x })).toBeCloseTo(1 / (1 + Math.exp(-(2 * x - 1))), 1);
  }
});

it('gives a restrained feature less weight, and the other the more', async () => {
  const random = seededRandom(8);
  const examples = Array.from({ length: 500 }, () => {
    const both = random.next();
    return { features: [both + random.next(), both + random.next()], positive: random.next() < both, weight: 1 };
  });
  const free = await fitCalibrator(['x', 'y'], examples);
  const restrained = await fitCalibrator(['x', 'y'], examples, [0, 0.1]);
  expect(restrained.weights[1]).toBeLessThan(free.weights[1]! * 0.8);
  expect(restrained.weights[0]).toBeGreaterThan(free.weights[0]!);
});
