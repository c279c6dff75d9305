import type { Tape, Var } from '../graph/tape.js';

/**
 * The mean over each message's rows: y = weights x, with x [rows, width] and y [batch, width]. Row b of `weights` [batch, rows] is
 * 1 / (tokens of message b) at the rows of message b and 0 elsewhere. dx = weightsᵀ dy; `weights` gets no gradient.
 */
export function meanPool(tape: Tape, x: Var, weights: Var): Var {
  const y = tape.op('Gemm', [weights.name, x.name]);
  return tape.record(y, [weights.shape[0]!, x.shape[1]!], [x], (dy) => [
    tape.plus(() => tape.op('Gemm', [weights.name, dy], { transA: { int: 1 } })),
  ]);
}
