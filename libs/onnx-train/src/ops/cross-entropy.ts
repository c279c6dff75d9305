import type { Tape, Var } from '../graph/tape.js';

/**
 * Cross-entropy of logits z [rows, classes] and `targets` [rows, classes], in nats: L = -Σ_ij targets_ij log softmax(z_i)_j.
 *
 * A row of targets is a distribution over the classes, one-hot or soft, times the weight w_i = Σ_j targets_ij of the row: 1 / rows
 * for the mean over rows, 0 to leave a row out. L has the shape []. dz_ij = (w_i softmax(z_i)_j - targets_ij) dL; `targets` gets
 * no gradient.
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
 * Cross-entropy of logits z [rows, labels], each of which is a yes or no of its own, in nats: L = Σ_ij weights_ij (log(1 + e^z_ij) - targets_ij z_ij).
 *
 * `targets` and `weights` are [rows, labels]; a weight of 0 leaves a label of a row out. L has the shape [].
 * dz_ij = weights_ij (σ(z_ij) - targets_ij) dL; `targets` and `weights` get no gradient.
 */
export function binaryCrossEntropy(tape: Tape, z: Var, targets: Var, weights: Var): Var {
  const each = tape.op('Sub', [tape.op('Softplus', [z.name]), tape.op('Mul', [targets.name, z.name])]);
  const total = tape.op('ReduceSum', [tape.op('Mul', [weights.name, each])], { keepdims: { int: 0 } });
  return tape.record(total, [], [z], (dl) => [
    tape.plus(() => {
      const dz = tape.op('Mul', [tape.op('Sub', [tape.op('Sigmoid', [z.name]), targets.name]), weights.name]);
      return tape.op('Mul', [dz, dl]);
    }),
  ]);
}

/**
 * `crossEntropy` with one target class a row, for so many classes that a matrix of targets would be large:
 * L = -Σ_i weights_i log softmax(z_i)_c, with c = columns_i.
 *
 * z is [rows, classes], `columns` int32 [rows], `weights` [rows, 1] and L [].
 * dz_ij = weights_i (softmax(z_i)_j - [j = columns_i]) dL; `columns` and `weights` get no gradient.
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
