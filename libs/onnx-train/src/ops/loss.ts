import type { Tape, Var } from '../tape.js';
import { add } from './elementwise.js';
import { product } from './linear.js';

/**
 * L = -Σ_ij targets_ij log softmax(z_i)_j. A row of targets is a distribution, hard or soft, times the weight of the row
 * (1 / rows for the mean; 0 leaves a row out). With w_i = Σ_j targets_ij: dz_ij = w_i softmax(z_i)_j - targets_ij, times dL.
 */
export function crossEntropy(tape: Tape, z: Var, targets: Var): Var {
  const logP = tape.op('LogSoftmax', [z.name], { axis: { int: -1 } });
  const total = tape.op('ReduceSum', [tape.op('Mul', [targets.name, logP])], { keepdims: { int: 0 } });
  return tape.record(tape.op('Neg', [total]), [], [z], (dl) => [
    tape.plus(() => {
      const weights = tape.op('ReduceSum', [targets.name, tape.ints(1)], { keepdims: { int: 1 } });
      const dz = tape.op('Sub', [tape.op('Mul', [tape.op('Exp', [logP]), weights]), targets.name]);
      return tape.op('Mul', [dz, dl]);
    }),
  ]);
}

/**
 * `crossEntropy` for rows with one right column each among so many that a matrix of targets would be large:
 * L = -Σ_i weights_i log softmax(z_i)_(columns_i), with `columns` [rows] and `weights` [rows, 1].
 * dz_ij = weights_i softmax(z_i)_j, less weights_i where j = columns_i, times dL.
 */
export function crossEntropyAt(tape: Tape, z: Var, columns: Var, weights: Var): Var {
  const logP = tape.op('LogSoftmax', [z.name], { axis: { int: -1 } });
  const at = tape.reshape(columns.name, z.shape[0]!, 1);
  const chosen = tape.op('GatherElements', [logP, at], { axis: { int: 1 } });
  const total = tape.op('ReduceSum', [tape.op('Mul', [chosen, weights.name])], { keepdims: { int: 0 } });
  return tape.record(tape.op('Neg', [total]), [], [z], (dl) => [
    tape.plus(() => {
      const times = (value: string) => tape.op('Mul', [value, weights.name]);
      const atChosen = times(tape.op('Sub', [tape.op('Exp', [chosen]), tape.scalar(1)]));
      const dz = tape.op('ScatterElements', [times(tape.op('Exp', [logP])), at, atChosen], { axis: { int: 1 } });
      return tape.op('Mul', [dz, dl]);
    }),
  ]);
}

/**
 * Supervised contrastive loss (Khosla and others, arXiv 2004.11362, L_out) of normalised rows z: cross-entropy over
 * S = z zᵀ / temperature + `excluded`, with targets and exclusions as `contrastiveTargets` makes them.
 */
export function supervisedContrastive(tape: Tape, z: Var, targets: Var, excluded: Var, temperature: number): Var {
  return crossEntropy(tape, add(tape, product(tape, z, z, 1 / temperature), excluded), targets);
}

/**
 * Targets and exclusions of the contrastive loss for a batch with these labels; a negative label takes no part. An anchor's
 * positives are the other rows of its label, each 1 / (their number) / (number of anchors); a row is never its own positive,
 * and every row but the ones that take no part is a negative.
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
