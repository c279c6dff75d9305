import { expect, it } from 'vitest';
import { minimise } from './lbfgs.js';

it('finds the minimum of the Rosenbrock valley, (1, 1)', async () => {
  const rosenbrock = ([x, y]: Float64Array) => ({
    value: (1 - x!) ** 2 + 100 * (y! - x! ** 2) ** 2,
    gradient: Float64Array.of(-2 * (1 - x!) - 400 * x! * (y! - x! ** 2), 200 * (y! - x! ** 2)),
  });
  const [x, y] = await minimise(rosenbrock, Float64Array.of(-1.2, 1), { tolerance: 1e-8 });
  expect(x).toBeCloseTo(1, 6);
  expect(y).toBeCloseTo(1, 6);
});
