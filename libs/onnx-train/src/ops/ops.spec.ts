import { InferenceSession } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { gradientError, numbers } from '../graph/gradient-check.js';
import { Tape, type Var } from '../graph/tape.js';
import { erfGate, relu } from './activation.js';
import { attention } from './attention.js';
import { contrastiveTargets, supervisedContrastive } from './contrastive.js';
import { binaryCrossEntropy, crossEntropy, crossEntropyAt } from './cross-entropy.js';
import { dropout } from './dropout.js';
import { add, scale } from './elementwise.js';
import { embed } from './embed.js';
import { layerNorm } from './layer-norm.js';
import { linear, product } from './linear.js';
import { meanPool } from './mean-pool.js';
import { moveRows } from './move-rows.js';
import { normalise } from './normalise.js';

type Vars = Record<string, Var>;
type Fed = Parameters<typeof gradientError>[1];

const exact = { precision: 'float64', step: 1e-5 } as const;
/** For operators whose kernels exist in float32 alone; the step balances rounding against curvature. */
const single = { precision: 'float32', step: 2 ** -7 } as const;

describe('gradients agree with finite differences', () => {
  it.each([
    [
      'linear',
      (t: Tape, v: Vars) => linear(t, v.x!, v.w!, v.b!, { alpha: 0.5, beta: 2 }),
      { x: [3, 5], w: [2, 5], b: [2] },
    ],
    [
      'linear with a transposed matrix',
      (t: Tape, v: Vars) => linear(t, v.x!, v.w!, v.b!, { alpha: 0.5, transposed: true }),
      { x: [3, 4], w: [4, 5], b: [5] },
    ],
    ['product', (t: Tape, v: Vars) => product(t, v.x!, v.y!, 3), { x: [3, 4], y: [2, 4] }],
    ['product of a matrix with itself', (t: Tape, v: Vars) => product(t, v.x!, v.x!, 3), { x: [3, 4] }],
    ['add', (t: Tape, v: Vars) => add(t, v.x!, v.y!), { x: [3, 4], y: [3, 4] }],
    ['scale', (t: Tape, v: Vars) => scale(t, v.x!, 0.2), { x: [3, 4] }],
    ['dropout', (t: Tape, v: Vars) => dropout(t, v.x!, 0.4), { x: [5, 4] }],
    ['relu', (t: Tape, v: Vars) => relu(t, add(t, v.x!, scale(t, v.x!, 0.5))), { x: [5, 4] }],
    ['normalise', (t: Tape, v: Vars) => normalise(t, v.x!), { x: [3, 6] }],
    ['a tensor used three times', (t: Tape, v: Vars) => add(t, add(t, v.x!, normalise(t, v.x!)), v.x!), { x: [3, 6] }],
  ])('%s', async (_name, build, shapes) => {
    const parameters = Object.entries(shapes).map(([name, shape], i) => [name, numbers(shape, i + 1)]);
    expect(await gradientError(exact, Object.fromEntries(parameters) as Fed, {}, build)).toBeLessThan(1e-6);
  });

  it('layerNorm, whose statistics are float32 whatever its input', async () => {
    const parameters = { x: numbers([3, 6]), gamma: numbers([6], 2), beta: numbers([6], 3) };
    const error = await gradientError(single, parameters, {}, (t, v) => layerNorm(t, v.x!, v.gamma!, v.beta!, 1e-5));
    expect(error).toBeLessThan(1e-3);
  });

  it('erfGate', async () => {
    expect(await gradientError(single, { h: numbers([4, 9]) }, {}, (t, v) => erfGate(t, v.h!))).toBeLessThan(1e-3);
  });

  it('attention with padding and dropout', async () => {
    const { tokens, batch, heads } = { tokens: 3, batch: 2, heads: 2 };
    const mask = { data: Float32Array.of(0, 0, 0, 0, 0, -1e9), shape: [batch, 1, 1, tokens] };
    const [q, k, v] = [1, 2, 3].map((seed) => numbers([tokens * batch, 8], seed));
    const error = await gradientError(single, { q: q!, k: k!, v: v! }, { mask }, (t, vars) =>
      attention(t, [vars.q!, vars.k!, vars.v!], vars.mask!, { tokens, batch, heads }, 0.3),
    );
    expect(error).toBeLessThan(1e-3);
  });

  it('embed: positions and types, not the frozen words', async () => {
    const places = { data: Float64Array.of(1, 0, 0, 1, 1, 0, 0, 0), shape: [4, 2] };
    const inputs = { words: numbers([7, 4]), ids: { data: Int32Array.of(1, 2, 3, 4), shape: [4] }, places };
    const parameters = { positions: numbers([5, 4], 2), types: numbers([2, 4], 3) };
    const error = await gradientError(exact, parameters, inputs, (t, v) =>
      embed(t, v.ids!, v.places!, v.words!, v.positions!, v.types!),
    );
    expect(error).toBeLessThan(1e-6);
  });

  it('moveRows', async () => {
    const inputs = {
      from: { data: Int32Array.of(2, 0, 1), shape: [3] },
      to: { data: Int32Array.of(1, 2, 0), shape: [3] },
    };
    const error = await gradientError(exact, { x: numbers([3, 4]) }, inputs, (t, v) =>
      moveRows(t, v.x!, v.from!, v.to!),
    );
    expect(error).toBeLessThan(1e-6);
  });

  it('meanPool', async () => {
    const weights = { data: Float64Array.of(0.5, 0.5, 0, 0, 0, 0, 0, 1), shape: [2, 4] };
    const error = await gradientError(exact, { x: numbers([4, 3]) }, { weights }, (t, v) =>
      meanPool(t, v.x!, v.weights!),
    );
    expect(error).toBeLessThan(1e-6);
  });

  it('crossEntropy with hard, soft, half-weight and left-out rows', async () => {
    const targets = { data: Float64Array.of(0, 1, 0, 0.2, 0.3, 0.5, 0.5, 0, 0, 0, 0, 0), shape: [4, 3] };
    const error = await gradientError(exact, { z: numbers([4, 3]) }, { targets }, (t, v) =>
      crossEntropy(t, v.z!, v.targets!),
    );
    expect(error).toBeLessThan(1e-6);
  });

  it('crossEntropyAt with rows of several weights and one left out', async () => {
    const columns = { data: Int32Array.of(2, 0, 1, 2), shape: [4] };
    const weights = { data: Float64Array.of(0.5, 0.25, 0, 0.25), shape: [4, 1] };
    const error = await gradientError(exact, { z: numbers([4, 3]) }, { columns, weights }, (t, v) =>
      crossEntropyAt(t, v.z!, v.columns!, v.weights!),
    );
    expect(error).toBeLessThan(1e-6);
  });

  it('binaryCrossEntropy with labels of several weights and one left out', async () => {
    const targets = { data: Float64Array.of(1, 0, 0, 1, 1, 0), shape: [2, 3] };
    const weights = { data: Float64Array.of(0.5, 0.25, 0, 1, 0.5, 0.25), shape: [2, 3] };
    const error = await gradientError(single, { z: numbers([2, 3]) }, { targets, weights }, (t, v) =>
      binaryCrossEntropy(t, v.z!, v.targets!, v.weights!),
    );
    expect(error).toBeLessThan(1e-3);
  });

  it('linear with a frozen matrix', async () => {
    const error = await gradientError(
      exact,
      { x: numbers([3, 4]), b: numbers([5], 2) },
      { w: numbers([5, 4], 3) },
      (t, v) => linear(t, v.x!, v.w!, v.b!),
    );
    expect(error).toBeLessThan(1e-6);
  });

  it('supervisedContrastive with a row that takes no part and a label without a second row', async () => {
    const { targets, excluded } = contrastiveTargets([0, 1, 0, -1, 0, 1, 2]);
    const inputs = { targets: { data: targets, shape: [7, 7] }, excluded: { data: excluded, shape: [7, 7] } };
    const error = await gradientError(exact, { z: numbers([7, 5]) }, inputs, (t, v) =>
      supervisedContrastive(t, normalise(t, v.z!), v.targets!, v.excluded!, 0.1),
    );
    expect(error).toBeLessThan(1e-6);
  });
});

