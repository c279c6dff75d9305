/** What the update does with a parameter. */
export interface ParameterRule {
  name: string;
  shape: readonly number[];
  /** The graph has this matrix as its transpose. */
  transposed?: boolean;
  /** Peak learning rate; each step's `schedule` multiplies it. */
  rate: number;
  /** Whether weight decay applies: matrices yes, biases and norms no. */
  decay: boolean;
}

export interface AdamSettings {
  beta1: number;
  beta2: number;
  epsilon: number;
  weightDecay: number;
  /** Largest norm of all gradients together. */
  clip: number;
}

/** Numbers of a step that the update of every parameter takes, before its own rate. */
export type StepNumbers = Record<'shrink' | 'size' | 'epsilon' | 'decay' | 'averaging', number>;

/**
 * AdamW (Loshchilov and Hutter, arXiv 1711.05101) without the two products that only rescale its state: kept are m / (1 - β1) and
 * v / (1 - β2), and what that changes goes, with the bias corrections of step t (from 1), into the step's size and epsilon.
 * The average's decay is min(0.999, (1 + t) / (10 + t)), so that it forgets its start. Gradients longer than `clip` are cut to it.
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
