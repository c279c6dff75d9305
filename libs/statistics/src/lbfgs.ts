import { dot } from './dot.js';

/** A function to minimise: its value and its gradient at `x`. */
export type DifferentiableFunction = (x: Float64Array) => Evaluated | Promise<Evaluated>;
export interface Evaluated {
  value: number;
  gradient: Float64Array;
}

/** Steps that the approximation of the inverse Hessian is made of. */
const memory = 10;

/**
 * The point that limited-memory BFGS reaches from `start`, with backtracking until the Armijo condition holds. Nocedal and Wright,
 * "Numerical Optimization", 2nd ed., algorithms 7.4 and 7.5. Ends when no component of the gradient exceeds `tolerance`, after
 * `maxIterations`, or when no step along the search direction lowers the value.
 */
export async function minimise(
  objective: DifferentiableFunction,
  start: Float64Array,
  { maxIterations = 200, tolerance = 1e-4 } = {},
): Promise<Float64Array> {
  let x = start;
  let { value, gradient } = await objective(x);
  const steps: { s: Float64Array; y: Float64Array; rho: number }[] = [];
  for (let iteration = 0; iteration < maxIterations; iteration++) {
    if (gradient.every((g) => Math.abs(g) <= tolerance)) break;
    const direction = twoLoop(gradient, steps);
    const slope = dot(gradient, direction);
    if (slope >= 0) {
      steps.length = 0;
      continue;
    }
    let size = steps.length ? 1 : Math.min(1, 1 / Math.sqrt(dot(gradient, gradient)));
    let next = moved(x, direction, size);
    let at = await objective(next);
    for (; at.value > value + 1e-4 * size * slope || Number.isNaN(at.value); at = await objective(next)) {
      size /= 2;
      if (size < 1e-10) return x;
      next = moved(x, direction, size);
    }
    const s = next.map((v, i) => v - x[i]!);
    const y = at.gradient.map((g, i) => g - gradient[i]!);
    const curvature = dot(s, y);
    if (curvature > 1e-12) steps.push({ s, y, rho: 1 / curvature });
    if (steps.length > memory) steps.shift();
    ({ value, gradient } = at);
    x = next;
  }
  return x;
}

/** -H g, where H approximates the inverse Hessian from the last steps. */
function twoLoop(gradient: Float64Array, steps: { s: Float64Array; y: Float64Array; rho: number }[]): Float64Array {
  const q = gradient.map((g) => -g);
  const alphas: number[] = [];
  for (const { s, y, rho } of steps.toReversed()) {
    const alpha = rho * dot(s, q);
    alphas.push(alpha);
    for (let i = 0; i < q.length; i++) q[i]! -= alpha * y[i]!;
  }
  const last = steps.at(-1);
  if (last) {
    const scale = dot(last.s, last.y) / dot(last.y, last.y);
    for (let i = 0; i < q.length; i++) q[i]! *= scale;
  }
  for (const { s, y, rho } of steps) {
    const beta = alphas.pop()! - rho * dot(y, q);
    for (let i = 0; i < q.length; i++) q[i]! += beta * s[i]!;
  }
  return q;
}

function moved(x: Float64Array, direction: Float64Array, size: number): Float64Array {
  return x.map((v, i) => v + size * direction[i]!);
}