describe('values', () => {
  const run = async (build: (tape: Tape) => Var): Promise<number[]> => {
    const tape = new Tape('float32');
    tape.output('y', build(tape));
    const session = await InferenceSession.create(tape.graph.finish());
    const { y } = await session.run({});
    return Array.from(y!.data as Float32Array);
  };
  const fixed = (tape: Tape, name: string, data: number[], shape: number[]): Var => ({
    name: tape.graph.constant(name, Float32Array.from(data), shape),
    shape,
    trainable: false,
  });

  it('erfGate is √2 gelu(√2 h)', async () => {
    const [minusOne, two] = await run((t) =>
      erfGate(
        t,
        fixed(
          t,
          'h',
          [-1, 2].map((u) => u / Math.SQRT2),
          [2],
        ),
      ),
    );
    expect(minusOne! / Math.SQRT2).toBeCloseTo(-0.158655, 5);
    expect(two! / Math.SQRT2).toBeCloseTo(1.9545, 5);
  });

  it('cross-entropy of even logits is the logarithm of their number', async () => {
    const [loss] = await run((t) =>
      crossEntropy(t, fixed(t, 'z', [3, 3, 3, 3], [1, 4]), fixed(t, 't', [0, 0, 1, 0], [1, 4])),
    );
    expect(loss).toBeCloseTo(Math.log(4), 6);
  });

  it('binaryCrossEntropy of undecided logits is log 2 a label that counts', async () => {
    const [loss] = await run((t) =>
      binaryCrossEntropy(
        t,
        fixed(t, 'z', [0, 0, 0], [1, 3]),
        fixed(t, 't', [1, 0, 1], [1, 3]),
        fixed(t, 'w', [1, 1, 0], [1, 3]),
      ),
    );
    expect(loss).toBeCloseTo(2 * Math.log(2), 6);
  });

  it('crossEntropyAt is crossEntropy with targets that are weights in the chosen columns', async () => {
    const logits = [0.5, -1, 2, 1, 0, 3];
    const loss = async (build: (t: Tape, z: Var) => Var) =>
      (await run((t) => build(t, fixed(t, 'z', logits, [2, 3]))))[0]!;
    const dense = await loss((t, z) => crossEntropy(t, z, fixed(t, 't', [0, 0.5, 0, 0.25, 0, 0], [2, 3])));
    const columns = (t: Tape): Var => ({ name: t.ints(1, 0), shape: [2], trainable: false });
    const chosen = await loss((t, z) => crossEntropyAt(t, z, columns(t), fixed(t, 'w', [0.5, 0.25], [2, 1])));
    expect(chosen).toBeCloseTo(dense, 6);
  });

  it('attention does not look at padding', async () => {
    const shape = { tokens: 2, batch: 1, heads: 1 };
    const y = await run((t) => {
      const v = fixed(t, 'v', [1, 2, 30, 40], [2, 2]);
      return attention(t, [v, v, v], fixed(t, 'mask', [0, -1e9], [1, 1, 1, 2]), shape, 0);
    });
    expect(y).toEqual([1, 2, 1, 2]);
  });

  it('contrastive targets of an anchor sum to its share of the anchors', () => {
    const { targets, excluded } = contrastiveTargets([4, 4, 9, 4, -1]);
    expect(targets[0 * 5 + 1]).toBeCloseTo(1 / 6);
    expect([...targets.slice(10, 15)]).toEqual([0, 0, 0, 0, 0]);
    expect(excluded[0]).toBe(-1e9);
    expect(excluded[4]).toBe(-1e9);
    expect(excluded[2]).toBe(0);
  });
});
