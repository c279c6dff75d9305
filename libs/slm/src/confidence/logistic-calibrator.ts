import { z } from 'zod';
import { minimise } from '#statistics';

/** A binary logistic regression over a few named features: P = sigmoid(bias + sum of weight x (feature - mean) / deviation). */
export const logisticCalibrator = z.object({
  features: z.array(z.string()),
  mean: z.array(z.number()),
  deviation: z.array(z.number()),
  weights: z.array(z.number()),
  bias: z.number(),
});
export type LogisticCalibrator = z.infer<typeof logisticCalibrator>;

export interface WeightedExample {
  /** [features], in the order of their names. */
  features: number[];
  positive: boolean;
  weight: number;
}

/** L2 regularisation of the standardised weights w: the loss is the negative log likelihood + ridge / 2 x |w|^2. */
const ridge = 3;

/**
 * Fits by penalised maximum likelihood. Features are standardised by their weighted mean and deviation. `restraint`: of each feature, what is added
 * to the ridge, as a share of the weight of all examples.
 */
export async function fitCalibrator(
  names: string[],
  examples: WeightedExample[],
  restraint: number[] = [],
): Promise<LogisticCalibrator> {
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const ridges = names.map((_, f) => ridge + (restraint[f] ?? 0) * total);
  const mean = names.map((_, f) => examples.reduce((sum, e) => sum + e.weight * e.features[f]!, 0) / total);
  const deviation = names.map((_, f) => {
    const variance = examples.reduce((sum, e) => sum + e.weight * (e.features[f]! - mean[f]!) ** 2, 0) / total;
    return Math.sqrt(variance) || 1;
  });
  const rows = examples.map((e) => ({ ...e, z: e.features.map((value, f) => (value - mean[f]!) / deviation[f]!) }));
  const loss = (w: Float64Array) => {
    const gradient = new Float64Array(w.length);
    let value = 0;
    for (const { z, positive, weight } of rows) {
      let score = w[names.length]!;
      for (let f = 0; f < names.length; f++) score += z[f]! * w[f]!;
      // log(1 + e^-margin), without overflow for either sign.
      const margin = positive ? score : -score;
      value += weight * (Math.max(0, -margin) + Math.log1p(Math.exp(-Math.abs(margin))));
      const error = weight * (sigmoid(score) - (positive ? 1 : 0));
      for (let f = 0; f < names.length; f++) gradient[f]! += error * z[f]!;
      gradient[names.length]! += error;
    }
    for (let f = 0; f < names.length; f++) {
      value += (ridges[f]! / 2) * w[f]! ** 2;
      gradient[f]! += ridges[f]! * w[f]!;
    }
    return { value, gradient };
  };
  const w = await minimise(loss, new Float64Array(names.length + 1), { tolerance: 1e-6 * total });
  return { features: names, mean, deviation, weights: [...w.slice(0, -1)], bias: w[names.length]! };
}

/** P(positive), 0 to 1. A feature that is not given counts as average. */
export function applyCalibrator(calibrator: LogisticCalibrator, features: Record<string, number>): number {
  const { mean, deviation, weights, bias } = calibrator;
  return sigmoid(
    calibrator.features.reduce(
      (sum, name, f) => sum + (weights[f]! * ((features[name] ?? mean[f]!) - mean[f]!)) / deviation[f]!,
      bias,
    ),
  );
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
