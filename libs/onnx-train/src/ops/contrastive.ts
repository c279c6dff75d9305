import type { Tape, Var } from '../graph/tape.js';
import { crossEntropy } from './cross-entropy.js';
import { add } from './elementwise.js';
import { product } from './linear.js';

/**
 * Supervised contrastive loss (Khosla and others, arXiv 2004.11362, equation 2: L_out), as the mean over anchors, in nats.
 *
 * z [rows, width] has rows of length 1. The loss is the cross-entropy of z zᵀ / temperature + `excluded` and `targets`, both
 * [rows, rows] as `contrastiveTargets` makes them. The loss has the shape []; its gradient is that of its parts, and only z gets one.
 */
export function supervisedContrastive(tape: Tape, z: Var, targets: Var, excluded: Var, temperature: number): Var {
  return crossEntropy(tape, add(tape, product(tape, z, z, 1 / temperature), excluded), targets);
}

/**
 * `targets` and `excluded` [rows, rows] of `supervisedContrastive`, for a batch whose row i has `labels[i]`. A row of a negative
 * label takes no part.
 *
 * A row is an anchor if another row has its label; those rows are its positives. `targets` is 1 / (positives of i) / (anchors) where
 * j is a positive of i, and 0 elsewhere. `excluded` is -1e9 where j = i or j takes no part, and 0 elsewhere.
 */
export function contrastiveTargets(labels: readonly number[]): { targets: Float32Array; excluded: Float32Array } {
  const n = labels.length;
  const targets = new Float32Array(n * n);
  const excluded = new Float32Array(n * n);
  const positives = labels.map((label) => (label < 0 ? 0 : labels.filter((other) => other === label).length - 1));
  const anchors = positives.filter((count) => count > 0).length;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      if (i === j || labels[j]! < 0) excluded[i * n + j] = -1e9;
      else if (labels[i] === labels[j]) targets[i * n + j] = 1 / (positives[i]! * anchors);
    }
  }
  return { targets, excluded };
}
