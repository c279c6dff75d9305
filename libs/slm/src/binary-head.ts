import { z } from 'zod';
import { minimise } from './lbfgs.js';

/** A logistic regression over a handful of named features: P = sigmoid(bias + sum of weight x (feature - mean) / deviation). */
export const binaryHead = z.object({
  features: z.array(z.string()),
  mean: z.array(z.number()),
  deviation: z.array(z.number()),
  weights: z.array(z.number()),
  bias: z.number(),
});
export type BinaryHead = z.infer<typeof binaryHead>;

export interface WeightedExample {
  features: number[];
  positive: boolean;
  weight: number;
}

/** Pull of the standardised weights to zero: the negative log likelihood has ridge / 2 x |w|^2 added. */
const ridge = 3;

/** Fits by maximum likelihood, with a slight pull to zero. */
export async function fitBinaryHead(names: string[], examples: WeightedExample[]): Promise<BinaryHead> {
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const mean = names.map((_, f) => examples.reduce((sum, e) => sum + e.weight * e.features[f]!, 0) / total);
  const deviation = names.map((_, f) => {
    const variance = examples.reduce((sum, e) => sum + e.weight * (e.features[f]! - mean[f]!) ** 2, 0) / total;
    return Math.sqrt(variance) || 1;
  });
  const rows = examples.map((e) => ({ ...e, z: e.features.map((value, f) => (value - mean[f]!) / deviation[f]!) }));
  const objective = (w: Float64Array) => {
    const gradient = new Float64Array(w.length);
    let value = 0;
    for (const { z, positive, weight } of rows) {
      let score = w[names.length]!;
      for (let f = 0; f < names.length; f++) score += z[f]! * w[f]!;
      // log(1 + e^-margin), without overflow for either sign.
      const margin = positive ? score : -score;
      value += weight * (Math.max(0, -margin) + Math.log1p(Math.exp(-Math.abs(margin))));
      const pull = weight * (sigmoid(score) - (positive ? 1 : 0));
      for (let f = 0; f < names.length; f++) gradient[f]! += pull * z[f]!;
      gradient[names.length]! += pull;
    }
    for (let f = 0; f < names.length; f++) {
      value += (ridge / 2) * w[f]! ** 2;
      gradient[f]! += ridge * w[f]!;
    }
    return { value, gradient };
  };
  const w = await minimise(objective, new Float64Array(names.length + 1), { tolerance: 1e-6 * total });
  return { features: names, mean, deviation, weights: [...w.slice(0, -1)], bias: w[names.length]! };
}

export function applyBinaryHead(head: BinaryHead, features: Record<string, number>): number {
  return sigmoid(
    head.features.reduce(
      (sum, name, f) =>
        sum + (head.weights[f]! * ((features[name] ?? head.mean[f]!) - head.mean[f]!)) / head.deviation[f]!,
      head.bias,
    ),
  );
}

export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
