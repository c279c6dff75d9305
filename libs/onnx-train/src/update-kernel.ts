import {
  f32x4,
  f64,
  f64x2,
  get,
  i32,
  loopWhile,
  set,
  wasmFunction,
  wasmFunctions,
  type Code,
  type WasmMemory,
} from './wasm.js';

/** The arrays in the memory, one after the other. */
export const kinds = ['gradient', 'weights', 'first', 'second', 'average'] as const;
export type Kind = (typeof kinds)[number];

/** Smaller moments are as good as none, and products of still smaller numbers are denormals, which many processors are slow with. */
const least = 2 ** -100;

export interface UpdateNumbers {
  /** What the gradient is multiplied by. */
  shrink: number;
  /** What decay leaves of the weights. */
  keep: number;
  size: number;
  epsilon: number;
  /** How far the average moves towards the weights. */
  averaging: number;
}

/** Functions over a stretch of each array, from one place in the first to another, in bytes; both are multiples of 16. */
export interface UpdateKernel {
  /** Sum of the squares of the gradient. */
  squares(from: number, to: number): number;
  /**
   * For gradient g, moments m and v and weights p: g' = shrink g, m' = β1 m + g', v' = β2 v + g'²,
   * p' = keep p - size m' / (√v' + epsilon), average' = average + (p' - average) averaging.
   */
  update(from: number, to: number, numbers: UpdateNumbers): void;
}

/**
 * The update in one pass over arrays that lie `stride` bytes apart, in place. What it costs is their way through memory, so operators of
 * a graph, each a pass of its own, would take several times as long.
 */
export function updateKernel(
  memory: WasmMemory,
  stride: number,
  { beta1, beta2 }: { beta1: number; beta2: number },
): UpdateKernel {
  const { add, subtract, multiply, divide, constant, splat } = f32x4;
  const range = { at: 'i32', to: 'i32' } as const;
  const load = (kind: Kind, at: number) => f32x4.load(get(at), kinds.indexOf(kind) * stride);
  const store = (kind: Kind, at: number, value: Code) => f32x4.store(get(at), kinds.indexOf(kind) * stride, value);
  const eachFour = ({ at, to }: Record<'at' | 'to', number>, ...body: Code[]) =>
    loopWhile(i32.lessThan(get(at), get(to)), ...body, set(at, i32.add(get(at), i32.constant(16))));

  const squares = wasmFunction(
    range,
    { g: 'v128', two: 'v128', sum: 'v128' },
    ({ at, to, g, two, sum }) => {
      const addSquares = (half: Code) => [
        ...set(two, f64x2.promote(half)),
        ...set(sum, f64x2.add(get(sum), f64x2.multiply(get(two), get(two)))),
      ];
      return [
        eachFour(
          { at, to },
          set(g, load('gradient', at)),
          addSquares(get(g)),
          addSquares(f32x4.shuffle(get(g), [2, 3, 0, 1])),
        ),
        f64.add(f64x2.lane(get(sum), 0), f64x2.lane(get(sum), 1)),
      ];
    },
    'f64',
  );

  const update = wasmFunction(
    { ...range, shrink: 'f32', keep: 'f32', size: 'f32', epsilon: 'f32', averaging: 'f32' },
    { g: 'v128', m: 'v128', v: 'v128', p: 'v128', average: 'v128' },
    ({ at, to, shrink, keep, size, epsilon, averaging, g, m, v, p, average }) => {
      const moment = (beta: number, kind: Kind, change: Code) => add(multiply(constant(beta), load(kind, at)), change);
      const all = (scalar: number) => splat(get(scalar));
      return [
        eachFour(
          { at, to },
          set(g, multiply(all(shrink), load('gradient', at))),
          set(m, moment(beta1, 'first', get(g))),
          set(m, f32x4.and(get(m), f32x4.greater(f32x4.abs(get(m)), constant(least)))),
          set(v, f32x4.largerOf(moment(beta2, 'second', multiply(get(g), get(g))), constant(least))),
          set(p, divide(get(m), add(f32x4.sqrt(get(v)), all(epsilon)))),
          set(p, subtract(multiply(all(keep), load('weights', at)), multiply(all(size), get(p)))),
          set(average, load('average', at)),
          set(average, add(get(average), multiply(subtract(get(p), get(average)), all(averaging)))),
          store('first', at, get(m)),
          store('second', at, get(v)),
          store('weights', at, get(p)),
          store('average', at, get(average)),
        ),
      ];
    },
  );

  const kernel = wasmFunctions(memory, { squares, update });
  return {
    squares: kernel.squares,
    update(from, to, { shrink, keep, size, epsilon, averaging }) {
      kernel.update(from, to, shrink, keep, size, epsilon, averaging);
    },
  };
}
