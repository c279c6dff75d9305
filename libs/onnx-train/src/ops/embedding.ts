import type { Tape, Var } from '../tape.js';

/**
 * x[t, b] = words[ids[t, b]] + positions[t] + types[0], as [tokens * batch, width]. `words` is frozen.
 * dpositions[t] = Σ_b dx[t, b], dtypes[0] = Σ_{t, b} dx[t, b]; rows that were not used get 0.
 */
export function embed(tape: Tape, ids: Var, words: Var, positions: Var, types: Var): Var {
  const [tokens, batch] = ids.shape as [number, number];
  const width = words.shape[1]!;
  const firstRows = (table: Var, count: number) =>
    tape.op('Slice', [table.name, tape.ints(0), tape.ints(count), tape.ints(0)]);
  const padded = (rows: string, count: number, table: Var) =>
    tape.op('Pad', [rows, tape.ints(0, 0, table.shape[0]! - count, 0)]);

  const added = tape.op('Add', [firstRows(positions, tokens), firstRows(types, 1)]);
  const gathered = tape.op('Gather', [words.name, ids.name]);
  const x = tape.op('Add', [gathered, tape.reshape(added, tokens, 1, width)]);
  return tape.record(tape.reshape(x, tokens * batch, width), [tokens * batch, width], [positions, types], (dx) => [
    tape.plus(() => {
      const perToken = tape.op('ReduceSum', [tape.reshape(dx, tokens, batch, width), tape.ints(1)], {
        keepdims: { int: 0 },
      });
      return padded(perToken, tokens, positions);
    }),
    tape.plus(() => padded(tape.reshape(tape.columnSums(dx, tokens * batch), 1, width), 1, types)),
  ]);
}

/** Mean over tokens: y[b] = Σ_t weights[t, b] x[t, b], where the weights of a message are 1 / length, and 0 on padding. dx[t, b] = weights[t, b] dy[b]. */
export function meanPool(tape: Tape, x: Var, weights: Var): Var {
  const [tokens, batch] = weights.shape as [number, number, number];
  const width = x.shape[1]!;
  const weighted = tape.op('Mul', [tape.reshape(x.name, tokens, batch, width), weights.name]);
  const y = tape.op('ReduceSum', [weighted, tape.ints(0)], { keepdims: { int: 0 } });
  return tape.record(y, [batch, width], [x], (dy) => [
    tape.plus(() => tape.reshape(tape.op('Mul', [dy, weights.name]), tokens * batch, width)),
  ]);
}
