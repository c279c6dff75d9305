import { f32x4, get, i32, loopWhile, set, wasmFunction, type Code, type WasmMemory } from './wasm.js';

/** The arrays in the memory, in their order. `first` and `second` are the moments, `average` is that of the weights. */
export const kinds = ['gradient', 'weights', 'first', 'second', 'average'] as const;
export type Kind = (typeof kinds)[number];

/** The floor of the moments. Smaller ones change no weight, and their products are denormals, which slow many processors down. */
const least = 2 ** -100;

/** Factors of an update; see `UpdateKernel` for the formula. */
export interface UpdateNumbers {
  /** Factor of the gradient. */
  shrink: number;
  /** Factor of the weights: 1 - learning rate · weight decay. */
  keep: number;
  /** Step size, the learning rate included. */
  size: number;
  epsilon: number;
  /** Share of the way that the average moves towards the weights. */
  averaging: number;
}

/**
 * Updates the elements between two offsets in each array. `from` and `to` are in bytes and multiples of 16. For gradients g, moments
 * m and v, weights p and their average a:
 *     g' = shrink g,  m' = β1 m + g',  v' = β2 v + g'²,  p' = keep p - size m' / (√v' + epsilon),  a' = a + averaging (p' - a).
 */
export type UpdateKernel = (from: number, to: number, numbers: UpdateNumbers) => void;

/**
 * Compiles the update for arrays that start `stride` bytes apart in `memory`. It is one pass, four floats at a time. Memory traffic is
 * its whole cost, so a graph with an operator for each term would take several times as long.
 */
export function updateKernel(
  memory: WasmMemory,
  stride: number,
  { beta1, beta2 }: { beta1: number; beta2: number },
): UpdateKernel {
  const { add, subtract, multiply, divide, constant, splat } = f32x4;
  const load = (kind: Kind, at: number) => f32x4.load(get(at), kinds.indexOf(kind) * stride);
  const store = (kind: Kind, at: number, value: Code) => f32x4.store(get(at), kinds.indexOf(kind) * stride, value);
  const moment = (beta: number, kind: Kind, at: number, change: Code) =>
    add(multiply(constant(beta), load(kind, at)), change);
  const all = (scalar: number) => splat(get(scalar));

  const update = wasmFunction(
    memory,
    { at: 'i32', to: 'i32', shrink: 'f32', keep: 'f32', size: 'f32', epsilon: 'f32', averaging: 'f32' },
    { g: 'v128', m: 'v128', v: 'v128', p: 'v128', average: 'v128' },
    ({ at, to, shrink, keep, size, epsilon, averaging, g, m, v, p, average }) => [
      loopWhile(
        i32.lessThan(get(at), get(to)),
        set(g, multiply(all(shrink), load('gradient', at))),
        set(m, moment(beta1, 'first', at, get(g))),
        set(m, f32x4.and(get(m), f32x4.greater(f32x4.abs(get(m)), constant(least)))),
        set(v, f32x4.largerOf(moment(beta2, 'second', at, multiply(get(g), get(g))), constant(least))),
        set(p, divide(get(m), add(f32x4.sqrt(get(v)), all(epsilon)))),
        set(p, subtract(multiply(all(keep), load('weights', at)), multiply(all(size), get(p)))),
        set(average, load('average', at)),
        set(average, add(get(average), multiply(subtract(get(p), get(average)), all(averaging)))),
        store('first', at, get(m)),
        store('second', at, get(v)),
        store('weights', at, get(p)),
        store('average', at, get(average)),
        set(at, i32.add(get(at), i32.constant(16))),
      ),
    ],
  );
  return (from, to, { shrink, keep, size, epsilon, averaging }) =>
    update(from, to, shrink, keep, size, epsilon, averaging);
}
