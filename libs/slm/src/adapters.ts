import { adapterNames, type EncoderParameter } from '#onnx-train';
import { float16ToFloat32, float32ToFloat16 } from './float16.js';
import type { Random } from './random.js';
import type { FloatTensor } from './safetensors.js';

/** Chosen on validation rows of several sets: docs/quality.md. `rate`: of A and B in the top layer, at its peak. */
export const adapterRecipe = { rank: 16, rate: 1e-3 } as const;

/** Where the matrices of an adapter start: A at random, B at zero, so that the encoder starts as the base (arXiv 2106.09685, 4.1). */
export function adapterStart(
  { name, shape: [rows, columns] }: Pick<EncoderParameter, 'name' | 'shape'>,
  random: Random,
): Float32Array {
  const size = rows! * columns!;
  if (name.endsWith(adapterNames('').up)) return new Float32Array(size);
  return Float32Array.from({ length: size }, () => (2 * random.next() - 1) / Math.sqrt(columns!));
}

/** In half precision, the form that is kept: what is measured is then what is served. */
export function rounded({ shape, data }: FloatTensor): FloatTensor {
  return { shape, data: float16ToFloat32(float32ToFloat16(data)) };
}

/** The encoder's weights with what training changed: adapters are added to their matrices, W + BA; all else takes the place of the base's. */
export function adapted(base: Map<string, FloatTensor>, learned: Map<string, FloatTensor>): Map<string, FloatTensor> {
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
