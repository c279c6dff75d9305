import type { OnnxWriter } from '#onnx-train';
import { quantisePairs, quantiseRows } from './quantise.js';

/** A linear layer y = x W^T + b, with `weight` [rows, columns] as checkpoints store it and `bias` [rows]. */
export interface Dense {
  name: string;
  weight: Float32Array;
  bias: Float32Array;
}

/** The layer in float32. `x` and the result are names of values in the graph, [..., columns] and [..., rows]. */
export function denseFloat(graph: OnnxWriter, x: string, { name, weight, bias }: Dense): string {
  const [rows, columns] = [bias.length, weight.length / bias.length];
  const w = graph.constant(name, transposed(weight, rows, columns), [columns, rows]);
  return graph.node('Add', [graph.node('MatMul', [x, w]), graph.constant(`${name}.bias`, bias, [rows])]);
}

/**
 * The layer in int8, with one scale for all activations of the input: the fastest form. `range` [2, columns] is how far each input column
 * reaches below and above zero. If it is given, the input is shifted and smoothed first:
 * x W^T + b = ((x - m) / s) (s W)^T + (b + W m).
 * `m` is the middle of a column. Columns out of a layer norm lie off zero, which would waste part of the scale (Outlier Suppression+, arXiv
 * 2304.09145, "Channel-wise shifting"). `s` divides a column's magnitude between activation and weight (SmoothQuant, arXiv 2211.10438,
 * section 4).
 */
export function denseInt8(graph: OnnxWriter, x: string, layer: Dense, range?: Float32Array): string {
  const { name } = layer;
  const smooth = range ? smoothed(graph, x, layer, range) : { ...layer, x };
  const [rows, columns] = [smooth.bias.length, smooth.weight.length / smooth.bias.length];
  const { data, scales } = quantisePairs(smooth.weight, rows);
  return graph.node('com.microsoft:DynamicQuantizeMatMul', [
    smooth.x,
    graph.constant(name, transposed(data, rows, columns), [columns, rows]),
    graph.constant(`${name}.scales`, scales, [rows]),
    graph.constant(`${name}.zero`, new Int8Array(rows), [rows]),
    graph.constant(`${name}.bias`, smooth.bias, [rows]),
  ]);
}

/** SmoothQuant's alpha. It is above the paper's 0.5 because each row of the weights has a scale of its own. */
const alpha = 0.75;

function smoothed(graph: OnnxWriter, x: string, { name, weight, bias }: Dense, range: Float32Array) {
  const columns = range.length / 2;
  const [below, above] = [range.subarray(0, columns), range.subarray(columns)];
  const peaks = new Float32Array(columns);
  for (let i = 0; i < weight.length; i++) peaks[i % columns] = Math.max(peaks[i % columns]!, Math.abs(weight[i]!));
  const middle = above.map((most, c) => (most - below[c]!) / 2);
  const smooth = above.map((most, c) =>
    Math.max(1e-3, ((most + below[c]!) / 2) ** alpha / (peaks[c]! || 1) ** (1 - alpha)),
  );
  const inverse = smooth.map((s) => 1 / s);
  const centred = graph.node('Sub', [x, graph.constant(`${name}.middle`, middle, [columns])]);
  return {
    x: graph.node('Mul', [centred, graph.constant(`${name}.smooth`, inverse, [columns])]),
    weight: weight.map((w, i) => w * smooth[i % columns]!),
    bias: bias.map((b, r) => middle.reduce((sum, m, c) => sum + m * weight[r * columns + c]!, b)),
  };
}

const block = 128;

/** The layer in int8 with activations quantised in blocks of 128. It is a fifth slower and meant for inputs with outliers (after GELU). */
export function denseBlocks(graph: OnnxWriter, x: string, { name, weight, bias }: Dense): string {
  const [rows, columns] = [bias.length, weight.length / bias.length];
  const blocks = Math.ceil(columns / block);
  const padded = columns % block ? padColumns(weight, rows, columns, blocks * block) : weight;
  const { data, scales } = quantiseRows(padded, rows * blocks);
  return graph.node(
    'com.microsoft:MatMulNBits',
    [
      x,
      // The operator stores weights unsigned, with a zero point of 128 by default.
      graph.constant(
        name,
        new Uint8Array(data).map((byte) => byte ^ 128),
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

const nibbleZero = 8;

/** `denseBlocks` without a bias in four bits a weight, for many rows of which hundredths of a cosine matter: half the size. */
export function denseNibbles(graph: OnnxWriter, x: string, name: string, weight: Float32Array, rows: number): string {
  const columns = weight.length / rows;
  const blocks = Math.ceil(columns / block);
  const padded = columns % block ? padColumns(weight, rows, columns, blocks * block) : weight;
  const scales = new Float32Array(rows * blocks);
  const packed = new Uint8Array(padded.length / 2);
  for (let b = 0; b < scales.length; b++) {
    const values = padded.subarray(b * block, (b + 1) * block);
    const scale = values.reduce((most, w) => Math.max(most, Math.abs(w)), 0) / (nibbleZero - 1) || 1;
    scales[b] = scale;
    // Of each pair the first is the lower half of the byte.
    values.forEach(
      (w, i) => (packed[(b * block + i) >> 1]! |= (Math.round(w / scale) + nibbleZero) << (i % 2 ? 4 : 0)),
    );
  }
  return graph.node(
    'com.microsoft:MatMulNBits',
    [
      x,
      graph.constant(name, packed, [rows, blocks, block / 2]),
      graph.constant(`${name}.scales`, scales, [rows * blocks]),
    ],
    { K: { int: columns }, N: { int: rows }, bits: { int: 4 }, block_size: { int: block }, accuracy_level: { int: 4 } },
  );
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
