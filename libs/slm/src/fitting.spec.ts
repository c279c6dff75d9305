import { describe, expect, it } from 'vitest';
import { applyBinaryHead, fitBinaryHead } from './binary-head.js';
import { minimise } from './lbfgs.js';
import { fitIntentHead } from './logistic-regression.js';
import { seededRandom } from './random.js';

describe('fitting', () => {
  it('finds the minimum of the Rosenbrock valley, (1, 1)', async () => {
    const rosenbrock = ([x, y]: Float64Array) => ({
      value: (1 - x!) ** 2 + 100 * (y! - x! ** 2) ** 2,
      gradient: Float64Array.of(-2 * (1 - x!) - 400 * x! * (y! - x! ** 2), 200 * (y! - x! ** 2)),
    });
    const [x, y] = await minimise(rosenbrock, Float64Array.of(-1.2, 1), { tolerance: 1e-8 });
    expect(x).toBeCloseTo(1, 6);
    expect(y).toBeCloseTo(1, 6);
  });

  it('recovers the probabilities that labels were drawn with', async () => {
    const random = seededRandom(7);
    const examples = Array.from({ length: 5_000 }, () => {
      const x = random.next() * 4 - 2;
      return { features: [x], positive: random.next() < 1 / (1 + Math.exp(-(2 * x - 1))), weight: 1 };
    });
    const head = await fitBinaryHead(['x'], examples);
    for (const x of [-1, 0, 1]) {
      expect(applyBinaryHead(head, { x })).toBeCloseTo(1 / (1 + Math.exp(-(2 * x - 1))), 1);
    }
  });

  it('separates classes, and pulls out-of-scope rows towards the middle', async () => {
    const vectors = { unit: Float32Array.from([1, 0, 0.9, 0.1, 0, 1, 0.1, 0.9, 0.7, 0.7]), width: 2 };
    const head = await fitIntentHead({ vectors, targets: [0, 0, 1, 1, null], intents: 2 });
    const margin = (x: number, y: number) =>
      head.weight[0]! * x +
      head.weight[1]! * y +
      head.bias[0]! -
      (head.weight[2]! * x + head.weight[3]! * y + head.bias[1]!);
    expect(margin(1, 0)).toBeGreaterThan(1);
    expect(margin(0, 1)).toBeLessThan(-1);
    expect(Math.abs(margin(0.7, 0.7))).toBeLessThan(0.1);
  });
});
