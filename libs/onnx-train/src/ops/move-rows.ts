import type { Tape, Var } from '../graph/tape.js';

/**
 * Moves rows between two layouts of the same messages that differ in their padding: y[i] = x[from[i]] and dx[j] = dy[to[j]].
 *
 * x is [n, ...], `from` int32 [m], `to` int32 [n] and y [m, ...]. `to` is the inverse of `from` on the rows that hold a token. The
 * formula of dx is right only if no gradient reaches the other rows, those that y reads never or more than once.
 */
export function moveRows(tape: Tape, x: Var, from: Var, to: Var): Var {
  const y = tape.op('Gather', [x.name, from.name]);
  return tape.record(y, [from.shape[0]!, ...x.shape.slice(1)], [x], (dy) => [
    tape.plus(() => tape.op('Gather', [dy, to.name])),
  ]);
}
