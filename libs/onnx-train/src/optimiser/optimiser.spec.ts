import { describe, expect, it } from 'vitest';
import { adamDefaults, stepNumbers } from './adamw.js';
import { State } from './state.js';
import { kinds, updateKernel, type Kind } from './update-kernel.js';
import { wasmMemory } from './wasm.js';

const size = 12;
const stride = 4 * size;
const settings = { beta1: 0.9, beta2: 0.999 };
const step = { shrink: 0.5, keep: 0.99, size: 0.1, epsilon: 1e-3, averaging: 0.25 };

function arraysWith(filled: Partial<Record<Kind, number>> = {}) {
  const memory = wasmMemory(stride * kinds.length);
  const array = (kind: Kind) => {
    const floats = new Float32Array(memory.buffer, kinds.indexOf(kind) * stride, size);
    return floats.fill(filled[kind] ?? 0);
  };
  const arrays = Object.fromEntries(kinds.map((kind) => [kind, array(kind)])) as Record<Kind, Float32Array>;
  return { update: updateKernel(memory, stride, settings), arrays };
}

describe('the kernel', () => {
  it('does what its formula says, in its stretch alone', () => {
    const { update, arrays } = arraysWith();
    for (const [i, kind] of kinds.entries()) arrays[kind].forEach((_, j, all) => (all[j] = Math.sin(size * i + j)));
    arrays.second.forEach((v, i, all) => (all[i] = Math.abs(v)));
    const before = Object.fromEntries(kinds.map((kind) => [kind, [...arrays[kind]]])) as Record<Kind, number[]>;
    update(16, 32, step);
    for (let i = 0; i < size; i++) {
      const [g, p, m, v, average] = kinds.map((kind) => before[kind][i]!) as [number, number, number, number, number];
      const inside = i >= 4 && i < 8;
      const first = inside ? 0.9 * m + 0.5 * g : m;
      const second = inside ? 0.999 * v + (0.5 * g) ** 2 : v;
      const weight = inside ? 0.99 * p - (0.1 * first) / (Math.sqrt(second) + 1e-3) : p;
      expect(arrays.first[i]).toBeCloseTo(first, 6);
      expect(arrays.second[i]).toBeCloseTo(second, 6);
      expect(arrays.weights[i]).toBeCloseTo(weight, 6);
      expect(arrays.average[i]).toBeCloseTo(inside ? average + (weight - average) / 4 : average, 6);
    }
  });

  it('lets moments without gradient fade to a floor far above denormals', () => {
    const { update, arrays } = arraysWith({ weights: 1, first: 1e-30, second: 1e-30 });
    for (let i = 0; i < 20; i++) update(0, stride, step);
    expect(arrays.first[0]).toBe(0);
    expect(arrays.second[0]).toBeGreaterThan(1e-31);
  });

  it('keeps what is not a number visible', () => {
    const { update, arrays } = arraysWith({ gradient: NaN });
    update(0, stride, step);
    expect(arrays.weights[0]).toBeNaN();
  });
});

describe('the state', () => {
  const parameter = (name: string, data: number[], decay: boolean, learningRate = 0.1) => ({
    name,
    shape: [data.length],
    learningRate,
    decay,
    data: Float32Array.from(data),
  });

  it("takes AdamW's first step: each weight by its own rate, and decay where its rule says so", () => {
    const parameters = [parameter('a', [1, 2, 3], true), parameter('b', [1], false, 0.2)];
    const state = new State(parameters, adamDefaults);
    const { a, b } = state.tensors('gradient');
    (a!.data as Float32Array).set([0.3, -0.3, 0]);
    (b!.data as Float32Array).set([0.1]);
    state.update({ t: 1, schedule: 0.5, norm: Math.sqrt(0.19) });
    const [after, single] = [state.copy('weights').get('a')!, state.copy('weights').get('b')!];
    // Half the rate, in the gradient's direction, after a decay of half the rate times 0.01.
    [0.9995 - 0.05, 1.999 + 0.05, 2.9985].forEach((value, i) => expect(after[i]).toBeCloseTo(value, 5));
    expect(single[0]).toBeCloseTo(0.9, 5);
  });

  it('holds a transposed matrix for the graph, and gives it back in its own shape', () => {
    const matrix = { ...parameter('a', [1, 2, 3, 4, 5, 6], false), shape: [2, 3], transposed: true };
    const state = new State([matrix], adamDefaults);
    const { a } = state.tensors('weights');
    expect(a!.dims).toEqual([3, 2]);
    expect([...(a!.data as Float32Array)]).toEqual([1, 4, 2, 5, 3, 6]);
    expect([...state.copy('average').get('a')!]).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('refuses values that do not fill a parameter', () => {
    const short = { ...parameter('a', [1, 2, 3], true), shape: [2, 2] };
    expect(() => new State([short], adamDefaults)).toThrow('The parameter a has 3 values, not 4.');
  });
});

it('cuts a gradient that is longer than the clip, and averages ever longer', () => {
  const at = (t: number, norm: number) => stepNumbers({ t, schedule: 1, norm }, adamDefaults);
  expect(at(1, 0.5).shrink).toBe(1);
  expect(at(1, 4).shrink).toBeCloseTo(0.25, 6);
  expect(at(1, 1).averaging).toBeCloseTo(9 / 11);
  expect(at(20_000, 1).averaging).toBeCloseTo(0.001);
});
