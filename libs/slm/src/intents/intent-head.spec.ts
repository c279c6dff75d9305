import { expect, it } from 'vitest';
import { fitIntentHead } from './intent-head.js';

it('separates classes, and keeps out-of-scope rows in the middle', async () => {
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
