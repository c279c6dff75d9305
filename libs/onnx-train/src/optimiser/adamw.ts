/** A parameter, and what the update does with it. */
export interface ParameterRule {
  name: string;
  /** The shape in which data is given and returned, [out, in] for a matrix. */
  shape: readonly number[];
  /** The graph holds this matrix as its transpose; see `linear`. Data is given and returned in `shape` all the same. */
  transposed?: boolean;
  /** Peak learning rate. The schedule multiplies it at each step. */
  learningRate: number;
  /** Whether weight decay applies. It does to matrices, not to biases and norms. */
  decay: boolean;
}

export interface AdamSettings {
  /** Decay of the first moment a step. */
  beta1: number;
  /** Decay of the second moment a step. */
  beta2: number;
  /** Added to the root of the second moment. */
  epsilon: number;
  /** Share of a weight that decays a step, before the learning rate multiplies it. */
  weightDecay: number;
  /** Largest Euclidean norm of all gradients together. Longer gradients are scaled down to it. */
  clip: number;
}

/** The defaults of Kingma and Ba (arXiv 1412.6980, algorithm 1), with a usual weight decay and clip. */
export const adamDefaults: AdamSettings = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0.01, clip: 1 };

/** Numbers of a step that are the same for every parameter. The learning rate of a parameter multiplies `size` and `decay`. */
export type StepNumbers = Record<'shrink' | 'size' | 'epsilon' | 'decay' | 'averaging', number>;

/**
 * The numbers of step t, from 1, of AdamW (Loshchilov and Hutter, arXiv 1711.05101, algorithm 2). `schedule` multiplies the learning
 * rates; `norm` is the Euclidean norm of all gradients together.
 *
 * The kernel keeps m / (1 - β1) and v / (1 - β2) in place of the moments m and v: this saves two products for each weight. `size`
 * and `epsilon` make up for it and include the bias corrections. `shrink` clips the gradient (Pascanu and others, arXiv 1211.5063,
 * algorithm 1). `averaging` is 1 - decay of the weights' moving average; the decay min(0.999, (1 + t) / (10 + t)) starts low, so
 * that the average forgets the initial weights.
 */
export function stepNumbers(
  { t, schedule, norm }: { t: number; schedule: number; norm: number },
  { beta1, beta2, epsilon, weightDecay, clip }: AdamSettings,
): StepNumbers {
  const root = Math.sqrt((1 - beta2) / (1 - beta2 ** t));
  return {
    shrink: Math.min(1, clip / (norm + 1e-6)),
    size: (schedule * (1 - beta1)) / (1 - beta1 ** t) / root,
    epsilon: epsilon / root,
    decay: schedule * weightDecay,
    averaging: 1 - Math.min(0.999, (1 + t) / (10 + t)),
  };
}
