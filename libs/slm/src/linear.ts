import type { OnnxWriter } from '#onnx-train';
import { quantiseRows } from './quantise.js';

/** y = x W^T + b, with `weight` [rows, columns] as checkpoints store it. */
export interface Dense {
  name: string;
  weight: Float32Array;
  bias: Float32Array;
}

export function denseFloat(graph: OnnxWriter, x: string, { name, weight, bias }: Dense): string {
  const [rows, columns] = [bias.length, weight.length / bias.length];
  const w = graph.constant(name, transposed(weight, rows, columns), [columns, rows]);
  return graph.node('Add', [graph.node('MatMul', [x, w]), graph.constant(`${name}.bias`, bias, [rows])]);
}

/**
 * int8 with the activation's scale taken over the whole input: the fastest form. Two things keep it accurate. Columns are first
 * evened out between activation and weight (SmoothQuant, arXiv 2211.10438, alpha 0.5) where `activation`, the largest magnitude
 * of each input column, is given. And weights use 7 bits: products of adjacent pairs then fit the 16-bit sums of processors
 * without VNNI, which otherwise saturate silently.
 */
export function denseInt8(
  graph: OnnxWriter,
  x: string,
  { name, weight, bias }: Dense,
  activation?: Float32Array,
): string {
  const [rows, columns] = [bias.length, weight.length / bias.length];
  let input = x;
  let even = weight;
  if (activation) {
    const balance = smoothing(weight, activation);
    even = weight.map((w, i) => w * balance[i % columns]!);
    input = graph.node('Mul', [
      x,
      graph.constant(
        `${name}.smooth`,
        balance.map((b) => 1 / b),
        [columns],
      ),
    ]);
  }
  const { data, scales } = quantiseRows(even, rows, 63);
  return graph.node('com.microsoft:DynamicQuantizeMatMul', [
    input,
    graph.constant(name, transposed(data, rows, columns), [columns, rows]),
    graph.constant(`${name}.scales`, scales, [rows]),
    graph.constant(`${name}.zero`, new Int8Array(rows), [rows]),
    graph.constant(`${name}.bias`, bias, [rows]),
  ]);
}

const block = 128;

/** 8-bit weights with activations quantised in blocks of 128: a fifth slower, for inputs with outliers (after GELU). */
export function denseBlocks(graph: OnnxWriter, x: string, { name, weight, bias }: Dense): string {
  const [rows, columns] = [bias.length, weight.length / bias.length];
  const blocks = Math.ceil(columns / block);
  const padded = columns % block ? padColumns(weight, rows, columns, blocks * block) : weight;
  const { data, scales } = quantiseRows(padded, rows * blocks);
  return graph.node(
    'com.microsoft:MatMulNBits',
    [
      x,
      // Stored unsigned around 128, the operator's default zero point.
      graph.constant(
        name,
        Uint8Array.from(data, (v) => v + 128),
        [rows, blocks, block],
      ),
      graph.constant(`${name}.scales`, scales, [rows * blocks]),
      '',
      '',
      graph.constant(`${name}.bias`, bias, [rows]),
    ],
    { K: { int: columns }, N: { int: rows }, bits: { int: 8 }, block_size: { int: block }, accuracy_level: { int: 4 } },
  );
}

function smoothing(weight: Float32Array, activation: Float32Array): Float32Array {
  const columns = activation.length;
  const largest = new Float32Array(columns);
  for (let i = 0; i < weight.length; i++) largest[i % columns] = Math.max(largest[i % columns]!, Math.abs(weight[i]!));
  return activation.map((a, c) => Math.max(1e-3, Math.sqrt(a / (largest[c]! || 1))));
}

function transposed<T extends Float32Array | Int8Array>(matrix: T, rows: number, columns: number): T {
  const out = matrix.slice() as T;
  for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) out[c * rows + r] = matrix[r * columns + c]!;
  return out;
}

function padColumns(matrix: Float32Array, rows: number, columns: number, to: number): Float32Array {
  const out = new Float32Array(rows * to);
  for (let r = 0; r < rows; r++) out.set(matrix.subarray(r * columns, (r + 1) * columns), r * to);
  return out;
}
