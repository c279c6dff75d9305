import { OnnxWriter } from '#onnx-train';
import { seededRandom } from '#statistics';
import { describe, expect, it } from 'vitest';
import { denseFloat, denseInt8, type Dense } from './quantised-linear.js';
import { floatTensor, floats, openSession } from './onnx-session.js';
import { quantisePairs } from './quantise.js';

const [tokens, columns, rows] = [16, 64, 96];
const random = seededRandom(1);
/** Variance 1, close to a normal distribution. */
const normal = () => Array.from({ length: 12 }, () => random.next()).reduce((sum, u) => sum + u, -6);
const weight = Float32Array.from({ length: rows * columns }, () => 0.05 * normal());
const layer: Dense = { name: 'layer', weight, bias: Float32Array.from({ length: rows }, normal) };
/** Like the output of a layer norm: one column lies far from zero, another is ten times as wide as the rest. */
const x = Float32Array.from({ length: tokens * columns }, (_, i) => {
  if (i % columns === 5) return 20 + normal();
  return i % columns === 9 ? 10 * normal() : normal();
});
const range = new Float32Array(2 * columns).fill(-Infinity);
for (const [i, value] of x.entries()) {
  const c = i % columns;
  range[c] = Math.max(range[c]!, -value);
  range[columns + c] = Math.max(range[columns + c]!, value);
}

async function output(write: (graph: OnnxWriter, x: string) => string): Promise<Float32Array> {
  const graph = new OnnxWriter();
  const y = write(graph, graph.input('x', 'float32', ['tokens', columns]));
  graph.node('Identity', [y], {}, ['y']);
  graph.output('y', 'float32', ['tokens', rows]);
  const session = await openSession(graph.finish());
  const found = floats((await session.run({ x: floatTensor(x, [tokens, columns]) }))['y']).slice();
  await session.release();
  return found;
}

/** Root mean square of the error, relative to that of the exact output without its bias. */
async function error(write: (graph: OnnxWriter, x: string) => string): Promise<number> {
  const [exact, found] = [await output((graph, input) => denseFloat(graph, input, layer)), await output(write)];
  const square = (values: Float32Array) => values.reduce((sum, v) => sum + v * v, 0);
  return Math.sqrt(square(found.map((v, i) => v - exact[i]!)) / square(exact.map((v, i) => v - layer.bias[i % rows]!)));
}

describe('int8 products', () => {
  it('stay near float ones where a column lies off zero and another is wide', async () => {
    expect(await error((graph, input) => denseInt8(graph, input, layer, range))).toBeLessThan(0.0055);
    expect(await error((graph, input) => denseInt8(graph, input, layer))).toBeGreaterThan(0.015);
  });

  it('never need more than 16 bits for two columns, and use them', () => {
    // One weight of each row stands out, as after smoothing.
    const uneven = weight.map((w, i) => (i % columns === 9 ? 5 * w : w));
    const { data, scales } = quantisePairs(uneven, rows);
    let most = 0;
    for (let i = 0; i < data.length; i += 2) {
      const pair = [data[i]!, data[i + 1]!];
      for (const sign of [1, -1]) most = Math.max(most, 255 * pair.reduce((sum, q) => sum + Math.max(0, sign * q), 0));
    }
    expect(most).toBeLessThanOrEqual(32_767);
    expect(most).toBeGreaterThan(32_000);
    for (const [i, w] of uneven.entries())
      expect(Math.abs(data[i]! * scales[Math.floor(i / columns)]! - w)).toBeLessThan(
        0.51 * scales[Math.floor(i / columns)]!,
      );
  });
});
