import type { Tape, Var } from '../graph/tape.js';

/**
 * Token embeddings of BERT before the layer norm (Devlin and others, arXiv 1810.04805, section 3, figure 2), with one segment:
 * x[i] = words[ids[i]] + Σ_t places[i, t] positions[t] + types[0].
 *
 * `ids` is int32 [rows]. `places` [rows, tokens] is 1 at the position of row i in its message and 0 elsewhere; `tokens` is at most
 * the rows of `positions`. `words`, `positions` and `types` have `width` columns; x is [rows, width].
 * dpositions = placesᵀ dx and dtypes[0] = Σ_i dx[i]. Rows of these tables beyond `tokens` and 0 get 0. `words` gets no gradient.
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
