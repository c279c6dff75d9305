import type { Tape, Var } from '../tape.js';

/**
 * x[i] = words[ids[i]] + Σ_t places[i, t] positions[t] + types[0], where `words` is frozen and `places` [rows, tokens] is 1 at the
 * position of row i. dpositions = placesᵀ dx, dtypes[0] = Σ_i dx[i]; rows of the tables that were not used get 0.
 */
export function embed(tape: Tape, ids: Var, places: Var, words: Var, positions: Var, types: Var): Var {
  const [rows, tokens] = places.shape as [number, number];
  const firstRows = (table: Var, count: number) =>
    tape.op('Slice', [table.name, tape.ints(0), tape.ints(count), tape.ints(0)]);
  const padded = (sum: string, count: number, table: Var) =>
    tape.op('Pad', [sum, tape.ints(0, 0, table.shape[0]! - count, 0)]);

  const placed = tape.op('Gemm', [places.name, firstRows(positions, tokens), firstRows(types, 1)]);
  const x = tape.op('Add', [tape.op('Gather', [words.name, ids.name]), placed]);
  return tape.record(x, [rows, words.shape[1]!], [positions, types], (dx) => [
    tape.plus(() => padded(tape.op('Gemm', [places.name, dx], { transA: { int: 1 } }), tokens, positions)),
    tape.plus(() => padded(tape.op('Unsqueeze', [tape.columnSums(dx, rows), tape.ints(0)]), 1, types)),
  ]);
}

/**
 * y[i] = x[from[i]], where rows of x that are not read exactly once carry no gradient, so that dx is a gather too: dx[j] = dy[to[j]],
 * with `to` the inverse of `from`. For moving rows between layouts that differ in their padding.
 */
export function moveRows(tape: Tape, x: Var, from: Var, to: Var): Var {
  const y = tape.op('Gather', [x.name, from.name]);
  return tape.record(y, [from.shape[0]!, ...x.shape.slice(1)], [x], (dy) => [
    tape.plus(() => tape.op('Gather', [dy, to.name])),
  ]);
}

/** Means of rows: y = weights x, where row b of `weights` [batch, rows] has 1 / length at the rows of message b. dx = weightsᵀ dy. */
export function meanPool(tape: Tape, x: Var, weights: Var): Var {
  const y = tape.op('Gemm', [weights.name, x.name]);
  return tape.record(y, [weights.shape[0]!, x.shape[1]!], [x], (dy) => [
    tape.plus(() => tape.op('Gemm', [weights.name, dy], { transA: { int: 1 } })),
  ]);
}
