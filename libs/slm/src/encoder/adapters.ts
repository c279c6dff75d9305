import { adapterNames, type EncoderParameter } from '#onnx-train';
import type { Random } from '#statistics';
import { float16ToFloat32, float32ToFloat16 } from './float16.js';
import type { FloatTensor } from './safetensors.js';

/** What training changed in an encoder, by parameter name: whole weights, or the matrices A and B of adapters. */
export type LearnedWeights = Map<string, FloatTensor>;

/** Chosen on validation rows of several sets: docs/quality.md. `learningRate` is the peak for A and B in the top layer. */
export const adapterRecipe = { rank: 16, learningRate: 1e-3 } as const;

/**
 * Initial values of an adapter's matrix: uniform in ±1 / sqrt(columns) for A, zero for B. So the encoder starts as the base. Hu and others,
 * arXiv 2106.09685, section 4.1.
 */
export function adapterStart(
  { name, shape: [rows, columns] }: Pick<EncoderParameter, 'name' | 'shape'>,
  random: Random,
): Float32Array {
  const size = rows! * columns!;
  if (name.endsWith(adapterNames('').up)) return new Float32Array(size);
  return Float32Array.from({ length: size }, () => (2 * random.next() - 1) / Math.sqrt(columns!));
}

/** Rounded to half precision, the form in which adapters are stored. What is measured is then exactly what is served. */
export function rounded({ shape, data }: FloatTensor): FloatTensor {
  return { shape, data: float16ToFloat32(float32ToFloat16(data)) };
}

/**
 * The encoder's weights after training. A matrix W with an adapter becomes W + BA, with A [rank, columns] and B [rows, rank]; any other
 * learned weight replaces the base's.
 */
export function adapted(base: Map<string, FloatTensor>, learned: LearnedWeights): Map<string, FloatTensor> {
  const weights = new Map(base);
  for (const [name, tensor] of base) {
    const { down, up } = adapterNames(name.replace(/\.weight$/, ''));
    const [a, b] = [learned.get(down), learned.get(up)];
    if (a && b) weights.set(name, withProduct(tensor, b, a));
    else if (learned.has(name)) weights.set(name, learned.get(name)!);
  }
  return weights;
}

function withProduct({ shape, data }: FloatTensor, b: FloatTensor, a: FloatTensor): FloatTensor {
  const sum = data.slice();
  const [rank, columns] = a.shape as [number, number];
  for (let row = 0; row < b.shape[0]!; row++) {
    for (let r = 0; r < rank; r++) {
      const factor = b.data[row * rank + r]!;
      for (let c = 0; c < columns; c++) sum[row * columns + c]! += factor * a.data[r * columns + c]!;
    }
  }
  return { shape, data: sum };
}
